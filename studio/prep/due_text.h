// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <QDate>
#include <QString>

namespace mockingbird::studio {

/// The day of a moment in the person's calendar.
[[nodiscard]] QDate dayOf(WallTime time);
/// How far a day is off: `today`, `tomorrow`, `in 3 days`, `yesterday`, `3 days ago`.
[[nodiscard]] QString dueText(QDate day, QDate today);
/// When an interview is, such as `in 3 days: Thursday, 5 March, 14:00`.
[[nodiscard]] QString interviewText(WallTime at, WallTime now);
/// For how long something has been waiting: `since today`, `for 3 days`, `for 5 weeks`.
[[nodiscard]] QString sinceText(WallTime since, WallTime now);

} // namespace mockingbird::studio
