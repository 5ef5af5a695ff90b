// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/probe.h"

#include "tests/support/temporary_folder.h"

#include <cstdint>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace mockingbird::media {

namespace {

using test::TemporaryFolder;

void number(std::ofstream& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.put(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

/// Half a second of silence, mono, 8 kHz.
void writeWave(const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    constexpr std::uint32_t kBytes = 8000;
    out << "RIFF";
    number(out, 36 + kBytes, 4);
    out << "WAVEfmt ";
    number(out, 16, 4);
    number(out, 1, 2);
    number(out, 1, 2);
    number(out, 8000, 4);
    number(out, 16000, 4);
    number(out, 2, 2);
    number(out, 16, 2);
    out << "data";
    number(out, kBytes, 4);
    out << std::string(kBytes, '\0');
}

ErrorCode codeOf(const std::filesystem::path& file) {
    const auto result = probe(file);
    EXPECT_FALSE(result.ok());
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

} // namespace

TEST(Probe, TellsWhatAFileHolds) {
    const TemporaryFolder folder;
    writeWave(folder / "a.wav");
    const auto summary = probe(folder / "a.wav");
    ASSERT_TRUE(summary.ok()) << summary.error().detail;
    EXPECT_EQ(summary->format, "wav");
    EXPECT_EQ(summary->bytes, 8044);
    EXPECT_NEAR(summary->duration.seconds(), 0.5, 0.001);
    ASSERT_EQ(summary->streams.size(), 1U);
    EXPECT_EQ(summary->streams[0].kind, StreamSummary::Kind::Audio);
    EXPECT_EQ(summary->streams[0].sampleRate, 8000);
    EXPECT_EQ(summary->streams[0].channels, 1);
}

TEST(Probe, GoesByContentAndNotByName) {
    const TemporaryFolder folder;
    writeWave(folder / "a.txt");
    EXPECT_TRUE(probe(folder / "a.txt").ok());
}

TEST(Probe, RefusesWhatIsNoMedia) {
    const TemporaryFolder folder;
    std::ofstream(folder / "text.mkv") << std::string(3000, 'x');
    // A playlist would make us read other files.
    std::ofstream(folder / "list.m3u8") << "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/passwd\n";
    EXPECT_EQ(codeOf(folder / "text.mkv"), ErrorCode::Unsupported);
    EXPECT_EQ(codeOf(folder / "list.m3u8"), ErrorCode::Unsupported);
    EXPECT_EQ(codeOf(folder.path()), ErrorCode::Unsupported);
    EXPECT_EQ(codeOf(folder / "none.mkv"), ErrorCode::NotFound);
}

TEST(Probe, CallsAFileCutBeforeItsStreamsCorrupt) {
    const TemporaryFolder folder;
    std::ofstream(folder / "empty.mkv").flush();
    EXPECT_EQ(codeOf(folder / "empty.mkv"), ErrorCode::Corrupt);
    // An EBML header of Matroska and nothing behind it.
    const std::string head("\x1A\x45\xDF\xA3\x8B\x42\x82\x88matroska", 16);
    std::ofstream(folder / "head.mkv", std::ios::binary) << head;
    EXPECT_EQ(codeOf(folder / "head.mkv"), ErrorCode::Corrupt);
}

} // namespace mockingbird::media
