// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"
#include "review/compare/progress.h"

#include <string>

namespace mockingbird::review {

/// A row for each rater's level and, with an empty `rater`, for what they agreed on and for the mean of each
/// criterion in each attempt; the mean is the agreed level where there is one. Beside a change stand half of
/// its 95 % interval and the verdict (see change_certainty.h). Then the totals, the mentee's confidence, and
/// what became of what they took along.
[[nodiscard]] std::string comparisonCsv(const Comparison& comparison, const PersonProgress& progress);

} // namespace mockingbird::review
