// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_mix.h"

#include "tests/support/coded_media.h"
#include "tests/support/joined_media.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class SoundMixTest : public ::testing::Test {
protected:
    /// Two tracks with the same beeps at each second; the second ends after two of four.
    SoundMixTest() {
        test::CodedMedia media;
        media.codec.clear();
        media.sound = true;
        media.soundMs = 4000;
        EXPECT_TRUE(test::write(media, m_folder.path() / "one.mkv").ok());
        media.soundMs = 2000;
        EXPECT_TRUE(test::write(media, m_folder.path() / "two.mkv").ok());
        m_file = m_folder.path() / "both.mkv";
        EXPECT_TRUE(
            test::join({{m_folder.path() / "one.mkv", "One"}, {m_folder.path() / "two.mkv", "Two"}}, m_file)
                .ok());
    }

    /// The left channel from `time` on.
    std::vector<float> heard(MediaTime time, const std::vector<HeardTrack>& tracks) {
        SoundMix mix(m_file, ms(4000), 0, std::move(SoundTrack::open(m_file, 0).value()));
        EXPECT_TRUE(mix.jump(time, tracks).ok());
        std::vector<float> samples;
        m_end = time;
        while (true) {
            auto block = mix.next();
            EXPECT_TRUE(block.ok());
            if (!block.ok() || !*block)
                return samples;
            EXPECT_EQ((*block)->start, m_end);
            m_end = (*block)->end;
            for (std::size_t i = 0; i < (*block)->samples.size(); i += 2)
                samples.push_back((*block)->samples[i]);
        }
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    MediaTime m_end;
};

TEST_F(SoundMixTest, SumsTracksToTheSample) {
    const auto one = heard(ms(900), {{0, 1}});
    const auto both = heard(ms(900), {{0, 0.5}, {1, 0.25}});
    ASSERT_EQ(one.size(), both.size());
    for (std::size_t i = 0; i < 20'000; ++i)
        ASSERT_NEAR(both[i], one[i] * 0.75F, 0.02F) << i;
}

TEST_F(SoundMixTest, GoesOnWithTheOthersWhereATrackEnds) {
    const auto one = heard(ms(0), {{0, 1}});
    const auto both = heard(ms(0), {{0, 1}, {1, 0.1}});
    ASSERT_EQ(one.size(), both.size());
    EXPECT_GT(m_end, ms(3990));
    const auto late = static_cast<std::ptrdiff_t>(SoundTrack::kSampleRate) * 5 / 2;
    EXPECT_TRUE(std::equal(one.begin() + late, one.end(), both.begin() + late,
                           [](float a, float b) { return std::abs(a - b) < 0.001F; }));
}

TEST_F(SoundMixTest, IsSilentAsLongAsTheRecordingWhereNothingIsHeard) {
    const auto silence = heard(ms(1500), {});
    EXPECT_EQ(silence.size(), 2500U * 48U);
    EXPECT_TRUE(std::ranges::all_of(silence, [](float sample) { return sample == 0; }));
}

TEST(SoundLimit, LeavesWhatFitsAndNeverGoesBeyondFullScale) {
    for (float sample = -SoundMix::kKnee; sample <= SoundMix::kKnee; sample += 0.1F)
        EXPECT_EQ(SoundMix::limited(sample), sample);
    float before = SoundMix::limited(SoundMix::kKnee);
    for (float sample = SoundMix::kKnee; sample < 8; sample += 0.01F) {
        const float bent = SoundMix::limited(sample);
        EXPECT_LE(bent, 1.0F);
        EXPECT_GE(bent, before);
        EXPECT_EQ(SoundMix::limited(-sample), -bent);
        before = bent;
    }
}

} // namespace
} // namespace mockingbird::review
