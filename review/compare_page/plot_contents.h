// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"
#include "review/plot/plot_content.h"

#include <QString>
#include <string>
#include <vector>

namespace mockingbird::review {

/// What the plots of a comparison show: one for each criterion, and one of the total where an attempt has
/// one.
[[nodiscard]] std::vector<PlotContent> plotContents(const Comparison& comparison);
/// The raters in the order of their marks in the plots.
[[nodiscard]] std::vector<std::string> plotRaters(const Comparison& comparison);

/// An attempt on a plot's axis.
struct PlottedAttempt {
    QString name;
    bool joined = true; ///< comparable with the one before it: a line leads there
};
/// One criterion's cells, one an attempt: the line of what counts, and the marks of each of `raters`, which
/// are left out where there was but one. The ticks are the criterion's levels; without a description.
[[nodiscard]] PlotContent criterionPlot(const catalog::Criterion& criterion,
                                        const std::vector<ComparisonCell>& cells,
                                        const std::vector<PlottedAttempt>& attempts,
                                        const std::vector<std::string>& raters);
/// Two letters for a name: `Ann Lee` is `AL`, `Ann` is `An`.
[[nodiscard]] QString initials(const std::string& name);

} // namespace mockingbird::review
