// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/criterion_plot.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("progress", text);
}

/// Who gave what, beside the value itself.
QString givenBy(const ComparisonCell& cell) {
    if (cell.scores.empty())
        return cell.agreed ? tr("Agreed on.") : QString();
    return (cell.agreed ? tr("Agreed on. Each gave: %1") : tr("Each gave: %1")).arg(ratersText(cell));
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

PlotContent criterionPlot(const catalog::Criterion& criterion, const std::vector<ComparisonCell>& cells,
                          const std::vector<QString>& attempts, const std::vector<std::string>& raters) {
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
        content.categories.push_back(attempts[i]);
        PlotValue value;
        value.value = cells[i].mean;
        value.text = cells[i].mean ? levelText(*cells[i].mean) : QString();
        value.detail = givenBy(cells[i]);
        several = several || cells[i].scores.size() > 1;
        line.values.push_back(std::move(value));
    }
    content.series.push_back(std::move(line));
    if (several)
        for (const std::string& rater : raters)
            content.series.push_back(marksOf(rater, cells));
    return content;
}

} // namespace mockingbird::review
