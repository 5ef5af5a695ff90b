// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_settings.h"

#include <QSettings>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr auto kReactionKey = "review/reactionTime";
constexpr auto kLeadInKey = "review/leadIn";

std::chrono::milliseconds read(const char* key, std::chrono::milliseconds usual) {
    const int count = QSettings().value(QLatin1String(key), static_cast<int>(usual.count())).toInt();
    return std::clamp(std::chrono::milliseconds(count), std::chrono::milliseconds(0),
                      ReviewSettings::kLongest);
}

} // namespace

ReviewSettings ReviewSettings::load() {
    const ReviewSettings usual;
    return {read(kReactionKey, usual.reactionTime), read(kLeadInKey, usual.leadIn)};
}

void ReviewSettings::save() const {
    QSettings settings;
    settings.setValue(QLatin1String(kReactionKey), static_cast<int>(reactionTime.count()));
    settings.setValue(QLatin1String(kLeadInKey), static_cast<int>(leadIn.count()));
}

} // namespace mockingbird::review
