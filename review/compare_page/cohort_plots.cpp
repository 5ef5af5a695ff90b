// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/cohort_plots.h"

#include "common/ui/text.h"
#include "review/report/cohort_sheet.h"
#include "review/report/number_text.h"
#include "review/report/quarter_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <string_view>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("cohort_plots", text);
}

QString words(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

PlotValue countValue(const GuardedCount& count) {
    PlotValue value;
    if (count)
        value.value = *count;
    value.text = words(countText(count));
    return value;
}

PlotContent plotOf(PlotKind kind, const QString& title, const QString& categories, const QString& unit,
                   const QString& description) {
    PlotContent plot;
    plot.kind = kind;
    plot.title = title;
    plot.categoryTitle = categories;
    plot.unit = unit;
    plot.description = description;
    return plot;
}

PlotSeries seriesOf(const QString& name) {
    PlotSeries series;
    series.name = name;
    return series;
}

QString note() {
    return words(kWithheldNote);
}

bool holdsBack(const std::vector<PlotSeries>& series) {
    return std::ranges::any_of(series, [](const PlotSeries& one) {
        return std::ranges::any_of(one.values, [](const PlotValue& value) { return !value.value; });
    });
}

PlotContent attemptsPlot(const CohortYear& year) {
    PlotContent plot = plotOf(PlotKind::Bars, tr("Attempts a mentee"), tr("Attempts in the year"),
                              tr("mentees"), tr("How many mentees had how many attempts in the year."));
    PlotSeries series = seriesOf(tr("Mentees"));
    const auto& ranges = attemptRanges();
    for (std::size_t i = 0; i < ranges.size() && i < year.attempts.counts.size(); ++i) {
        plot.categories.push_back(words(rangeText(ranges[i])));
        series.values.push_back(countValue(year.attempts.counts[i]));
    }
    plot.series.push_back(std::move(series));
    if (holdsBack(plot.series))
        plot.note = note();
    return plot;
}

PlotContent participationPlot(const Participation& part) {
    PlotContent plot =
        plotOf(PlotKind::Bars, tr("Who took part: %1").arg(words(groupingText(part.grouping)).toLower()),
               words(groupingText(part.grouping)), tr("mentees"),
               tr("How many mentees of each group had how many attempts in the year."));
    const auto& ranges = attemptRanges();
    for (const std::string& group : part.groups)
        plot.categories.push_back(words(groupText(group)));
    plot.categories.push_back(tr("in all"));
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        PlotSeries series = seriesOf(ranges[i].to == 0 ? tr("no attempt")
                                                       : tr("attempts: %1").arg(words(rangeText(ranges[i]))));
        for (std::size_t row = 0; row < part.groups.size(); ++row)
            series.values.push_back(countValue(part.mentees.cells.at(row).at(i)));
        series.values.push_back(countValue(part.mentees.columnTotals.at(i)));
        if (part.mentees.columnTotals.at(i) != 0) // what nobody had takes no room in every group
            plot.series.push_back(std::move(series));
    }
    if (holdsBack(plot.series))
        plot.note = note();
    return plot;
}

/// Criteria of one kit, version and cut of the levels share a plot, for its series are levels.
bool shareAPlot(const CriterionYear& one, const CriterionYear& other) {
    return one.kit == other.kit && one.rubricVersion == other.rubricVersion &&
           std::ranges::equal(one.given, other.given, [](const LevelRange& a, const LevelRange& b) {
               return a.from == b.from && a.to == b.to;
           });
}

PlotContent levelsPlot(const CohortYear& year, const std::vector<const CriterionYear*>& criteria) {
    const CriterionYear& first = *criteria.front();
    PlotContent plot = plotOf(
        PlotKind::Shares,
        tr("Levels given: %1").arg(words(kitText(year, first.kit, first.kitName, first.rubricVersion))),
        tr("Criterion"), tr("levels given"),
        tr("Which share of the raters' levels was which, by criterion."));
    for (const CriterionYear* criterion : criteria)
        plot.categories.push_back(
            criterion->mean
                ? tr("%1 (mean %2)").arg(words(criterion->name), words(numberText(*criterion->mean)))
                : words(criterion->name));
    for (std::size_t i = 0; i < first.given.size(); ++i) {
        PlotSeries series = seriesOf(tr("level %1").arg(words(rangeText(first.given[i]))));
        for (const CriterionYear* criterion : criteria) {
            PlotValue value;
            value.value = criterion->given[i].count;
            value.text = QString::number(criterion->given[i].count);
            series.values.push_back(std::move(value));
        }
        plot.series.push_back(std::move(series));
    }
    if (std::ranges::any_of(first.given, [](const LevelRange& range) { return range.from != range.to; }))
        plot.note = tr("Levels that fewer than five mentees had are put together with their neighbours.");
    return plot;
}

std::vector<PlotContent> levelPlots(const CohortYear& year) {
    std::vector<std::vector<const CriterionYear*>> groups;
    for (const CriterionYear& criterion : year.criteria) {
        if (criterion.given.empty())
            continue;
        const auto place = std::ranges::find_if(
            groups, [&](const auto& group) { return shareAPlot(*group.front(), criterion); });
        if (place != groups.end())
            place->push_back(&criterion);
        else
            groups.push_back({&criterion});
    }
    std::vector<PlotContent> plots;
    for (const auto& group : groups)
        plots.push_back(levelsPlot(year, group));
    return plots;
}

PlotContent hardestPlot(const CohortYear& year) {
    PlotContent plot = plotOf(PlotKind::Bars, tr("Hardest questions"), tr("Question or criterion"),
                              tr("percent of the scale"),
                              tr("The mean of the levels given, the lowest first: 0 % is the lowest level."));
    plot.ticks = {{0, tr("0 %")}, {50, tr("50 %")}, {100, tr("100 %")}};
    PlotSeries series = seriesOf(tr("Mean of the scale"));
    for (const HardItem& item : year.hardest) {
        plot.categories.push_back(words(item.text));
        PlotValue value;
        value.value = item.percent;
        value.text = tr("%1 %").arg(words(numberText(item.percent)));
        value.detail = tr("%1; levels given: %2")
                           .arg(words(kitText(year, item.kit, item.kitName, item.rubricVersion)))
                           .arg(item.scores);
        series.values.push_back(std::move(value));
    }
    plot.series.push_back(std::move(series));
    return plot;
}

PlotContent outcomesPlot(const CohortYear& year) {
    PlotContent plot =
        plotOf(PlotKind::Bars, tr("Outcomes in the year"), tr("What"), tr("mentees"), words(kNoCauseNote));
    PlotSeries series = seriesOf(tr("Mentees"));
    for (const OutcomesYear& outcome : year.outcomes) {
        plot.categories.push_back(words(outcomeKindText(outcome.kind)));
        PlotValue value = countValue(outcome.total);
        if (outcome.medianAttemptsBefore)
            value.detail =
                tr("Attempts before it, median: %1").arg(words(numberText(*outcome.medianAttemptsBefore)));
        series.values.push_back(std::move(value));
    }
    plot.series.push_back(std::move(series));
    plot.note = words(kNoCauseNote);
    if (holdsBack(plot.series))
        plot.note += QStringLiteral(" ") + note();
    return plot;
}

} // namespace

std::vector<PlotContent> cohortPlots(const CohortYear& year) {
    std::vector<PlotContent> plots;
    if (!year.mentees || *year.mentees == 0)
        return plots;
    plots.push_back(attemptsPlot(year));
    for (const Participation& part : year.participation)
        if (!part.groups.empty())
            plots.push_back(participationPlot(part));
    for (PlotContent& plot : levelPlots(year))
        plots.push_back(std::move(plot));
    if (!year.hardest.empty())
        plots.push_back(hardestPlot(year));
    if (!year.outcomes.empty())
        plots.push_back(outcomesPlot(year));
    return plots;
}

} // namespace mockingbird::review
