// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/audio_aligner.h"

#include "recorder/sync/running_clock.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::recorder {

namespace {

constexpr int kPiece = 960;

/// A piece of 20 ms of mono floats.
media::AvFrame piece(const std::function<float(int)>& sample, int rate = kSampleRate, int count = kPiece) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = rate;
    frame->nb_samples = count;
    av_channel_layout_default(&frame->ch_layout, 1);
    av_frame_get_buffer(frame.get(), 0);
    auto* samples = reinterpret_cast<float*>(frame->data[0]);
    for (int i = 0; i < count; ++i)
        samples[i] = sample(i);
    return frame;
}

media::AvFrame constant(float value) {
    return piece([value](int) { return value; });
}

/// The left channel of what is taken.
std::vector<float> taken(AudioAligner& aligner, std::int64_t from, std::size_t count) {
    std::vector<float> both(count * AudioAligner::kChannels);
    aligner.take(from, both);
    std::vector<float> left;
    for (std::size_t i = 0; i < both.size(); i += AudioAligner::kChannels)
        left.push_back(both[i]);
    return left;
}

} // namespace

TEST(AudioAligner, PutsSoundWhereItWasCaptured) {
    AudioAligner aligner;
    ASSERT_TRUE(aligner.add(*constant(0.5F), 1000).ok());
    EXPECT_EQ(aligner.end(), 1000 + kPiece);
    const auto sound = taken(aligner, 0, 3000);
    EXPECT_EQ(sound[999], 0.0F);
    EXPECT_NEAR(sound[1000], 0.5F, 1e-3);
    EXPECT_NEAR(sound[1000 + kPiece - 1], 0.5F, 1e-3);
    EXPECT_EQ(sound[1000 + kPiece], 0.0F);
}

TEST(AudioAligner, FillsGapsWithSilenceAndStaysInPlaceAfterThem) {
    AudioAligner aligner;
    ASSERT_TRUE(aligner.add(*constant(0.5F), 0).ok());
    ASSERT_TRUE(aligner.add(*constant(0.25F), 10000).ok());
    const auto sound = taken(aligner, 0, 12000);
    EXPECT_EQ(sound[kPiece + 5], 0.0F);
    EXPECT_EQ(sound[9999], 0.0F);
    EXPECT_NEAR(sound[10000], 0.25F, 1e-3);
}

TEST(AudioAligner, CutsWhatComesLateForSilenceThatWasGiven) {
    AudioAligner aligner;
    ASSERT_TRUE(aligner.add(*constant(0.5F), 0).ok());
    static_cast<void>(taken(aligner, 0, 2000));
    // Captured at 960, and its first 1040 samples' place is taken.
    ASSERT_TRUE(aligner.add(*constant(0.25F), kPiece).ok());
    ASSERT_TRUE(aligner.add(*constant(0.25F), 2 * kPiece).ok());
    EXPECT_EQ(aligner.end(), 3 * kPiece);
    EXPECT_NEAR(taken(aligner, 2000, 100)[0], 0.25F, 1e-3);
}

TEST(AudioAligner, PutsAnotherDevicesSoundInItsPlaceAfterARestart) {
    AudioAligner aligner;
    ASSERT_TRUE(aligner.add(*piece([](int) { return 0.5F; }, 44100, 882), 0).ok());
    aligner.restart();
    // The gap's silence was given already.
    static_cast<void>(taken(aligner, 0, 20000));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(aligner.add(*piece([](int) { return 0.25F; }, 32000, 640), 30000 + i * kPiece).ok());
    const auto sound = taken(aligner, 20000, 12000);
    EXPECT_EQ(sound[9990], 0.0F);
    EXPECT_NEAR(sound[10200], 0.25F, 1e-2);
    EXPECT_NEAR(sound[11500], 0.25F, 1e-2);
    EXPECT_NEAR(static_cast<double>(aligner.end()), 32880, 64);
}

TEST(AudioAligner, ResamplesOtherRatesToTheSameLength) {
    AudioAligner aligner;
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(aligner.add(*piece([](int) { return 0.5F; }, 44100, 441), i * 480).ok());
    EXPECT_NEAR(static_cast<double>(aligner.end()), 48000, 64);
}

TEST(AudioAligner, IgnoresTheJitterOfStamps) {
    AudioAligner aligner;
    std::mt19937 random(1);
    std::uniform_int_distribution<int> jitter(-300, 300);
    for (int i = 0; i < 1000; ++i) {
        ASSERT_TRUE(
            aligner.add(*constant(0.5F), std::max(0, i * kPiece + (i == 0 ? 0 : jitter(random)))).ok());
        EXPECT_NEAR(static_cast<double>(aligner.end()), (i + 1) * kPiece, 96);
    }
}

TEST(AudioAligner, TakesOutTheDriftOfAClockThatIsOff) {
    for (const double ppm : {300.0, -300.0}) {
        AudioAligner aligner;
        // Two and a half minutes of pieces that really last a little less, or more, than they say.
        std::int64_t from = 0;
        double worst = 0;
        for (int i = 0; i < 8'000; ++i) {
            const double real = i * kPiece * (1 + ppm / 1e6);
            ASSERT_TRUE(aligner.add(*constant(0.1F), std::llround(real)).ok());
            if (i > 500)
                worst = std::max(worst, std::abs(static_cast<double>(aligner.end()) - real - kPiece));
            const std::int64_t count = aligner.end() - from;
            static_cast<void>(taken(aligner, from, static_cast<std::size_t>(count)));
            from += count;
        }
        // 10 ms are 480; without stretching it would be 2304 in the end.
        EXPECT_LT(worst, 240) << ppm;
    }
}

TEST(AudioAligner, IsNotMovedByStampsThatSettle) {
    // Off by up to 22 ms within the first second, and right from then on.
    for (const double off : {0.022, -0.022}) {
        AudioAligner aligner;
        for (int i = 0; i < 500; ++i) {
            const double wander = i > 0 && i < 45 ? off * kSampleRate * std::sin(i / 14.0) : 0;
            ASSERT_TRUE(aligner.add(*constant(0.5F), std::int64_t{i} * kPiece + std::llround(wander)).ok());
            EXPECT_EQ(aligner.end(), std::int64_t{i + 1} * kPiece) << "at " << i * 0.02 << " s";
            static_cast<void>(taken(aligner, std::int64_t{i} * kPiece, kPiece));
        }
    }
}

} // namespace mockingbird::recorder
