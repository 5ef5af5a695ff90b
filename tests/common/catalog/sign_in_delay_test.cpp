// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_delay.h"

#include <gtest/gtest.h>

namespace mockingbird::catalog {

using std::chrono::seconds;

TEST(SignInDelay, ForgivesTypingSlipsAndThenDoublesUpToFiveMinutes) {
    for (const int slips : {0, 1, 2, 3})
        EXPECT_EQ(delayAfter(slips), seconds{0}) << slips;
    EXPECT_EQ(delayAfter(4), seconds{1});
    EXPECT_EQ(delayAfter(5), seconds{2});
    EXPECT_EQ(delayAfter(9), seconds{32});
    EXPECT_EQ(delayAfter(12), seconds{256});
    EXPECT_EQ(delayAfter(13), seconds{300});
    EXPECT_EQ(delayAfter(1'000'000), seconds{300});
}

TEST(SignInDelay, RunsOutWithTheClockAndIsWholeAgainWhereThatWasSetBack) {
    const WallTime last{1'000'000};
    EXPECT_EQ(delayLeft(6, last, last), seconds{4});
    EXPECT_EQ(delayLeft(6, last, WallTime{1'000'900}), seconds{4}); // a part of a second counts as one
    EXPECT_EQ(delayLeft(6, last, WallTime{1'003'000}), seconds{1});
    EXPECT_EQ(delayLeft(6, last, WallTime{1'004'000}), seconds{0});
    EXPECT_EQ(delayLeft(6, last, WallTime{2'000'000}), seconds{0});
    EXPECT_EQ(delayLeft(6, last, WallTime{500'000}), seconds{4});
}

} // namespace mockingbird::catalog
