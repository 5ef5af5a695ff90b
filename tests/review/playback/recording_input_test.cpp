// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/recording_input.h"

#include "tests/support/coded_media.h"
#include "tests/support/joined_media.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using test::CodedMedia;

class RecordingInputTest : public ::testing::Test {
protected:
    std::filesystem::path made(const CodedMedia& media, const std::string& name) {
        const auto written = test::write(media, m_folder / name);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return m_folder / name;
    }

    /// The same start, length and packets as when all of it is looked at.
    static void expectAsLookedAt(const std::filesystem::path& file) {
        auto input = RecordingInput::open(file);
        const auto whole = media::openMediaInput(file);
        ASSERT_TRUE(input.ok() && whole.ok());
        const std::int64_t start = std::max<std::int64_t>(whole->context->start_time, 0);
        const std::int64_t length = whole->context->duration;
        EXPECT_EQ(input->duration().microseconds(), start < length ? length - start : length);
        int packets = 0;
        while (true) {
            const media::AvPacket packet = std::move(input->read()).value();
            const media::AvPacket expected(av_packet_alloc());
            const int read = av_read_frame(whole->context.get(), expected.get());
            ASSERT_EQ(packet == nullptr, read < 0);
            if (packet == nullptr)
                break;
            ASSERT_EQ(packet->stream_index, expected->stream_index);
            ASSERT_EQ(packet->pts, expected->pts);
            ASSERT_EQ(packet->size, expected->size);
            ASSERT_EQ(input->timeOf(*packet)->microseconds(),
                      av_rescale_q_rnd(expected->pts,
                                       whole->context->streams[expected->stream_index]->time_base,
                                       {1, 1'000'000}, AV_ROUND_NEAR_INF) -
                          start);
            ++packets;
        }
        EXPECT_GT(packets, 50);
        ASSERT_TRUE(input->seekToStart().ok());
        EXPECT_NE(std::move(input->read()).value(), nullptr);
    }

    const test::TemporaryFolder m_folder;
};

TEST_F(RecordingInputTest, AClosedRecordingIsKnownByItsHeader) {
    CodedMedia media;
    const auto plain = made(media, "plain.mkv");
    EXPECT_TRUE(RecordingInput::open(plain)->headerAlone());
    expectAsLookedAt(plain);
    media.bFrames = 3;
    media.sound = true;
    media.secondSound = true;
    const auto rich = made(media, "rich.mkv");
    EXPECT_TRUE(RecordingInput::open(rich)->headerAlone());
    expectAsLookedAt(rich);
    media.startMs = 12345;
    const auto late = made(media, "late.mkv");
    EXPECT_TRUE(RecordingInput::open(late)->headerAlone());
    expectAsLookedAt(late);
    media.startMs = 0;
    media.soundFromMs = 700;
    expectAsLookedAt(made(media, "late_sound.mkv"));
    media.soundFromMs = 0;
    media.timeOf = [](int n) { return 500 + std::int64_t{n} * 40; };
    expectAsLookedAt(made(media, "late_picture.mkv"));
}

TEST_F(RecordingInputTest, OtherFilesAreLookedInto) {
    CodedMedia media;
    media.sound = true;
    EXPECT_FALSE(RecordingInput::open(made(media, "a.mp4"))->headerAlone());
    EXPECT_FALSE(RecordingInput::open(made(media, "a.ts"))->headerAlone());
    media.codec = "libx265";
    EXPECT_FALSE(RecordingInput::open(made(media, "hevc.mkv"))->headerAlone());
}

TEST_F(RecordingInputTest, TheOnlySoundOfAFileWithoutTitlesIsItsMix) {
    CodedMedia media;
    media.sound = true;
    const auto tracks = RecordingInput::open(made(media, "phone.mp4"))->soundTracks();
    ASSERT_EQ(tracks.size(), 1U);
    EXPECT_TRUE(tracks[0].mix);
    EXPECT_EQ(tracks[0].name, "Track 1") << "what the muxer calls itself is no name";
    media.secondSound = true;
    const auto two = RecordingInput::open(made(media, "call.mp4"))->soundTracks();
    ASSERT_EQ(two.size(), 2U);
    EXPECT_FALSE(two[0].mix || two[1].mix) << "which of them it is can't be told";
}

} // namespace
} // namespace mockingbird::review
