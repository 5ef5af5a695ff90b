// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/differences_text.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("side_by_side", text);
}

/// The levels in the attempts' order, a dash where there is none.
QString wayOf(const QuestionChange& change) {
    QStringList levels;
    for (const std::optional<double>& level : change.levels)
        levels << (level ? levelText(*level) : QStringLiteral("–"));
    QString text =
        ui::toQString(change.criterion.name) + QStringLiteral(" ") + levels.join(QStringLiteral(" → "));
    if (change.change)
        text += QStringLiteral(" (") + changeText(*change.change) + QStringLiteral(")");
    return text;
}

QString listOf(const std::vector<QuestionChange>& changes, bool ofQuestion) {
    QStringList ways;
    for (const QuestionChange& change : changes)
        if (change.ofQuestion == ofQuestion)
            ways << wayOf(change);
    return ways.join(QStringLiteral(" · "));
}

} // namespace

QString differencesText(const std::vector<QuestionAttempt>& attempts) {
    if (attempts.size() < 2)
        return tr("Choose a second attempt to compare with.");
    const bool oneRubric = std::ranges::all_of(attempts, [&](const QuestionAttempt& attempt) {
        return attempt.rubric == attempts.front().rubric &&
               attempt.rubricVersion == attempts.front().rubricVersion;
    });
    if (!oneRubric)
        return tr("These attempts were rated by different versions of the rubric: a level may mean something "
                  "else in each, so none are compared.");
    const std::vector<QuestionChange> changes = questionChanges(attempts);
    QStringList sentences;
    if (const QString levels = listOf(changes, true); !levels.isEmpty())
        sentences << tr("This question: %1.").arg(levels);
    if (const QString levels = listOf(changes, false); !levels.isEmpty())
        sentences << tr("The whole interview: %1.").arg(levels);
    if (sentences.isEmpty())
        return tr("No levels to compare yet.");
    return sentences.join(QStringLiteral(" "));
}

} // namespace mockingbird::review
