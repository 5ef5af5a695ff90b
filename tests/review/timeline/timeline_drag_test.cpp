// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_drag.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

constexpr MediaTime kDuration{std::chrono::seconds(60)};

PlayRange range(double start, double end) {
    return {seconds(start), seconds(end)};
}

TEST(TimelineDrag, MovesAllOfANoteByAsMuchAsThePointer) {
    const TimelineDrag drag(Grip::Note, seconds(10.5), range(10, 14));
    EXPECT_EQ(drag.at(seconds(20.5), kDuration), range(20, 24));
    EXPECT_EQ(drag.at(seconds(0), kDuration), range(0, 4));
    EXPECT_EQ(drag.at(seconds(60), kDuration), range(56, 60));
    EXPECT_FALSE(drag.isMoment());
    EXPECT_TRUE(TimelineDrag(Grip::Note, seconds(10), range(10, 10)).isMoment());
}

TEST(TimelineDrag, MovesOneEndAndTheOtherStays) {
    const TimelineDrag end(Grip::NoteEnd, seconds(14), range(10, 14));
    EXPECT_EQ(end.at(seconds(30), kDuration), range(10, 30));
    EXPECT_EQ(end.at(seconds(90), kDuration), range(10, 60));
    const TimelineDrag start(Grip::LoopStart, seconds(10), range(10, 14));
    EXPECT_EQ(start.at(seconds(5), kDuration), range(5, 14));
}

TEST(TimelineDrag, EndsThatCrossChangePlaces) {
    const TimelineDrag end(Grip::LoopEnd, seconds(14), range(10, 14));
    EXPECT_EQ(end.at(seconds(4), kDuration), range(4, 10));
}

TEST(TimelineDrag, NoRangeIsLeftWithoutALength) {
    const TimelineDrag end(Grip::NoteEnd, seconds(14), range(10, 14));
    EXPECT_EQ(end.at(seconds(10), kDuration), range(10, 10.1));
    const TimelineDrag drawn(Grip::Range, seconds(10));
    EXPECT_EQ(drawn.at(seconds(10), kDuration), range(10, 10.1));
    EXPECT_EQ(drawn.at(seconds(8), kDuration), range(8, 10));
    EXPECT_EQ(drawn.at(seconds(12), kDuration), range(10, 12));
}

} // namespace
} // namespace mockingbird::review
