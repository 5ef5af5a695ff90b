// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/due_text.h"

#include <QDateTime>
#include <gtest/gtest.h>

namespace mockingbird::studio {

namespace {

WallTime at(int year, int month, int day, int hour) {
    return {QDateTime(QDate(year, month, day), QTime(hour, 0)).toMSecsSinceEpoch()};
}

} // namespace

TEST(DueText, CountsDaysOfTheCalendarNotHours) {
    const QDate today(2026, 3, 10);
    EXPECT_EQ(dueText(today, today), "today");
    EXPECT_EQ(dueText(today.addDays(1), today), "tomorrow");
    EXPECT_EQ(dueText(today.addDays(3), today), "in 3 days");
    EXPECT_EQ(dueText(today.addDays(-1), today), "yesterday");
    EXPECT_EQ(dueText(today.addDays(-9), today), "9 days ago");
    EXPECT_EQ(interviewText(at(2026, 3, 11, 9), at(2026, 3, 10, 23)), "tomorrow: Wednesday, 11 March, 09:00");
    EXPECT_EQ(interviewText(at(2027, 1, 4, 9), at(2026, 12, 31, 23)),
              "in 4 days: Monday, 4 January 2027, 09:00");
}

TEST(DueText, SaysForHowLongSomethingWaits) {
    const WallTime now = at(2026, 3, 10, 12);
    EXPECT_EQ(sinceText(now, now), "since today");
    EXPECT_EQ(sinceText(at(2026, 3, 9, 23), now), "since yesterday");
    EXPECT_EQ(sinceText(at(2026, 3, 1, 9), now), "for 9 days");
    EXPECT_EQ(sinceText(at(2026, 1, 6, 9), now), "for 9 weeks");
}

} // namespace mockingbird::studio
