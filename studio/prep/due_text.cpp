// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/due_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace mockingbird::studio {

namespace {

constexpr qint64 kWeeksFrom = 21; // days: less is counted in days

QString tr(const char* text) {
    return QCoreApplication::translate("DueText", text);
}

/// The interface is English; the machine's language would mix both.
QLocale words() {
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

QDate dayOf(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds).date();
}

QString dueText(QDate day, QDate today) {
    const qint64 days = today.daysTo(day);
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("tomorrow");
    if (days == -1)
        return tr("yesterday");
    return days > 0 ? tr("in %1 days").arg(days) : tr("%1 days ago").arg(-days);
}

QString interviewText(WallTime at, WallTime now) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.milliseconds);
    const bool thisYear = time.date().year() == dayOf(now).year();
    return tr("%1: %2").arg(dueText(time.date(), dayOf(now)),
                            words().toString(time, thisYear ? QStringLiteral("dddd, d MMMM, hh:mm")
                                                            : QStringLiteral("dddd, d MMMM yyyy, hh:mm")));
}

QString sinceText(WallTime since, WallTime now) {
    const qint64 days = dayOf(since).daysTo(dayOf(now));
    if (days <= 0)
        return tr("since today");
    if (days == 1)
        return tr("since yesterday");
    if (days < kWeeksFrom)
        return tr("for %1 days").arg(days);
    return tr("for %1 weeks").arg(days / 7);
}

} // namespace mockingbird::studio
