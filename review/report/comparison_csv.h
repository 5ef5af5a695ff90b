// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <string>

namespace mockingbird::review {

/// A row for each rater's level and, with an empty `rater`, for what they agreed on and for the mean of each
/// criterion in each attempt; the mean is the agreed level where there is one.
[[nodiscard]] std::string comparisonCsv(const Comparison& comparison);

} // namespace mockingbird::review
