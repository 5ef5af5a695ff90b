// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"
#include "review/compare/progress.h"

#include <string>

namespace mockingbird::review {

/// A mentee's attempts at a kit as one HTML file that needs nothing else: a plot, and a table with every
/// rater's level and the changes, and what else their progress says (see progress_sections.h).
[[nodiscard]] std::string comparisonHtml(const Comparison& comparison, const PersonProgress& progress);

/// What the comparison's table says in a cell that has no score.
[[nodiscard]] std::string emptyCellText(const ComparisonCell& cell);

} // namespace mockingbird::review
