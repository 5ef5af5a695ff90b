// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/media_time.h"

#include <gtest/gtest.h>

using namespace mockingbird;

TEST(MediaTime, ParsesSecondsAndClockTimes) {
    EXPECT_EQ(MediaTime::parse("12.5").value().microseconds(), 12'500'000);
    EXPECT_EQ(MediaTime::parse("1:02.25").value().microseconds(), 62'250'000);
    EXPECT_EQ(MediaTime::parse("01:00:00.001").value().microseconds(), 3'600'001'000);
    EXPECT_EQ(MediaTime::parse("90").value().microseconds(), 90'000'000);
}

TEST(MediaTime, RefusesWhatIsNoTime) {
    for (const char* text : {"", "-1", "1e3", "abc", "1:2:3:4", "1:60", "0x10", "nan", "inf", " 1", "1.5:00",
                             ".", "1..2", "99999999999999999999"})
        EXPECT_FALSE(MediaTime::parse(text).ok()) << text;
}

TEST(MediaTime, PrintsWhatItParses) {
    for (const char* text : {"00:00:00.000", "00:01:02.500", "12:34:56.789"})
        EXPECT_EQ(MediaTime::parse(text).value().toString(), text);
    EXPECT_EQ(MediaTime::fromSeconds(62.9).toShortString(), "1:02");
    EXPECT_EQ(MediaTime::fromSeconds(3723).toShortString(), "1:02:03");
}
