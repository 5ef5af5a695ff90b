// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/change_text.h"

#include "review/compare_page/comparison_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("progress", text);
}

/// Nobody but the mentee rated the criterion's attempt.
bool isOwnAlone(const ComparisonCell& cell) {
    return !cell.agreed &&
           std::ranges::all_of(cell.scores, [](const RaterScore& score) { return score.ofMentee; });
}

QString capitalized(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString countText(int count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

} // namespace

QString changeText(const ChangeSince& since, int attemptNumber, bool ownAlone) {
    const Change& change = since.change;
    const QString head = tr("%1 since attempt %2").arg(spokenChange(change.by)).arg(attemptNumber);
    switch (change.verdict) {
    case ChangeVerdict::BeyondRaters:
        return tr("%1: more than raters of one attempt differ by (%2)").arg(head, levelText(*change.margin));
    case ChangeVerdict::WithinRaters:
        return std::abs(change.by) < 0.005
                   ? head
                   : tr("%1: no more than raters of one attempt can differ by (%2), so it may be nothing")
                         .arg(head, levelText(*change.margin));
    case ChangeVerdict::NotKnown:
        return ownAlone ? tr("%1, by the mentee's own levels").arg(head)
                        : tr("%1; how far raters differ isn't known").arg(head);
    }
    return head;
}

QString changesText(const CriterionProgress& progress, const std::vector<int>& numbers) {
    const auto last = progress.lastLevel();
    if (!last)
        return {};
    const bool ownAlone = isOwnAlone(progress.cells[*last]);
    QStringList sentences;
    const auto& first = progress.sinceFirst[*last];
    const auto& previous = progress.sincePrevious[*last];
    for (const auto& since : {first, previous})
        if (since && (since->attempt != first->attempt || sentences.isEmpty()))
            sentences << capitalized(changeText(*since, numbers[since->attempt], ownAlone)) + u'.';
    return sentences.join(QStringLiteral(" "));
}

QString summaryText(const ProgressGroup& group, const std::vector<int>& numbers) {
    int up = 0;
    int down = 0;
    int perhaps = 0;
    int unknown = 0;
    std::optional<std::size_t> from;
    for (const CriterionProgress& progress : group.criteria) {
        const auto last = progress.lastLevel();
        if (!last || !progress.sinceFirst[*last])
            continue;
        const Change& change = progress.sinceFirst[*last]->change;
        from =
            std::min(from.value_or(progress.sinceFirst[*last]->attempt), progress.sinceFirst[*last]->attempt);
        if (change.verdict == ChangeVerdict::NotKnown)
            ++unknown;
        else if (change.verdict == ChangeVerdict::WithinRaters)
            ++perhaps;
        else
            ++(change.by > 0 ? up : down);
    }
    if (!from)
        return tr("What has changed shows once two attempts are scored.");
    QStringList parts;
    if (up > 0)
        parts << countText(up, tr("one criterion went up by more than raters differ by"),
                           tr("%1 criteria went up by more than raters differ by"));
    if (down > 0)
        parts << countText(down, tr("one went down by more than that"), tr("%1 went down by more than that"));
    if (perhaps > 0)
        parts << countText(perhaps, tr("one stayed, or changed by no more than raters can differ by"),
                           tr("%1 stayed, or changed by no more than raters can differ by"));
    if (unknown > 0)
        parts << countText(unknown, tr("of one it can't be told"), tr("of %1 it can't be told"));
    return tr("Since attempt %1: %2.").arg(numbers[*from]).arg(parts.join(QStringLiteral("; ")));
}

QString methodText(const ProgressGroup& group) {
    const bool known = std::ranges::any_of(
        group.criteria, [](const CriterionProgress& progress) { return progress.spread.has_value(); });
    if (!known)
        return tr(
            "Whether a change is more than raters differ by can be told once an attempt was rated by two "
            "people or more.");
    QString text =
        tr("Several raters of one attempt seldom give the same levels. A change counts as more than "
           "raters differ by where their differences alone would bring about one as large in at most "
           "1 of 20 cases. The number in brackets is how large it has to be for that.");
    if (std::ranges::any_of(group.criteria, &CriterionProgress::spreadOfOthers))
        text +=
            QStringLiteral(" ") +
            tr("As few of these attempts were rated by two, other attempts at this kit tell how far raters "
               "lie apart.");
    return text;
}

} // namespace mockingbird::review
