// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/silences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;

constexpr int kBucketsPerSecond = 50;

struct Loud {
    double from;
    double until;
    float peak = 0.5F;
};

Waveform silent(double seconds) {
    Waveform waveform;
    waveform.duration = MediaTime::fromSeconds(seconds);
    waveform.bucket = MediaTime(20ms);
    return waveform;
}

/// A track with `noise` throughout and louder where it is said.
void addTrack(Waveform& waveform, const std::vector<Loud>& louds, float noise = 0.0005F, bool mix = false) {
    const auto buckets = static_cast<std::size_t>(waveform.duration.microseconds() / 20'000);
    TrackPeaks track{static_cast<int>(waveform.tracks.size()), "", mix, {}, {}};
    for (std::size_t i = 0; i < buckets; ++i) {
        float peak = noise;
        for (const Loud& loud : louds) {
            const double at = static_cast<double>(i) / kBucketsPerSecond;
            if (at >= loud.from && at < loud.until)
                peak = loud.peak;
        }
        track.high.push_back(peak * 0.9F);
        track.low.push_back(-peak);
    }
    waveform.tracks.push_back(std::move(track));
}

PlayRange range(double start, double end) {
    return {MediaTime::fromSeconds(start), MediaTime::fromSeconds(end)};
}

TEST(Silences, LieBetweenWhatIsSaidAndLeaveSomethingAtBothEnds) {
    Waveform waveform = silent(20);
    addTrack(waveform, {{0, 4}, {7, 12}, {13, 16}});
    EXPECT_EQ(silences(waveform), (std::vector{range(4.3, 6.7), range(16.3, 19.7)}));
}

TEST(Silences, NeedEverySourceToBeQuiet) {
    Waveform waveform = silent(20);
    addTrack(waveform, {{0, 4}, {16, 20}});
    addTrack(waveform, {{6, 12}});
    EXPECT_EQ(silences(waveform), (std::vector{range(4.3, 5.7), range(12.3, 15.7)}));
}

TEST(Silences, AreThoseOfTheMixOnlyWhereItIsAlone) {
    Waveform alone = silent(20);
    addTrack(alone, {{0, 15}}, 0.0005F, true);
    EXPECT_EQ(silences(alone), (std::vector{range(15.3, 19.7)}));
    // Music that the mix alone carries doesn't stand against two sources that say nothing.
    addTrack(alone, {{0, 10}});
    EXPECT_EQ(silences(alone), (std::vector{range(10.3, 19.7)}));
}

TEST(Silences, FollowTheSpeechsOwnLevel) {
    // A rustling is nothing 44 dB below loud speech, and may be speech itself 12 dB below whispers.
    Waveform loud = silent(20);
    addTrack(loud, {{0, 10, 0.8F}, {10, 13, 0.005F}, {13, 20, 0.8F}}, 0.0002F);
    EXPECT_EQ(silences(loud), (std::vector{range(10.3, 12.7)}));
    Waveform whispered = silent(20);
    addTrack(whispered, {{0, 10, 0.02F}, {10, 13, 0.005F}, {13, 20, 0.02F}}, 0.0002F);
    EXPECT_TRUE(silences(whispered).empty());
}

TEST(Silences, TakeASteadyNoiseForQuiet) {
    Waveform waveform = silent(20);
    addTrack(waveform, {{0, 6}, {12, 20}}, 0.02F); // a fan, 28 dB below
    EXPECT_EQ(silences(waveform), (std::vector{range(6.3, 11.7)}));
}

TEST(Silences, AreNoneWhereNobodySpeaks) {
    Waveform nothing = silent(20);
    addTrack(nothing, {}, 0.0F);
    addTrack(nothing, {}, 0.001F);
    EXPECT_TRUE(silences(nothing).empty());
    EXPECT_TRUE(silences(silent(20)).empty());
}

TEST(Silences, IgnoreAMicrophoneNobodySpokeInto) {
    Waveform waveform = silent(20);
    addTrack(waveform, {{0, 10}});
    addTrack(waveform, {}, 0.001F);
    EXPECT_EQ(silences(waveform), (std::vector{range(10.3, 19.7)}));
}

TEST(Silences, KeepToTheirSettings) {
    Waveform waveform = silent(20);
    addTrack(waveform, {{0, 4}, {5, 10}, {14, 20}});
    SilenceSettings settings;
    settings.least = MediaTime(500ms);
    settings.kept = MediaTime(100ms);
    EXPECT_EQ(silences(waveform, settings), (std::vector{range(4.1, 4.9), range(10.1, 13.9)}));
    settings.kept = MediaTime(2s); // nothing would be left of them
    EXPECT_TRUE(silences(waveform, settings).empty());
}

TEST(Silences, OfRealSpeechLieBetweenTheSentences) {
    const auto waveform = computeWaveform(std::filesystem::path(SAMPLE_FOLDER) / "attempt_1.mkv");
    ASSERT_TRUE(waveform.ok()) << waveform.error().detail;
    SilenceSettings settings;
    settings.least = MediaTime(700ms);
    settings.kept = MediaTime(100ms);
    const auto ranges = silences(*waveform, settings);
    ASSERT_GE(ranges.size(), 4U);
    // From the script: nobody speaks from 11.05 to 12.15 s and from 18.64 to 19.44 s, and from 12.15 on
    // somebody does.
    const auto silentAt = [&](double seconds) {
        const MediaTime at = MediaTime::fromSeconds(seconds);
        return std::ranges::any_of(ranges, [&](const PlayRange& r) { return r.start <= at && at < r.end; });
    };
    EXPECT_TRUE(silentAt(11.6));
    EXPECT_TRUE(silentAt(19.0));
    EXPECT_FALSE(silentAt(6.0));
    EXPECT_FALSE(silentAt(17.0));
    for (std::size_t i = 1; i < ranges.size(); ++i)
        EXPECT_LT(ranges[i - 1].end, ranges[i].start);
}

} // namespace
} // namespace mockingbird::review
