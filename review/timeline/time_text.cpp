// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/time_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace mockingbird::review {

QString preciseTime(MediaTime time) {
    const auto tenth = std::max<std::int64_t>(0, time.microseconds()) / 100'000 % 10;
    return QString::fromStdString(time.toShortString()) + QStringLiteral(".") + QString::number(tenth);
}

QString momentText(MediaTime at, const std::optional<MediaTime>& until) {
    if (!until)
        return preciseTime(at);
    return preciseTime(at) + QStringLiteral(" – ") + preciseTime(*until);
}

QString spokenTime(MediaTime time) {
    const auto seconds = std::max<std::int64_t>(0, time.microseconds()) / 1'000'000;
    const auto part = [](std::int64_t count, const char* one, const char* many) {
        return QCoreApplication::translate("review", count == 1 ? one : many).arg(count);
    };
    QStringList parts;
    if (seconds >= 3600)
        parts << part(seconds / 3600, "%1 hour", "%1 hours");
    if (seconds >= 60)
        parts << part(seconds / 60 % 60, "%1 minute", "%1 minutes");
    parts << part(seconds % 60, "%1 second", "%1 seconds");
    return parts.join(QStringLiteral(" "));
}

} // namespace mockingbird::review
