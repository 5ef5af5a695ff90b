// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/take_clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using Piece = TakeClock::Piece;
using testing::ElementsAre;
using testing::IsEmpty;

} // namespace

TEST(TakeClock, KeepsNothingFromBeforeTheBeginning) {
    const TakeClock clock(1000);
    EXPECT_FALSE(clock.position(999).has_value());
    EXPECT_EQ(clock.position(1000), 0);
    EXPECT_THAT(clock.keep(0, 1000), IsEmpty());
    EXPECT_THAT(clock.keep(900, 200), ElementsAre(Piece{100, 100, 0}));
}

TEST(TakeClock, CutsAPauseAtTheSampleAndGoesOnWhereItStopped) {
    TakeClock clock(0);
    clock.pause(100);
    clock.resume(250);
    EXPECT_EQ(clock.position(99), 99);
    EXPECT_FALSE(clock.position(100).has_value());
    EXPECT_FALSE(clock.position(249).has_value());
    EXPECT_EQ(clock.position(250), 100);
    EXPECT_THAT(clock.keep(50, 300), ElementsAre(Piece{0, 50, 50}, Piece{200, 100, 100}));
    EXPECT_EQ(clock.elapsed(350), 200);
}

TEST(TakeClock, CutsTheSameFromBlocksOfAnySize) {
    TakeClock clock(10);
    std::int64_t now = 10;
    for (int i = 0; i < 50; ++i) {
        clock.pause(now += 137);
        clock.resume(now += 53);
    }
    clock.end(now += 1000);
    for (const std::int64_t block : {1LL, 7LL, 1024LL}) {
        std::int64_t expected = 0;
        for (std::int64_t from = 0; from < now + 2000; from += block) {
            for (const Piece& piece : clock.keep(from, block)) {
                EXPECT_EQ(piece.position, expected);
                expected += piece.count;
            }
        }
        EXPECT_EQ(expected, 50 * 137 + 1000);
        EXPECT_EQ(expected, clock.elapsed(now + 5000));
    }
}

TEST(TakeClock, StandsStillWhilePausedAndAfterTheEnd) {
    TakeClock clock(0);
    clock.pause(480);
    EXPECT_TRUE(clock.paused());
    EXPECT_EQ(clock.elapsed(48000), 480);
    clock.end(9999);
    EXPECT_FALSE(clock.paused());
    EXPECT_EQ(clock.ended(), 9999);
    clock.resume(20000);
    EXPECT_EQ(clock.elapsed(48000), 480);
    EXPECT_THAT(clock.keep(15000, 10000), IsEmpty());
}

TEST(TakeClock, IgnoresASecondPauseAndASecondResume) {
    TakeClock clock(0);
    clock.resume(5);
    clock.pause(10);
    clock.pause(20);
    clock.resume(30);
    clock.resume(40);
    EXPECT_EQ(clock.position(35), 15);
}

} // namespace mockingbird::recorder
