// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/waveform.h"

#include "tests/support/coded_media.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace mockingbird::review {
namespace {

namespace fs = std::filesystem;

class WaveformTest : public ::testing::Test {
protected:
    WaveformTest() {
        std::string path = (fs::temp_directory_path() / "waveform_XXXXXX").string();
        m_folder = mkdtemp(path.data());
        m_media.frames = 75;
        m_media.sound = true;
        m_media.secondSound = true;
        EXPECT_TRUE(test::write(m_media, m_file = m_folder / "media.mkv").ok());
    }
    ~WaveformTest() override { fs::remove_all(m_folder); }

    fs::path m_folder;
    fs::path m_file;
    test::CodedMedia m_media;
};

TEST_F(WaveformTest, ShowsTheBeepsWhereTheyAre) {
    const auto waveform = computeWaveform(m_file);
    ASSERT_TRUE(waveform.ok()) << waveform.error().detail;
    ASSERT_EQ(waveform->bucket.microseconds(), 20'000);
    ASSERT_EQ(waveform->tracks.size(), 2U);
    EXPECT_EQ(waveform->tracks[0].name, "Microphone");
    const TrackPeaks& mix = waveform->tracks[1];
    EXPECT_EQ(mix.name, "Mix");
    ASSERT_EQ(mix.low.size(), mix.high.size());
    ASSERT_EQ(static_cast<std::int64_t>(mix.low.size()),
              (waveform->duration.microseconds() + 19'999) / 20'000);
    // A beep of 40 ms at each whole second: two buckets of twenty. The codec smears a little around them.
    for (std::size_t i = 0; i < mix.high.size(); ++i) {
        const std::size_t inSecond = i % 50;
        if (inSecond < 2) {
            EXPECT_GT(mix.high[i], 0.5F) << i;
            EXPECT_LT(mix.low[i], -0.5F) << i;
        } else if (inSecond > 3 && inSecond < 48) {
            EXPECT_LT(mix.high[i], 0.05F) << i;
        }
    }
    for (std::size_t i = 2; i + 2 < mix.high.size(); ++i)
        EXPECT_NEAR(waveform->tracks[0].high[i], 0.1F, 0.04F) << i;
}

TEST_F(WaveformTest, TellsItsProgressUpToTheWhole) {
    std::vector<double> parts;
    ASSERT_TRUE(computeWaveform(m_file, {}, [&](double part) { parts.push_back(part); }).ok());
    ASSERT_GE(parts.size(), 10U);
    EXPECT_LE(parts.size(), 25U);
    EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
    EXPECT_EQ(parts.back(), 1.0);
}

TEST_F(WaveformTest, IsShownWhileItGrowsInTheLengthOfTheWhole) {
    std::vector<Waveform> seen;
    const auto whole = computeWaveform(m_file, {}, {}, [&](const Waveform& grown) { seen.push_back(grown); });
    ASSERT_TRUE(whole.ok());
    ASSERT_FALSE(seen.empty());
    const Waveform& first = seen.front();
    EXPECT_EQ(first.duration, whole->duration);
    ASSERT_EQ(first.tracks.size(), whole->tracks.size());
    for (std::size_t track = 0; track < first.tracks.size(); ++track) {
        ASSERT_EQ(first.tracks[track].high.size(), whole->tracks[track].high.size());
        EXPECT_EQ(first.tracks[track].name, whole->tracks[track].name);
        EXPECT_EQ(first.tracks[track].mix, whole->tracks[track].mix);
    }
    // The beginning is there, of every track alike, and the end is not yet.
    EXPECT_EQ(first.tracks[1].high[0], whole->tracks[1].high[0]);
    EXPECT_EQ(first.tracks[1].high.back(), 0.0F);
    EXPECT_GT(first.tracks[0].high[1], 0.05F);
}

TEST_F(WaveformTest, KnowsTheMixFromTheSources) {
    const auto waveform = computeWaveform(m_file);
    ASSERT_TRUE(waveform.ok());
    EXPECT_FALSE(waveform->tracks[0].mix);
    EXPECT_TRUE(waveform->tracks[1].mix);
}

TEST_F(WaveformTest, LeavesSilenceWhereATrackBeginsLater) {
    m_media.soundFromMs = 1500;
    ASSERT_TRUE(test::write(m_media, m_file).ok());
    const auto waveform = computeWaveform(m_file);
    ASSERT_TRUE(waveform.ok());
    const TrackPeaks& tone = waveform->tracks[0];
    for (std::size_t i = 0; i < 70; ++i)
        EXPECT_EQ(tone.high[i], 0.0F) << i;
    for (std::size_t i = 80; i < 145; ++i)
        EXPECT_NEAR(tone.high[i], 0.1F, 0.04F) << i;
}

TEST_F(WaveformTest, IsCancelledAtAStop) {
    std::stop_source stop;
    const auto waveform = computeWaveform(m_file, stop.get_token(), [&](double) { stop.request_stop(); });
    ASSERT_FALSE(waveform.ok());
    EXPECT_EQ(waveform.error().code, ErrorCode::Cancelled);
}

TEST_F(WaveformTest, ComesFromTheCacheTheSecondTime) {
    ASSERT_FALSE(fs::exists(m_file.string() + ".peaks"));
    const auto computed = cachedWaveform(m_file);
    ASSERT_TRUE(computed.ok());
    ASSERT_TRUE(fs::exists(m_file.string() + ".peaks"));
    int told = 0;
    const auto cached = cachedWaveform(m_file, {}, [&](double) { ++told; });
    ASSERT_TRUE(cached.ok());
    EXPECT_EQ(told, 1);
    ASSERT_EQ(cached->tracks.size(), computed->tracks.size());
    for (std::size_t i = 0; i < computed->tracks[1].high.size(); ++i)
        EXPECT_NEAR(cached->tracks[1].high[i], computed->tracks[1].high[i], 0.005F);
}

TEST_F(WaveformTest, IsComputedWhereTheCacheCannotBeWritten) {
    fs::create_directory(m_file.string() + ".peaks"); // nothing can be renamed over a folder
    EXPECT_TRUE(cachedWaveform(m_file).ok());
}

TEST_F(WaveformTest, SaysWhyThereIsNone) {
    std::ofstream(m_folder / "text.mkv") << "no media\n";
    EXPECT_EQ(computeWaveform(m_folder / "text.mkv").error().code, ErrorCode::Unsupported);
    EXPECT_EQ(cachedWaveform(m_folder / "none.mkv").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review
