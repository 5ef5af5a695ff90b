// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare_page/comparison_plot_view.h"

#include <string>
#include <vector>

namespace mockingbird::review {

/// What the plots of a comparison show: one for each criterion, and one of the total where an attempt has
/// one.
[[nodiscard]] std::vector<PlotContent> plotContents(const Comparison& comparison);
/// The raters in the order of their marks in the plots.
[[nodiscard]] std::vector<std::string> plotRaters(const Comparison& comparison);

} // namespace mockingbird::review
