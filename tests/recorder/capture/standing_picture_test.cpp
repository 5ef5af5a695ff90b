// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/standing_picture.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using std::chrono::milliseconds;

SteadyTime at(int ms) {
    return SteadyTime(std::chrono::hours(1)) + milliseconds(ms);
}

media::AvFrame picture(int width) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_GRAY8;
    frame->width = width;
    frame->height = 2;
    av_frame_get_buffer(frame.get(), 0);
    return frame;
}

} // namespace

TEST(StandingPicture, HasNothingBeforeTheFirst) {
    StandingPicture standing(30);
    EXPECT_FALSE(standing.due().has_value());
    EXPECT_FALSE(standing.take(at(1000)).has_value());
}

TEST(StandingPicture, RepeatsWhatStandsFiveTimesASecond) {
    StandingPicture standing(30);
    standing.accept(picture(4), at(0));
    const auto first = standing.take(at(20));
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->at, at(0));
    EXPECT_FALSE(standing.take(at(199)).has_value());
    EXPECT_EQ(standing.due(), at(200));
    const auto again = standing.take(at(201));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->frame->width, 4);
    // It is shown again now; it was captured long ago.
    EXPECT_EQ(again->at, at(201));
    EXPECT_FALSE(standing.take(at(400)).has_value());
    EXPECT_TRUE(standing.take(at(401)).has_value());
}

TEST(StandingPicture, ThinsOutWhatIsFasterAndKeepsTheNewest) {
    StandingPicture standing(30);
    standing.accept(picture(2), at(0));
    ASSERT_TRUE(standing.take(at(0)).has_value());
    standing.accept(picture(4), at(8));
    EXPECT_FALSE(standing.take(at(8)).has_value());
    standing.accept(picture(6), at(16));
    EXPECT_FALSE(standing.take(at(16)).has_value());
    const auto next = standing.take(at(25));
    ASSERT_TRUE(next.has_value());
    EXPECT_EQ(next->frame->width, 6);
    EXPECT_EQ(next->at, at(16));
}

TEST(StandingPicture, StampsRise) {
    StandingPicture standing(30);
    standing.accept(picture(2), at(0));
    ASSERT_TRUE(standing.take(at(0)).has_value());
    const auto repeated = standing.take(at(300));
    ASSERT_TRUE(repeated.has_value());
    // Drawn before the repeat, come after it.
    standing.accept(picture(4), at(290));
    const auto late = standing.take(at(330));
    ASSERT_TRUE(late.has_value());
    EXPECT_EQ(late->frame->width, 4);
    EXPECT_GT(late->at, repeated->at);
    EXPECT_LT(late->at, at(330));
}

} // namespace mockingbird::recorder
