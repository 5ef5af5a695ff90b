// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <string>

namespace mockingbird::review {

/// The colours that a plot is drawn with, as SVG takes them.
struct PlotInk {
    std::string text;
    std::string soft;
    std::string grid;
    std::string accent;
    std::string onAccent;
    std::string paper;
};
/// Those of htmlPage(), which follow light and dark; and fixed ones for paper.
[[nodiscard]] PlotInk pageInk();
[[nodiscard]] PlotInk paperInk();

/// An SVG element: a row for each criterion, in it a lane for each attempt with the raters' mean as a
/// numbered disc and the range of their levels as a line. The newest attempt is filled, so nothing hangs on
/// colour. Empty where no attempt has a score.
[[nodiscard]] std::string comparisonPlot(const Comparison& comparison, const PlotInk& ink);

} // namespace mockingbird::review
