// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/differences_text.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("side_by_side", text);
}

/// What the change is worth, with its comma; nothing where that isn't known.
QString worthOf(const QuestionChange& change, const std::vector<QuestionAttempt>& attempts,
                const PersonProgress& progress) {
    if (change.ofQuestion || std::abs(*change.change) < 0.005)
        return {};
    const auto known = changeBetween(progress, attempts[change.from].session.id,
                                     attempts[change.until].session.id, change.criterion.id);
    if (!known || known->verdict == ChangeVerdict::NotKnown)
        return {};
    return known->verdict == ChangeVerdict::BeyondRaters ? tr(", more than raters differ")
                                                         : tr(", which may be nothing");
}

/// The levels in the attempts' order, a dash where there is none.
QString wayOf(const QuestionChange& change, const QString& worth) {
    QStringList levels;
    for (const std::optional<double>& level : change.levels)
        levels << (level ? levelText(*level) : QStringLiteral("–"));
    QString text =
        ui::toQString(change.criterion.name) + QStringLiteral(" ") + levels.join(QStringLiteral(" → "));
    if (change.change)
        text += QStringLiteral(" (") + changeText(*change.change) + worth + QStringLiteral(")");
    return text;
}

} // namespace

QString differencesText(const std::vector<QuestionAttempt>& attempts, const PersonProgress& progress) {
    if (attempts.size() < 2)
        return tr("Choose a second attempt to compare with.");
    const bool oneRubric = std::ranges::all_of(attempts, [&](const QuestionAttempt& attempt) {
        return attempt.rubric == attempts.front().rubric &&
               attempt.rubricVersion == attempts.front().rubricVersion;
    });
    if (!oneRubric)
        return tr("These attempts were rated by different versions of the rubric: a level may mean something "
                  "else in each, so none are compared.");
    QStringList ofQuestion;
    QStringList ofAll;
    for (const QuestionChange& change : questionChanges(attempts))
        (change.ofQuestion ? ofQuestion : ofAll)
            << wayOf(change, change.change ? worthOf(change, attempts, progress) : QString());
    QStringList sentences;
    if (!ofQuestion.isEmpty())
        sentences << tr("This question: %1.").arg(ofQuestion.join(QStringLiteral(" · ")));
    if (!ofAll.isEmpty())
        sentences << tr("The whole interview: %1.").arg(ofAll.join(QStringLiteral(" · ")));
    if (sentences.isEmpty())
        return tr("No levels to compare yet.");
    return sentences.join(QStringLiteral(" "));
}

} // namespace mockingbird::review
