// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <string>

namespace mockingbird::review {

/// A row for each rater's level and, with an empty `rater`, for the mean of each criterion in each attempt.
[[nodiscard]] std::string comparisonCsv(const Comparison& comparison);

} // namespace mockingbird::review
