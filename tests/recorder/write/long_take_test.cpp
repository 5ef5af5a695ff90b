// SPDX-License-Identifier: GPL-3.0-or-later
// Takes on a simulated clock: what only shows after minutes.
#include "tests/support/decoded_file.h"
#include "tests/support/simulated_take.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::recorder {

namespace {

using test::SimulatedTake;

constexpr std::int64_t kSecond = 48000;

double nearest(const std::vector<double>& times, double wanted) {
    return *std::ranges::min_element(times, {}, [&](double time) { return std::abs(time - wanted); });
}

/// The strongest that the tone of the pauses is anywhere in a sound, in windows of 10 ms.
double marker(const std::vector<float>& samples) {
    constexpr std::size_t kWindow = 480;
    double most = 0;
    for (std::size_t at = 0; at + kWindow <= samples.size(); at += kWindow / 2)
        most = std::max(most, test::amplitudeOf(samples, test::kMarkerHertz, at, kWindow));
    return most;
}

/// Fifty, one in each three seconds, each begun and ended at a sample of chance.
std::vector<SimulatedTake::Pause> fiftyPauses() {
    std::mt19937 random(50);
    std::uniform_int_distribution<std::int64_t> length(2000, 20'000);
    std::uniform_int_distribution<std::int64_t> shift(0, 4000);
    std::vector<SimulatedTake::Pause> pauses;
    for (std::int64_t i = 0; i < 50; ++i) {
        const std::int64_t from = (3 * i + 1) * kSecond + kSecond / 3 + shift(random);
        pauses.push_back({from, from + length(random)});
    }
    return pauses;
}

} // namespace

TEST(LongTake, KeepsASourceInItsPlaceWhoseClockIsOff) {
    const test::TemporaryFolder folder;
    SimulatedTake take;
    take.file = folder / "a.mkv";
    take.seconds = 180;
    take.clocksOff = {0, 300, -300};
    const auto outcome = test::simulate(take);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const auto decoded = test::decodeWhole(take.file);
    ASSERT_TRUE(decoded.ok());
    const auto times = [&](std::size_t track) {
        const auto& sound = decoded->sounds[track];
        return test::clicks(sound.samples, sound.begins.seconds());
    };
    const auto exact = times(1);
    ASSERT_GE(exact.size(), 170U);
    for (const std::size_t track : {2U, 3U}) {
        const auto drifting = times(track);
        ASSERT_GE(drifting.size(), 170U);
        for (const double click : exact) {
            // 300 millionths would be 54 ms at the end.
            EXPECT_LT(std::abs(nearest(drifting, click) - click), 0.01) << "after " << click << " s";
        }
        EXPECT_NEAR(exact.back(), std::round(exact.back()), 0.001);
    }
}

TEST(LongTake, CutsFiftyPausesFromAllTracksAtTheirSamples) {
    const test::TemporaryFolder folder;
    SimulatedTake take;
    take.file = folder / "a.mkv";
    take.seconds = 160;
    take.pauses = fiftyPauses();
    const auto outcome = test::simulate(take);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const auto decoded = test::decodeWhole(take.file);
    ASSERT_TRUE(decoded.ok());
    const auto flashes = test::flashes(decoded->pictures[0]);
    for (const auto& sound : decoded->sounds) {
        // Not a sample of a pause is on any track.
        EXPECT_LT(marker(sound.samples), 0.02) << "stream " << sound.stream;
        const auto clicks = test::clicks(sound.samples, sound.begins.seconds());
        for (int second = 1; second < take.seconds; ++second) {
            const double place =
                static_cast<double>(test::placeInTake(take.pauses, second * kSecond)) / kSecond;
            // Matroska's milliseconds, and nothing that adds up.
            EXPECT_NEAR(nearest(clicks, place), place, 0.0015);
            EXPECT_NEAR(nearest(flashes, place), nearest(clicks, place), 1.0 / take.framesPerSecond);
        }
    }
    for (const auto& frame : decoded->pictures[0])
        EXPECT_TRUE(frame.code.has_value());
}

// The control: a take that ran on through the pauses has what was said in them.
TEST(LongTake, WouldHoldThePausesHadNobodyCutThem) {
    const test::TemporaryFolder folder;
    SimulatedTake take;
    take.file = folder / "a.mkv";
    take.seconds = 5;
    ASSERT_TRUE(test::simulate(take).ok());
    const auto without = test::decodeWhole(take.file);
    ASSERT_TRUE(without.ok());
    EXPECT_LT(marker(without->sounds[1].samples), 0.02);

    take.file = folder / "b.mkv";
    take.runsOn = true;
    take.pauses = {{kSecond * 3 / 2, kSecond * 2}};
    ASSERT_TRUE(test::simulate(take).ok());
    const auto with = test::decodeWhole(take.file);
    ASSERT_TRUE(with.ok());
    for (const auto& sound : with->sounds)
        EXPECT_GT(marker(sound.samples), 0.2);
}

} // namespace mockingbird::recorder
