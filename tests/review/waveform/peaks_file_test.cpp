// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/peaks_file.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace mockingbird::review {
namespace {

namespace fs = std::filesystem;

class PeaksFile : public ::testing::Test {
protected:
    PeaksFile() {
        std::string path = (fs::temp_directory_path() / "peaks_XXXXXX").string();
        m_folder = mkdtemp(path.data());
        m_recording = m_folder / "recording.mkv";
        std::ofstream(m_recording) << "stands for a recording";
        m_waveform.duration = MediaTime::fromMicroseconds(60'000);
        m_waveform.bucket = MediaTime::fromMicroseconds(20'000);
        m_waveform.tracks.push_back({1, "Mix", true, {-0.5F, -1.0F, 0.0F}, {0.5F, 1.0F, 0.0F}});
        EXPECT_TRUE(writePeaks(m_recording, m_waveform).ok());
    }
    ~PeaksFile() override { fs::remove_all(m_folder); }

    fs::path m_folder;
    fs::path m_recording;
    Waveform m_waveform;
};

TEST_F(PeaksFile, GivesBackWhatWasWritten) {
    const auto read = readPeaks(m_recording);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->duration, m_waveform.duration);
    EXPECT_EQ(read->bucket, m_waveform.bucket);
    ASSERT_EQ(read->tracks.size(), 1U);
    EXPECT_EQ(read->tracks[0].name, "Mix");
    EXPECT_EQ(read->tracks[0].stream, 1);
    EXPECT_TRUE(read->tracks[0].mix);
    EXPECT_NEAR(read->tracks[0].low[0], -0.5F, 0.0001F);
    EXPECT_EQ(read->tracks[0].high[1], 1.0F);
}

TEST_F(PeaksFile, LeavesNothingElseBesideTheRecording) {
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 2);
}

TEST_F(PeaksFile, IsNotUsedForAChangedRecording) {
    fs::last_write_time(m_recording, fs::last_write_time(m_recording) + std::chrono::seconds(2));
    EXPECT_FALSE(readPeaks(m_recording));
    ASSERT_TRUE(writePeaks(m_recording, m_waveform).ok());
    EXPECT_TRUE(readPeaks(m_recording));
    std::ofstream(m_recording, std::ios::app) << "more";
    EXPECT_FALSE(readPeaks(m_recording));
}

TEST_F(PeaksFile, IsNotUsedWhenAnyByteOfItIsDamaged) {
    const fs::path file = peaksFileOf(m_recording);
    const auto size = fs::file_size(file);
    for (std::uintmax_t at = 0; at < size; ++at) {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekg(static_cast<std::streamoff>(at));
        const char whole = static_cast<char>(bytes.get());
        const auto put = [&](char byte) {
            bytes.seekp(static_cast<std::streamoff>(at));
            bytes.put(byte).flush();
        };
        put(static_cast<char>(whole ^ 0x10));
        EXPECT_FALSE(readPeaks(m_recording)) << at;
        put(whole);
        ASSERT_TRUE(readPeaks(m_recording)) << at;
    }
}

TEST_F(PeaksFile, IsNotUsedWhenItIsCutShort) {
    const fs::path file = peaksFileOf(m_recording);
    for (auto size = fs::file_size(file); size-- > 0;) {
        fs::resize_file(file, size);
        EXPECT_FALSE(readPeaks(m_recording)) << size;
    }
}

} // namespace
} // namespace mockingbird::review
