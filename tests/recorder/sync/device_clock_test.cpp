// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/device_clock.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kWall = 1'700'000'000'000'000;
const SteadyTime kStart = SteadyTime(5000s);

std::int64_t steadyStamp(SteadyTime time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

} // namespace

TEST(DeviceClock, TakesTheAgeOfAWallClockStamp) {
    DeviceClock clock;
    EXPECT_EQ(clock.captured(kWall - 30'000, kWall, kStart), kStart - 30ms);
}

TEST(DeviceClock, TakesTheAgeOfAMonotonicStamp) {
    DeviceClock clock;
    EXPECT_EQ(clock.captured(steadyStamp(kStart - 12ms), kWall, kStart), kStart - 12ms);
}

TEST(DeviceClock, StampsByArrivalWhereTheClockIsUnknown) {
    DeviceClock clock;
    EXPECT_EQ(clock.captured(42, kWall, kStart), kStart);
    EXPECT_EQ(clock.captured(33'042, kWall + 33'000, kStart + 33ms), kStart + 33ms);
}

TEST(DeviceClock, MovesNothingWhenTheWallClockIsSetByADay) {
    for (const std::int64_t step : {86'400'000'000LL, -86'400'000'000LL, 1'000'000LL}) {
        DeviceClock clock;
        std::int64_t wall = kWall;
        SteadyTime now = kStart;
        for (int i = 0; i < 200; ++i) {
            // The device's own smoothing follows the step only slowly.
            const std::int64_t stamp = wall - 20'000 + (i >= 100 ? -step + (i - 100) * step / 100 : 0);
            EXPECT_NEAR(std::chrono::duration<double>(now - clock.captured(stamp, wall, now)).count(), 0.02,
                        0.03)
                << i;
            now += 20ms;
            wall += 20'000;
            if (i == 99)
                wall += step;
        }
    }
}

TEST(DeviceClock, GivesAFrameWithoutAStampTheUsualAge) {
    DeviceClock clock;
    static_cast<void>(clock.captured(kWall - 30'000, kWall, kStart));
    EXPECT_EQ(clock.captured(std::nullopt, kWall, kStart + 1s), kStart + 1s - 30ms);
}

} // namespace mockingbird::recorder
