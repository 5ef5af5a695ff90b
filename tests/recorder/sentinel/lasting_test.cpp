// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/lasting.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;

constexpr SteadyTime kStart{100s};

} // namespace

TEST(Lasting, TellsWhatHasLastedAndTakesItBackWhenItHasBeenOver) {
    Lasting lasting(4s, 1s);
    EXPECT_FALSE(lasting.told(kStart));
    lasting.see(true, kStart);
    EXPECT_FALSE(lasting.told(kStart + 3999ms));
    EXPECT_TRUE(lasting.told(kStart + 4s));
    lasting.see(false, kStart + 6s);
    EXPECT_TRUE(lasting.told(kStart + 6999ms));
    EXPECT_FALSE(lasting.told(kStart + 7s));
}

TEST(Lasting, NeitherTellsNorTakesBackWhatFlickers) {
    Lasting lasting(4s, 1s);
    SteadyTime now = kStart;
    for (int i = 0; i < 20; ++i) {
        lasting.see(true, now);
        lasting.see(false, now + 3s);
        now += 4s;
        EXPECT_FALSE(lasting.told(now));
    }
    lasting.see(true, now);
    ASSERT_TRUE(lasting.told(now + 4s));
    for (int i = 0; i < 20; ++i) {
        now += 4s;
        lasting.see(false, now);
        lasting.see(true, now + 900ms);
        EXPECT_TRUE(lasting.told(now + 1s));
    }
}

TEST(Lasting, TellsWhatLastedThoughNobodyAskedMeanwhile) {
    Lasting lasting(4s, 1s);
    lasting.see(true, kStart);
    lasting.see(false, kStart + 5s);
    EXPECT_TRUE(lasting.told(kStart + 5500ms)) << "told late, and not yet over for a second";
    EXPECT_FALSE(lasting.told(kStart + 6s));
}

} // namespace mockingbird::recorder
