// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/sample_clock.h"

#include <gtest/gtest.h>
#include <random>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
const SteadyTime kStart = SteadyTime(5000s);
constexpr std::int64_t kPiece = 960;

double milliseconds(SteadyTime::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

TEST(SampleClock, KnowsNothingBeforeAMeasure) {
    SampleClock clock;
    EXPECT_FALSE(clock.captured(0).has_value());
    clock.measure(0, kStart);
    EXPECT_EQ(clock.captured(kSampleRate), kStart + 1s);
    clock.restart();
    EXPECT_FALSE(clock.captured(0).has_value());
}

TEST(SampleClock, TakesTheTruthFromMeasuresThatComeLate) {
    SampleClock clock;
    std::mt19937 random(1);
    std::uniform_int_distribution<int> late(0, 20000);
    for (int i = 0; i < 500; ++i) {
        clock.measure(i * kPiece,
                      kStart + 20ms * i + std::chrono::microseconds(i % 7 == 0 ? 0 : late(random)));
        EXPECT_EQ(clock.captured(i * kPiece), kStart + 20ms * i);
    }
}

TEST(SampleClock, FollowsAClockThatIsOffByThreeHundredPpm) {
    for (const double ppm : {300.0, -300.0}) {
        SampleClock clock;
        // Over an hour it comes to a second.
        for (int i = 0; i < 180'000; ++i) {
            const SteadyTime real =
                kStart + std::chrono::nanoseconds(std::llround(20e6 * i * (1 + ppm / 1e6)));
            clock.measure(i * kPiece, real);
            EXPECT_NEAR(milliseconds(*clock.captured(i * kPiece) - real), 0, 0.2);
        }
    }
}

TEST(SampleClock, FollowsAGapOfTheDeviceWithinHalfASecond) {
    SampleClock clock;
    for (int i = 0; i < 100; ++i)
        clock.measure(i * kPiece, kStart + 20ms * i + (i < 50 ? 0ms : 300ms));
    EXPECT_EQ(clock.captured(100 * kPiece), kStart + 2s + 300ms);
}

} // namespace mockingbird::recorder
