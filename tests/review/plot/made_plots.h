// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_content.h"

namespace mockingbird::test {

inline review::PlotValue value(double number, const QString& detail = {}) {
    return {number, {}, detail, true};
}

/// A criterion over two attempts, with one rater's marks.
inline review::PlotContent linePlot() {
    review::PlotContent content;
    content.title = "Structure";
    content.categoryTitle = "Attempt";
    content.unit = "levels";
    content.categories = {"Attempt 1", "Attempt 2"};
    content.series = {
        {"Mean", {value(2.5), value(4, "agreed")}, review::SeriesLook::Line, {}},
        {"Ann", {value(3), value(4)}, review::SeriesLook::Marks, "An"},
    };
    for (int level = 1; level <= 5; ++level)
        content.ticks.push_back({static_cast<double>(level), QString::number(level)});
    content.description = "Two attempts";
    content.note = "By one rubric";
    return content;
}

/// Three branches, the last of which has too few people to be told.
inline review::PlotContent barPlot() {
    review::PlotContent content;
    content.kind = review::PlotKind::Bars;
    content.title = "Attempts by branch";
    content.categoryTitle = "Branch";
    content.categories = {"Branch A", "Branch B", "Branch C"};
    content.series = {{"Attempts",
                       {value(12), value(7), {std::nullopt, "fewer than five", {}, true}},
                       review::SeriesLook::Line,
                       {}}};
    return content;
}

/// Levels of two criteria; the second's can't be told.
inline review::PlotContent sharePlot() {
    review::PlotContent content;
    content.kind = review::PlotKind::Shares;
    content.title = "Levels by criterion";
    content.categoryTitle = "Criterion";
    content.categories = {"Structure", "Service"};
    const review::PlotValue few{std::nullopt, "fewer than five", {}, true};
    content.series = {{"1 Not yet", {value(5), few}, review::SeriesLook::Line, {}},
                      {"2 Sound", {value(10), few}, review::SeriesLook::Line, {}},
                      {"3 Strong", {value(5), few}, review::SeriesLook::Line, {}}};
    return content;
}

} // namespace mockingbird::test
