// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/stand_in.h"

#include "review/playback/h264/bit_reader.h"
#include "review/playback/h264/bit_writer.h"
#include "review/playback/h264/slice_header.h"
#include "review/playback/h264/unit.h"
#include "review/playback/recording_input.h"
#include "review/playback/track_decoder.h"
#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace mockingbird::review::h264 {
namespace {

TEST(BitWriterTest, WhatIsWrittenIsReadAgainAndHoldsNoStartCode) {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::pair<std::uint32_t, int>> written; ///< 0 bits: an Exp-Golomb code
        BitWriter writer;
        for (int i = 0; i < 200; ++i) {
            const int count = static_cast<int>(random() % 33);
            // Mostly zeros, of which start codes are made.
            const auto any = static_cast<std::uint32_t>(random() % 4 == 0 ? random() : random() % 4);
            const auto value = count == 32 || count == 0 ? any : any & ((1U << count) - 1U);
            written.emplace_back(count == 0 ? value % 100'000 : value, count);
            if (count == 0)
                writer.unsignedCode(written.back().first);
            else
                writer.bits(value, count);
        }
        const std::vector<std::uint8_t> unit = writer.unit();
        for (std::size_t i = 0; i + 2 < unit.size(); ++i)
            ASSERT_FALSE(unit[i] == 0 && unit[i + 1] == 0 && unit[i + 2] < 3) << i;
        ASSERT_NE(unit.back(), 0);
        BitReader reader(unit);
        for (const auto& [value, count] : written)
            ASSERT_EQ(count == 0 ? reader.unsignedCode() : reader.bits(count), value);
        EXPECT_TRUE(reader.flag()) << "the stop bit";
        EXPECT_FALSE(reader.failed());
    }
}

/// A recording's first 60 packets, and the parameters that they go by.
struct Recorded {
    explicit Recorded(const std::string& colours = "") {
        const test::TemporaryFolder folder;
        test::CodedMedia media;
        media.bFrames = 3;
        media.options = "b-pyramid=normal:ref=3";
        media.colours = colours;
        EXPECT_TRUE(test::write(media, folder / "media.mkv").ok());
        auto input = RecordingInput::open(folder / "media.mkv");
        EXPECT_TRUE(input.ok());
        const AVCodecParameters& codec = *input->stream(0).codecpar;
        sets.emplace(Bytes(codec.extradata, static_cast<std::size_t>(codec.extradata_size)));
        auto opened = openTrackDecoder(input->stream(0), input->name(), [](AVCodecContext& context) {
            context.thread_count = 1;
            context.flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
        });
        EXPECT_TRUE(opened.ok());
        decoder = std::move(opened).value();
        for (int i = 0; i < 60; ++i)
            packets.push_back(std::move(input->read()).value());
    }

    [[nodiscard]] std::vector<Bytes> units(const media::AvPacket& packet) const {
        return sets->unitsOf(Bytes(packet->data, static_cast<std::size_t>(packet->size)));
    }

    std::optional<ParameterSets> sets;
    media::AvCodecContext decoder;
    std::vector<media::AvPacket> packets;
};

bool mayStandIn(const std::vector<Bytes>& units) {
    return typeOf(units.back()) == UnitType::Slice && isReference(units.back());
}

TEST(StandInTest, ItTakesThePictureSPlaceAmongTheReferences) {
    const Recorded recorded;
    const ParameterSets& sets = *recorded.sets;
    int seen = 0;
    int forgetting = 0;
    for (const media::AvPacket& packet : recorded.packets) {
        const std::vector<Bytes> units = recorded.units(packet);
        if (!mayStandIn(units))
            continue;
        const auto before = readSliceHeader(units.back(), sets);
        const auto made = standIn(units, sets);
        ASSERT_TRUE(before && made);
        ParameterSets with = sets;
        const std::vector<Bytes> parts = with.unitsOf(*made);
        ASSERT_EQ(parts.size(), 2U);
        EXPECT_FALSE(readSliceHeader(parts[1], sets)) << "its parameters are its own";
        with.take(parts[0]);
        const auto after = readSliceHeader(parts[1], with);
        ASSERT_TRUE(after);
        EXPECT_EQ(after->kind, SliceHeader::Kind::I);
        EXPECT_TRUE(after->reference && !after->idr);
        EXPECT_FALSE(after->first) << "it holds no block of the picture";
        EXPECT_EQ(after->frameNum, before->frameNum);
        EXPECT_EQ(after->pictureOrder, before->pictureOrder);
        EXPECT_EQ(after->marks, before->marks);
        EXPECT_EQ(after->forgotten, before->forgotten);
        ++seen;
        forgetting += after->forgotten.empty() ? 0 : 1;
    }
    EXPECT_GT(seen, 20);
    EXPECT_GT(forgetting, 5) << "or the test says nothing of it";
}

class StandInOf : public ::testing::TestWithParam<const char*> {};

TEST_P(StandInOf, ItIsAPictureToTheDecoderAndNothingIsDecodedForIt) {
    const Recorded recorded(GetParam());
    AVCodecContext& decoder = *recorded.decoder;
    const media::AvFrame frame(av_frame_alloc());
    std::vector<std::int64_t> sentTimes;
    std::vector<std::int64_t> times;
    const auto look = [&] {
        while (avcodec_receive_frame(&decoder, frame.get()) >= 0) {
            EXPECT_EQ(frame->decode_error_flags, 0)
                << "or it is made up as a damaged one is, which takes longest";
            EXPECT_EQ(frame->flags & AV_FRAME_FLAG_CORRUPT, 0);
            times.push_back(frame->pts);
        }
    };
    for (const media::AvPacket& packet : recorded.packets) {
        const std::vector<Bytes> units = recorded.units(packet);
        const bool key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        if (key && packet->pts > 0)
            break;
        if (!key && !mayStandIn(units))
            continue;
        const media::AvPacket sent(av_packet_clone(packet.get()));
        if (!key) {
            const auto made = standIn(units, *recorded.sets);
            ASSERT_TRUE(made);
            av_packet_unref(sent.get());
            ASSERT_EQ(av_new_packet(sent.get(), static_cast<int>(made->size())), 0);
            std::ranges::copy(*made, sent->data);
            sent->pts = packet->pts;
            sent->dts = packet->dts;
        }
        sentTimes.push_back(sent->pts);
        ASSERT_GE(avcodec_send_packet(&decoder, sent.get()), 0);
        look();
    }
    ASSERT_GE(avcodec_send_packet(&decoder, nullptr), 0);
    look();
    std::ranges::sort(sentTimes);
    EXPECT_GT(times.size(), 11U);
    EXPECT_EQ(times, sentTimes) << "each comes, and in the order shown";
}

INSTANTIATE_TEST_SUITE_P(Colours, StandInOf, ::testing::Values("yuv420p", "yuv422p", "yuv444p", "gray"),
                         [](const auto& colours) { return std::string(colours.param); });

} // namespace
} // namespace mockingbird::review::h264
