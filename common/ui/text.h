// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/wall_time.h"

#include <QString>
#include <string>

namespace mockingbird::ui {

[[nodiscard]] inline QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}
/// `1:03`, or `1:02:03` from an hour on.
[[nodiscard]] QString shortTime(MediaTime time);
/// The day in the person's calendar, such as `3 March 2026`.
[[nodiscard]] QString longDate(WallTime time);
/// Day and time of day, short: `3 Mar 2026, 14:05`.
[[nodiscard]] QString dateAndTime(WallTime time);

} // namespace mockingbird::ui
