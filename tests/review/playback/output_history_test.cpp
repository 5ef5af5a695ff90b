// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/output_history.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

TEST(OutputHistory, TellsWhatIsHeardByTheLatency) {
    OutputHistory history;
    history.given(4800, ms(1000), ms(1100));
    EXPECT_EQ(history.heard(ms(0)).time, ms(1100));
    EXPECT_EQ(history.heard(ms(60)).time, ms(1040));
    EXPECT_DOUBLE_EQ(history.heard(ms(60)).speed, 1);
}

TEST(OutputHistory, KnowsWhichSpeedTheOutputStillHolds) {
    OutputHistory history;
    history.given(4800, ms(1000), ms(1100));
    history.given(4800, ms(1100), ms(1400)); // 3x
    EXPECT_EQ(history.heard(ms(50)).time, ms(1250));
    EXPECT_DOUBLE_EQ(history.heard(ms(50)).speed, 3);
    EXPECT_EQ(history.heard(ms(150)).time, ms(1050));
    EXPECT_DOUBLE_EQ(history.heard(ms(150)).speed, 1);
}

TEST(OutputHistory, StandsWhileAGapIsHeard) {
    OutputHistory history;
    history.given(4800, ms(1000), ms(1100));
    history.given(2400, ms(1100), ms(1100));
    EXPECT_EQ(history.heard(ms(20)).time, ms(1100));
    EXPECT_DOUBLE_EQ(history.heard(ms(20)).speed, 0);
    EXPECT_EQ(history.heard(ms(60)).time, ms(1090));
}

TEST(OutputHistory, GoesOnBackBeforeItsBeginning) {
    OutputHistory history;
    history.given(480, ms(1000), ms(1020)); // 2x
    EXPECT_EQ(history.heard(ms(50)).time, ms(920));
}

TEST(OutputHistory, ForgetsWhatNoOutputHolds) {
    OutputHistory history;
    for (int i = 0; i < 1000; ++i)
        history.given(4800, ms(i * 100), ms(i * 100 + 100));
    EXPECT_EQ(history.heard(ms(1900)).time, ms(98'100));
    EXPECT_FALSE(history.empty());
    history.clear();
    EXPECT_TRUE(history.empty());
}

} // namespace
} // namespace mockingbird::review
