// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/text.h"

#include <QDateTime>
#include <QLocale>

namespace mockingbird::ui {

namespace {
QDateTime local(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds).toLocalTime();
}
// The interface's words are English so far; a month in another language among them would read oddly.
QLocale words() {
    return QLocale(QLocale::English);
}
} // namespace

QString shortTime(MediaTime time) {
    return QString::fromStdString(time.toShortString());
}

QString longDate(WallTime time) {
    return words().toString(local(time).date(), QStringLiteral("d MMMM yyyy"));
}

QString dateAndTime(WallTime time) {
    return words().toString(local(time), QStringLiteral("d MMM yyyy, hh:mm"));
}

} // namespace mockingbird::ui
