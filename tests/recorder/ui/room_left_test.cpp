// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/room_left.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(RoomLeft, TakesTenMinutesAndNoLess) {
    EXPECT_FALSE(enoughRoom(0));
    EXPECT_FALSE(enoughRoom(9));
    EXPECT_TRUE(enoughRoom(10));
}

TEST(RoomLeft, CountsWholeMinutesAtTheRate) {
    EXPECT_EQ(minutesLeft(600'000'000, 1'000'000), 10);
    EXPECT_EQ(minutesLeft(599'999'999, 1'000'000), 9);
    EXPECT_EQ(minutesLeft(600'000'000, 0), 0);
    EXPECT_GT(expectedBytesPerSecond(2, 2), expectedBytesPerSecond(1, 2));
    EXPECT_EQ(expectedBytesPerSecond(0, 0), 0);
}

TEST(RoomLeft, SaysWhyNoRecordingBeginsAndWhatToDo) {
    const QString refused = roomSentence(9, RoomMoment::BeforeStart);
    EXPECT_TRUE(refused.contains(QStringLiteral("9 minutes")));
    EXPECT_TRUE(refused.contains(QStringLiteral("needs room for ten minutes")));
    EXPECT_TRUE(roomSentence(1, RoomMoment::BeforeStart).contains(QStringLiteral("one minute")));
    EXPECT_FALSE(roomSentence(0, RoomMoment::BeforeStart).contains(QStringLiteral("0 minutes")));
    EXPECT_TRUE(roomSentence(9, RoomMoment::WhileRecording).contains(QStringLiteral("is kept")));
    EXPECT_TRUE(roomSentence(10, RoomMoment::BeforeStart).contains(QStringLiteral("10 minutes")));
    EXPECT_TRUE(roomSentence(180, RoomMoment::BeforeStart).contains(QStringLiteral("3 hours")));
    EXPECT_TRUE(roomSentence(3000, RoomMoment::BeforeStart).contains(QStringLiteral("more than a day")));
}

} // namespace mockingbird::recorder
