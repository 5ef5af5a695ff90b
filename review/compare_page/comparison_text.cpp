// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>
#include <cmath>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("comparison", text);
}

bool isNothing(double change) {
    return std::abs(change) < 0.005;
}

} // namespace

QString levelText(double level) {
    QString text = QString::number(level, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString changeText(double change) {
    if (isNothing(change))
        return QStringLiteral("= 0");
    // A minus sign as long as the plus is.
    return change > 0 ? QStringLiteral("▲ +") + levelText(change)
                      : QStringLiteral("▼ −") + levelText(-change);
}

QString spokenChange(double change) {
    if (isNothing(change))
        return tr("unchanged");
    return change > 0 ? tr("up %1").arg(levelText(change)) : tr("down %1").arg(levelText(-change));
}

QString ratersText(const ComparisonCell& cell) {
    QStringList raters;
    for (const RaterScore& score : cell.scores) {
        QString text = ui::toQString(score.raterName) + QStringLiteral(" ") + levelText(score.level);
        if (score.state == catalog::ReviewState::Draft)
            text += tr(" (draft)");
        raters << text;
    }
    return raters.join(QStringLiteral(" · "));
}

QString cellSentence(const ComparisonCell& cell) {
    if (!cell.inRubric)
        return tr("not in this version of the rubric");
    if (!cell.mean)
        return tr("no score");
    QString text = tr("%1").arg(levelText(*cell.mean));
    if (cell.scores.size() > 1)
        text = tr("mean %1 of %2 raters, from %3 to %4")
                   .arg(levelText(*cell.mean))
                   .arg(cell.scores.size())
                   .arg(levelText(*cell.lowest), levelText(*cell.highest));
    if (cell.agreed)
        text = tr("agreed on %1").arg(levelText(*cell.agreed));
    text += QStringLiteral(" (") + ratersText(cell) + QStringLiteral(")");
    if (cell.sincePrevious)
        text += tr(", %1 since the attempt before").arg(spokenChange(*cell.sincePrevious));
    if (cell.sinceFirst)
        text += tr(", %1 since the first").arg(spokenChange(*cell.sinceFirst));
    return text;
}

} // namespace mockingbird::review
