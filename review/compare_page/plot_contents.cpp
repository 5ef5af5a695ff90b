// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/plot_contents.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("comparison", text);
}

bool joined(const std::vector<Attempt>& attempts, std::size_t index) {
    return index > 0 && attempts[index].rubricDiffers == attempts[index - 1].rubricDiffers &&
           attempts[index].rubricVersion == attempts[index - 1].rubricVersion;
}

std::vector<PlottedAttempt> plottedAttempts(const Comparison& comparison) {
    std::vector<PlottedAttempt> attempts;
    for (std::size_t i = 0; i < comparison.attempts.size(); ++i)
        attempts.push_back(
            {tr("Attempt %1").arg(comparison.attempts[i].number), joined(comparison.attempts, i)});
    return attempts;
}

PlotContent totalPlot(const Comparison& comparison, const std::vector<PlottedAttempt>& attempts) {
    PlotContent content;
    content.title = tr("Total");
    content.categoryTitle = tr("Attempt");
    content.unit = tr("percent of the highest levels");
    PlotSeries totals;
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        content.categories.push_back(attempts[i].name);
        PlotValue value;
        value.joined = attempts[i].joined;
        if (const auto& total = comparison.attempts[i].total) {
            value.value = total->percent;
            value.text = tr("%1 %").arg(total->percent, 0, 'f', 0);
        } else {
            value.text = tr("no total");
        }
        totals.values.push_back(std::move(value));
    }
    content.series.push_back(std::move(totals));
    for (const double percent : {0.0, 25.0, 50.0, 75.0, 100.0})
        content.ticks.push_back({percent, tr("%1 %").arg(percent)});
    return content;
}

/// What one rater gave over the attempts.
PlotSeries marksOf(const std::string& rater, const std::vector<ComparisonCell>& cells) {
    PlotSeries marks;
    marks.name = ui::toQString(rater);
    marks.look = SeriesLook::Marks;
    marks.letters = initials(rater);
    for (const ComparisonCell& cell : cells) {
        PlotValue value;
        const auto given = std::ranges::find(cell.scores, rater, &RaterScore::raterName);
        if (given != cell.scores.end() && cell.scores.size() > 1) { // one alone is the mean itself
            value.value = given->level;
            value.text = levelText(given->level);
            if (given->state == catalog::ReviewState::Draft)
                value.detail = tr("draft");
        }
        marks.values.push_back(std::move(value));
    }
    return marks;
}

} // namespace

QString initials(const std::string& name) {
    const QStringList words = ui::toQString(name).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? words.front().left(2) : words.front().left(1) + words.back().left(1);
}

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

PlotContent criterionPlot(const catalog::Criterion& criterion, const std::vector<ComparisonCell>& cells,
                          const std::vector<PlottedAttempt>& attempts,
                          const std::vector<std::string>& raters) {
    PlotContent content;
    content.title = ui::toQString(criterion.name);
    content.categoryTitle = tr("Attempt");
    content.unit = tr("levels");
    for (const catalog::Level& level : criterion.levels)
        content.ticks.push_back(
            {static_cast<double>(level.level), tr("%1 %2").arg(level.level).arg(ui::toQString(level.label))});
    PlotSeries line;
    line.name = tr("Mean or agreed level");
    bool several = false;
    for (std::size_t i = 0; i < attempts.size() && i < cells.size(); ++i) {
        content.categories.push_back(attempts[i].name);
        PlotValue value;
        value.value = cells[i].mean;
        value.text = cells[i].mean ? levelText(*cells[i].mean) : QString();
        value.joined = attempts[i].joined;
        value.detail = cellSentence(cells[i]);
        several = several || cells[i].scores.size() > 1;
        line.values.push_back(std::move(value));
    }
    content.series.push_back(std::move(line));
    if (several)
        for (const std::string& rater : raters)
            content.series.push_back(marksOf(rater, cells));
    return content;
}

std::vector<PlotContent> plotContents(const Comparison& comparison) {
    const std::vector<std::string> raters = plotRaters(comparison);
    const std::vector<PlottedAttempt> attempts = plottedAttempts(comparison);
    std::vector<PlotContent> contents;
    for (const ComparedCriterion& criterion : comparison.criteria) {
        PlotContent content = criterionPlot(criterion.criterion, criterion.cells, attempts, raters);
        content.description = plotText(criterion, comparison.attempts);
        content.colorIndex = contents.size();
        contents.push_back(std::move(content));
    }
    if (std::ranges::any_of(comparison.attempts,
                            [](const Attempt& attempt) { return attempt.total.has_value(); })) {
        contents.push_back(totalPlot(comparison, attempts));
        contents.back().colorIndex = contents.size() - 1;
    }
    return contents;
}

} // namespace mockingbird::review
