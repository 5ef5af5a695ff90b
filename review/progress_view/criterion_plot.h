// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"
#include "review/plot/plot_content.h"

#include <QString>
#include <string>
#include <vector>

namespace mockingbird::review {

/// One criterion's cells, one an attempt, all by one version of the rubric: the line of what counts, and the
/// marks of each of `raters`, which are left out where there was but one. The ticks are the criterion's
/// levels.
[[nodiscard]] PlotContent criterionPlot(const catalog::Criterion& criterion,
                                        const std::vector<ComparisonCell>& cells,
                                        const std::vector<QString>& attempts,
                                        const std::vector<std::string>& raters);
/// Two letters for a name: `Ann Lee` is `AL`, `Ann` is `An`.
[[nodiscard]] QString initials(const std::string& name);

} // namespace mockingbird::review
