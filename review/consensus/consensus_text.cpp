// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/consensus_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

/// Below it the words say that the figure is a hint: the sampling error of a coefficient over twenty units is
/// still about as wide as the steps between the words.
constexpr std::size_t kFewUnits = 20;

QString tr(const char* text) {
    return QCoreApplication::translate("mockingbird::review::ConsensusText", text);
}

QString percent(double share) {
    return QString::number(100 * share, 'f', 0);
}

/// Krippendorff's marks: 0.8 to rely on, 0.667 for tentative conclusions; the rest is ours.
QString strengthText(double value) {
    if (value >= 0.8)
        return tr("The levels are much alike.");
    if (value >= 0.667)
        return tr("The levels are fairly alike.");
    if (value >= 0.4)
        return tr("The levels agree in part.");
    if (value > 0.1)
        return tr("The levels agree a little more than by chance.");
    return tr("The levels agree no more than by chance.");
}

} // namespace

QString unitName(const catalog::Kit& kit, catalog::CriterionId criterion,
                 const std::optional<catalog::QuestionId>& question) {
    const catalog::Criterion* found = kit.rubric.criterion(criterion);
    const QString name = found ? ui::toQString(found->name) : tr("Another criterion");
    if (!question)
        return name;
    const auto place = std::ranges::find(kit.questions, *question, &catalog::Question::id);
    return place == kit.questions.end()
               ? tr("Another question · %1").arg(name)
               : tr("Question %1 · %2").arg(place - kit.questions.begin() + 1).arg(name);
}

QString levelText(const catalog::Kit& kit, catalog::CriterionId criterion, int level) {
    if (const catalog::Criterion* found = kit.rubric.criterion(criterion))
        for (const catalog::Level& each : found->levels)
            if (each.level == level)
                return tr("%1 %2").arg(level).arg(ui::toQString(each.label)).trimmed();
    return QString::number(level);
}

QString anchorText(const catalog::Kit& kit, catalog::CriterionId criterion, int level) {
    if (const catalog::Criterion* found = kit.rubric.criterion(criterion))
        for (const catalog::Level& each : found->levels)
            if (each.level == level)
                return ui::toQString(each.anchor);
    return {};
}

QString differenceText(int levels) {
    switch (levels) {
    case 0:
        return tr("the same");
    case 1:
        return tr("one level higher");
    case -1:
        return tr("one level lower");
    default:
        return levels > 0 ? tr("%1 levels higher").arg(levels) : tr("%1 levels lower").arg(-levels);
    }
}

FigureText agreementText(const ConsensusContent& content) {
    const Ratings ratings = ratingsOf(content.units);
    const auto same = percentAgreement(ratings, 0);
    if (!same)
        return {tr("No score was given by two raters, so there is nothing to compare."), {}};
    // What differs by two levels is talked about whatever the margin: see differingUnits.
    const int margin = std::min(1, content.kit.profile.agreementMargin);
    QStringList figures;
    figures << tr("The same level on %1 % of %2 scores").arg(percent(same->value)).arg(same->n);
    if (const auto within = percentAgreement(ratings, margin); within && margin > 0)
        figures << tr("within one level on %1 %").arg(percent(within->value));
    FigureText text{tr("%1.").arg(figures.join(QStringLiteral(", "))), {}};

    const bool two = ratings.size() == 2;
    const auto coefficient =
        two ? quadraticWeightedKappa(ratings[0], ratings[1]) : krippendorffAlphaOrdinal(ratings);
    if (!coefficient) {
        text.meaning = tr("No coefficient can be given: the levels hardly vary.");
        return text;
    }
    const QString value = QString::number(coefficient->value, 'f', 2);
    text.figures +=
        QLatin1Char('\n') + (two ? tr("Weighted kappa %1, n = %2.") : tr("Krippendorff's alpha %1, n = %2."))
                                .arg(value)
                                .arg(coefficient->n);
    text.meaning =
        tr("%1 1 would be full agreement, 0 what chance gives.").arg(strengthText(coefficient->value));
    if (coefficient->n < kFewUnits)
        text.meaning +=
            tr(" It rests on %1 scores: take it as a hint, not as a measure.").arg(coefficient->n);
    return text;
}

FigureText calibrationText(const RaterCalibration& rater) {
    if (rater.n == 0)
        return {tr("None of your scores has an agreed level yet."), {}};
    FigureText text;
    text.figures = tr("The agreed level %1 of %2 times, within one level %3 of %2 times.")
                       .arg(rater.exact)
                       .arg(rater.n)
                       .arg(rater.withinOne);
    const double mean = rater.meanDifference;
    const QString size = QString::number(std::abs(mean), 'f', 1);
    if (std::abs(mean) < 0.25)
        text.meaning = tr("On average you are about as mild or strict as agreed.");
    else
        text.meaning = mean > 0 ? tr("On average you are %1 levels milder than agreed.").arg(size)
                                : tr("On average you are %1 levels stricter than agreed.").arg(size);
    if (rater.n < kFewUnits)
        text.meaning += tr(" It rests on %1 scores of one session: a hint, not a measure.").arg(rater.n);
    return text;
}

} // namespace mockingbird::review
