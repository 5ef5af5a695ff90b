// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/progress_plots.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"
#include "review/progress_view/change_text.h"
#include "review/progress_view/criterion_plot.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("progress", text);
}

const catalog::Session& sessionAt(const PersonProgress& progress, std::size_t attempt) {
    return progress.attempts[attempt].session;
}

std::vector<std::string> ratersOf(const ProgressGroup& group) {
    std::vector<std::string> raters;
    for (const CriterionProgress& criterion : group.criteria)
        for (const ComparisonCell& cell : criterion.cells)
            for (const RaterScore& score : cell.scores)
                if (std::ranges::find(raters, score.raterName) == raters.end())
                    raters.push_back(score.raterName);
    std::ranges::sort(raters);
    return raters;
}

/// The group's attempts as categories, without series.
ProgressPlot overAttempts(const PersonProgress& progress, const ProgressGroup& group) {
    ProgressPlot plot;
    plot.content.categoryTitle = tr("Attempt");
    for (const std::size_t attempt : group.attempts) {
        const catalog::Session& session = sessionAt(progress, attempt);
        plot.content.categories.push_back(attemptName(session));
        plot.content.shortCategories.push_back(QString::number(session.attempt));
        plot.sessions.push_back(session.id);
    }
    return plot;
}

PlotValue confidenceValue(std::optional<int> level) {
    PlotValue value;
    if (level) {
        value.value = *level;
        value.text = QString::number(*level);
    }
    return value;
}

QString durationText(double seconds) {
    return ui::shortTime(MediaTime::fromSeconds(seconds));
}

/// One measure of delivery.
struct Measure {
    QString title;
    QString unit;
    QString note;
    std::function<std::optional<double>(const Delivery&)> value;
    std::function<QString(double)> text;
};

std::array<Measure, 3> measures() {
    return {
        {{tr("Length of an answer"), tr("minutes and seconds"),
          tr("From the question to the end of the answer, over all that were asked. Longer is not better."),
          [](const Delivery& delivery) -> std::optional<double> {
              return delivery.meanAnswer ? std::optional(delivery.meanAnswer->seconds()) : std::nullopt;
          },
          durationText},
         {tr("Share of the talking"), tr("percent of the time that is spoken in"),
          tr("The mentee's part, by the captions."),
          [](const Delivery& delivery) -> std::optional<double> {
              return delivery.talkShare ? std::optional(100 * *delivery.talkShare) : std::nullopt;
          },
          [](double value) { return tr("%1 %").arg(std::lround(value)); }},
         {tr("Pauses"), tr("a minute of answering"),
          tr("Silences of a second and a half or more within answers, whoever is silent."),
          [](const Delivery& delivery) { return delivery.pausesPerMinute; },
          [](double value) { return levelText(std::round(value * 10) / 10); }}}};
}

/// Ticks in times of the clock, so that minutes stay whole.
std::vector<PlotTick> clockTicks(double longest) {
    const double step = longest <= 60 ? 15 : longest <= 180 ? 30 : longest <= 360 ? 60 : 120;
    std::vector<PlotTick> ticks;
    for (double at = 0; ticks.size() < 2 || at - step < longest; at += step)
        ticks.push_back({at, durationText(at)});
    return ticks;
}

} // namespace

QString attemptName(const catalog::Session& session) {
    return tr("Attempt %1, %2").arg(session.attempt).arg(ui::longDate(session.startedAt));
}

std::vector<int> attemptNumbers(const PersonProgress& progress, const ProgressGroup& group) {
    std::vector<int> numbers;
    for (const std::size_t attempt : group.attempts)
        numbers.push_back(sessionAt(progress, attempt).attempt);
    return numbers;
}

std::vector<ProgressPlot> criterionPlots(const PersonProgress& progress, const ProgressGroup& group) {
    const ProgressPlot frame = overAttempts(progress, group);
    const std::vector<std::string> raters = ratersOf(group);
    const std::vector<int> numbers = attemptNumbers(progress, group);
    std::vector<ProgressPlot> plots;
    for (const CriterionProgress& criterion : group.criteria) {
        ProgressPlot plot = frame;
        plot.content = criterionPlot(criterion.criterion, criterion.cells, frame.content.categories, raters);
        plot.content.shortCategories = frame.content.shortCategories;
        plot.content.colorIndex = plots.size();
        plot.content.note = changesText(criterion, numbers);
        plots.push_back(std::move(plot));
    }
    return plots;
}

std::optional<ProgressPlot> confidencePlot(const PersonProgress& progress) {
    ProgressPlot plot;
    PlotSeries before{tr("Before"), {}, SeriesLook::Line, {}};
    PlotSeries after{tr("After"), {}, SeriesLook::Line, {}};
    for (const ProgressAttempt& attempt : progress.attempts) {
        if (!attempt.confidenceBefore && !attempt.confidenceAfter)
            continue;
        const catalog::Session& session = attempt.session;
        plot.content.categories.push_back(
            tr("%1, %2, attempt %3")
                .arg(ui::longDate(session.startedAt), ui::toQString(session.kitName))
                .arg(session.attempt));
        plot.content.shortCategories.push_back(ui::dateAndTime(session.startedAt).section(u' ', 0, 1));
        plot.sessions.push_back(session.id);
        before.values.push_back(confidenceValue(attempt.confidenceBefore));
        after.values.push_back(confidenceValue(attempt.confidenceAfter));
    }
    if (plot.sessions.empty())
        return std::nullopt;
    plot.content.title = tr("Confidence before and after");
    plot.content.categoryTitle = tr("Day of the attempt");
    plot.content.note = tr("Over all kits: how sure they said to be, from 1 to 10.");
    plot.content.unit = tr("how sure they said to be, from 1 to 10");
    plot.content.series = {std::move(before), std::move(after)};
    for (const int level : {1, 4, 7, 10})
        plot.content.ticks.push_back({static_cast<double>(level), QString::number(level)});
    return plot;
}

std::vector<ProgressPlot> deliveryPlots(const PersonProgress& progress, const ProgressGroup& group) {
    std::vector<ProgressPlot> plots;
    for (const Measure& measure : measures()) {
        ProgressPlot plot = overAttempts(progress, group);
        PlotSeries series;
        double longest = 0;
        int known = 0;
        for (const std::size_t attempt : group.attempts) {
            PlotValue value;
            if (const auto measured = measure.value(progress.attempts[attempt].delivery)) {
                value.value = *measured;
                value.text = measure.text(*measured);
                longest = std::max(longest, *measured);
                ++known;
            }
            series.values.push_back(std::move(value));
        }
        if (known < 2)
            continue;
        plot.content.title = measure.title;
        plot.content.unit = measure.unit;
        plot.content.note = measure.note;
        plot.content.colorIndex = plots.size() + 2;
        plot.content.series = {std::move(series)};
        if (measure.title == tr("Length of an answer"))
            plot.content.ticks = clockTicks(longest);
        plots.push_back(std::move(plot));
    }
    return plots;
}

} // namespace mockingbird::review
