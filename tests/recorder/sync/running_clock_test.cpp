// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/running_clock.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(RunningClock, FindsEverySampleAgainByItsTime) {
    const RunningClock clock(SteadyTime(std::chrono::hours(1000)));
    for (const std::int64_t sample : {0LL, 1LL, 7LL, 47999LL, 48000LL, 3LL * 3600 * 48000 + 1, -5LL})
        EXPECT_EQ(clock.sampleAt(clock.timeOf(sample)), sample);
}

TEST(RunningClock, CountsTakesInMicrosecondsWithoutDrift) {
    EXPECT_EQ(samplesToTime(48000).microseconds(), 1'000'000);
    EXPECT_EQ(samplesToTime(1).microseconds(), 21);
    EXPECT_EQ(samplesToTime(10'000LL * 3600 * 48000).microseconds(), 10'000LL * 3600 * 1'000'000);
}

} // namespace mockingbird::recorder
