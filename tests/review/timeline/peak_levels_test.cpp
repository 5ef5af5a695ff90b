// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/peak_levels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace mockingbird::review {
namespace {

std::shared_ptr<Waveform> noise(std::size_t buckets) {
    auto waveform = std::make_shared<Waveform>();
    waveform->bucket = MediaTime(std::chrono::milliseconds(20));
    TrackPeaks peaks;
    std::mt19937 random(3);
    std::uniform_real_distribution<float> sample(0, 1);
    for (std::size_t i = 0; i < buckets; ++i) {
        peaks.low.push_back(-sample(random));
        peaks.high.push_back(sample(random));
    }
    waveform->tracks.push_back(std::move(peaks));
    return waveform;
}

TEST(PeakLevels, TellTheSameAsGoingThroughEveryBucket) {
    const auto waveform = noise(10'007);
    const PeakLevels levels(waveform);
    const TrackPeaks& peaks = waveform->tracks.front();
    std::mt19937 random(5);
    std::uniform_int_distribution<std::size_t> place(0, peaks.high.size() - 1);
    for (int i = 0; i < 500; ++i) {
        const std::size_t from = place(random);
        const std::size_t to = std::max(from + 1, place(random));
        const Peak peak = levels.between(from, to);
        EXPECT_EQ(peak.high,
                  *std::max_element(peaks.high.begin() + long(from), peaks.high.begin() + long(to)));
        EXPECT_EQ(peak.low, *std::min_element(peaks.low.begin() + long(from), peaks.low.begin() + long(to)));
    }
}

TEST(PeakLevels, AreSilentBeyondTheEndAndWhereThereIsNoSound) {
    const PeakLevels levels(noise(10));
    EXPECT_EQ(levels.between(10, 20).high, 0);
    EXPECT_EQ(levels.between(5, 500).high, levels.between(5, 10).high);
    EXPECT_TRUE(PeakLevels().isEmpty());
    EXPECT_TRUE(PeakLevels(nullptr).isEmpty());
    EXPECT_TRUE(PeakLevels(std::make_shared<Waveform>()).isEmpty());
    EXPECT_EQ(PeakLevels().between(0, 1).high, 0);
}

TEST(PeakLevels, AreThoseOfTheMix) {
    auto waveform = noise(4);
    waveform->tracks.push_back(waveform->tracks.front());
    waveform->tracks.back().mix = true;
    waveform->tracks.back().high = {0.25F, 0.25F, 0.25F, 0.25F};
    EXPECT_EQ(PeakLevels(waveform).between(0, 4).high, 0.25F);
}

} // namespace
} // namespace mockingbird::review
