// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/plot_contents.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("comparison", text);
}

bool joined(const std::vector<Attempt>& attempts, std::size_t index) {
    return index > 0 && attempts[index].rubricDiffers == attempts[index - 1].rubricDiffers &&
           attempts[index].rubricVersion == attempts[index - 1].rubricVersion;
}

PlotContent emptyPlot(const Comparison& comparison, const QString& name, std::size_t colorIndex) {
    PlotContent content;
    content.name = name;
    content.colorIndex = colorIndex;
    for (const Attempt& attempt : comparison.attempts)
        content.attempts.push_back(tr("Attempt %1").arg(attempt.number));
    return content;
}

PlotContent totalPlot(const Comparison& comparison, std::size_t colorIndex) {
    PlotContent content = emptyPlot(comparison, tr("Total"), colorIndex);
    QStringList parts;
    for (std::size_t i = 0; i < comparison.attempts.size(); ++i) {
        PlotPoint point;
        point.comparable = joined(comparison.attempts, i);
        point.hover = tr("no total");
        if (const auto& total = comparison.attempts[i].total) {
            point.value = total->percent;
            point.valueLabel = tr("%1 %").arg(total->percent, 0, 'f', 0);
            point.hover = point.valueLabel;
        }
        parts << tr("attempt %1: %2").arg(comparison.attempts[i].number).arg(point.hover);
        content.points.push_back(std::move(point));
    }
    for (const double percent : {0.0, 25.0, 50.0, 75.0, 100.0})
        content.ticks.push_back({percent, tr("%1 %").arg(percent)});
    content.description = tr("Total. ") + parts.join(QStringLiteral("; ")) + QStringLiteral(".");
    return content;
}

} // namespace

std::vector<std::string> plotRaters(const Comparison& comparison) {
    std::vector<std::string> raters;
    for (const ComparedCriterion& criterion : comparison.criteria)
        for (const ComparisonCell& cell : criterion.cells)
            for (const RaterScore& score : cell.scores)
                if (std::ranges::find(raters, score.raterName) == raters.end())
                    raters.push_back(score.raterName);
    std::ranges::sort(raters);
    return raters;
}

std::vector<PlotContent> plotContents(const Comparison& comparison) {
    const std::vector<std::string> raters = plotRaters(comparison);
    std::vector<PlotContent> contents;
    for (const ComparedCriterion& criterion : comparison.criteria) {
        PlotContent content = emptyPlot(comparison, ui::toQString(criterion.criterion.name), contents.size());
        content.description = plotText(criterion, comparison.attempts);
        for (const catalog::Level& level : criterion.criterion.levels)
            content.ticks.push_back({static_cast<double>(level.level),
                                     tr("%1 %2").arg(level.level).arg(ui::toQString(level.label))});
        for (std::size_t i = 0; i < criterion.cells.size(); ++i) {
            const ComparisonCell& cell = criterion.cells[i];
            PlotPoint point;
            point.value = cell.mean;
            point.valueLabel = cell.mean ? levelText(*cell.mean) : QString();
            point.comparable = joined(comparison.attempts, i);
            point.hover = cellSentence(cell);
            if (cell.scores.size() > 1) // a single rater's level is the mean itself
                for (const RaterScore& score : cell.scores)
                    point.raters.emplace_back(std::ranges::find(raters, score.raterName) - raters.begin(),
                                              score.level);
            content.points.push_back(std::move(point));
        }
        contents.push_back(std::move(content));
    }
    if (std::ranges::any_of(comparison.attempts,
                            [](const Attempt& attempt) { return attempt.total.has_value(); }))
        contents.push_back(totalPlot(comparison, contents.size()));
    return contents;
}

} // namespace mockingbird::review
