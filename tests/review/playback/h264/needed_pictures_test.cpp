// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/needed_pictures.h"

#include "review/playback/h264/unit.h"
#include "review/playback/picture_track.h"
#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>

namespace mockingbird::review {
namespace {

using test::CodedMedia;

struct Written {
    const char* name;
    int bFrames;
    const char* options;
    const char* colours = "";
    const char* file = "media.mkv";
};

void PrintTo(const Written& written, std::ostream* out) {
    *out << written.name;
}

class NeededPicturesTest : public ::testing::Test {
protected:
    std::filesystem::path made(int bFrames, const std::string& options, const std::string& colours = "",
                               const std::string& name = "media.mkv") {
        CodedMedia media;
        media.colours = colours;
        media.frames = 120;
        media.keyframeEvery = 40;
        media.bFrames = bFrames;
        media.options = options;
        const auto written = test::write(media, m_folder / name);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return m_folder / name;
    }

    const test::TemporaryFolder m_folder;
};

class WrittenAs : public NeededPicturesTest, public ::testing::WithParamInterface<Written> {};

/// Every byte that is shown.
std::vector<std::uint8_t> pixels(const AVFrame& frame) {
    std::vector<std::uint8_t> all;
    const AVPixFmtDescriptor& format = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    for (int plane = 0; plane < format.nb_components; ++plane) {
        const int rows = plane == 0 ? frame.height : AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h);
        const int width = plane == 0 ? frame.width : AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w);
        for (int y = 0; y < rows; ++y)
            all.insert(all.end(), frame.data[plane] + y * frame.linesize[plane],
                       frame.data[plane] + y * frame.linesize[plane] + width);
    }
    return all;
}

TEST_P(WrittenAs, AJumpShowsToTheBitWhatPlayingThroughShows) {
    const auto file = made(GetParam().bFrames, GetParam().options, GetParam().colours, GetParam().file);
    const auto playing = PictureTrack::open(file);
    const auto jumping = PictureTrack::open(file);
    ASSERT_TRUE(playing.ok() && jumping.ok());
    std::vector<std::pair<MediaTime, std::vector<std::uint8_t>>> all;
    for (auto frame = (*playing)->from(MediaTime()); frame.ok();) {
        all.emplace_back(frame->time, pixels(*frame->frame));
        const auto next = (*playing)->after(frame->time);
        ASSERT_TRUE(next.ok());
        if (!*next)
            break;
        frame = **next;
    }
    ASSERT_EQ(all.size(), 120U);
    std::ranges::shuffle(all, std::mt19937(7));
    for (const auto& [time, expected] : all) {
        // Anew each time, for the frames decoded on the way would answer for the next.
        const auto fresh = PictureTrack::open(file);
        const auto frame = (*fresh)->at(time);
        ASSERT_TRUE(frame.ok()) << time.toString();
        ASSERT_EQ(frame->time, time);
        ASSERT_TRUE(pixels(*frame->frame) == expected) << time.toString();
        const auto again = (*jumping)->at(time);
        ASSERT_TRUE(again.ok() && pixels(*again->frame) == expected) << time.toString();
        if (const auto next = (*jumping)->after(time); next.ok() && *next) {
            const auto it = std::ranges::find(all, (*next)->time, [](const auto& one) { return one.first; });
            ASSERT_TRUE(it != all.end() && pixels(*(*next)->frame) == it->second) << time.toString();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Encoders, WrittenAs,
    ::testing::Values(Written{"PyramidAsUsual", 3, "b-pyramid=normal:b-adapt=0:ref=1"},
                      Written{"StrictPyramid", 5, "b-pyramid=strict:b-adapt=0:ref=3"},
                      Written{"NoPyramid", 2, "b-pyramid=none:b-adapt=0:ref=4:weightp=2:mixed-refs=1"},
                      Written{"Slices", 3, "b-pyramid=normal:slices=4:ref=2:weightb=1:direct=temporal"},
                      Written{"NoWeights", 3, "weightp=0:weightb=0:direct=spatial:cabac=0:8x8dct=1"},
                      Written{"AFewFramesOnly", 1, "keyint=4:min-keyint=1:b-adapt=0"},
                      Written{"ColoursOfEachLine", 3, "b-pyramid=normal:ref=2", "yuv422p"},
                      Written{"ColoursOfEachPixel", 3, "b-pyramid=normal:ref=2", "yuv444p"},
                      Written{"NoColours", 3, "b-pyramid=normal:ref=2", "gray"},
                      Written{"StartCodes", 3, "b-pyramid=normal:ref=1", "", "media.ts"},
                      Written{"Sections", 3, "b-pyramid=normal:ref=1", "", "media.mp4"}),
    [](const auto& written) { return std::string(written.param.name); });

TEST_F(NeededPicturesTest, WhatTheLastOneLeansOnIsNeededAndNothingElse) {
    const auto file = made(3, "b-pyramid=normal:b-adapt=0:ref=1:keyint=40:scenecut=0");
    auto input = RecordingInput::open(file);
    ASSERT_TRUE(input.ok());
    const AVCodecParameters& codec = *input->stream(0).codecpar;
    const h264::ParameterSets sets(
        h264::Bytes(codec.extradata, static_cast<std::size_t>(codec.extradata_size)));
    ASSERT_TRUE(sets.mostReordered());
    EXPECT_EQ(*sets.mostReordered(), 2);
    std::vector<media::AvPacket> packets;
    std::vector<h264::Bytes> bytes;
    std::vector<bool> leading; ///< shown after all before them: no B-frames
    std::int64_t latest = -1;
    for (int i = 0; i < 40; ++i) {
        packets.push_back(std::move(input->read()).value());
        bytes.emplace_back(packets.back()->data, static_cast<std::size_t>(packets.back()->size));
        leading.push_back(packets.back()->pts > latest);
        latest = std::max(latest, packets.back()->pts);
    }
    while (!leading[bytes.size() - 1])
        bytes.pop_back();
    const auto needed = h264::neededPictures(bytes, sets);
    ASSERT_TRUE(needed);
    using Kind = h264::Share::Kind;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool reference = h264::isReference(sets.unitsOf(bytes[i]).back());
        const Kind unneeded = reference ? Kind::StandIn : Kind::Nothing;
        EXPECT_EQ((*needed)[i].kind, leading[i] ? Kind::Whole : unneeded) << i;
    }
    EXPECT_LT(std::ranges::count(*needed, Kind::Whole, &h264::Share::kind), 13);
    EXPECT_GT(std::ranges::count(*needed, Kind::StandIn, &h264::Share::kind), 5);

    bytes.erase(bytes.begin() + 1);
    EXPECT_FALSE(h264::neededPictures(bytes, sets)) << "one of them is missing";
    bytes.erase(bytes.begin());
    EXPECT_FALSE(h264::neededPictures(bytes, sets)) << "it doesn't begin with a keyframe";
}

TEST_F(NeededPicturesTest, DamageIsNoAnswerAtMost) {
    const auto file = made(3, "");
    auto input = RecordingInput::open(file);
    ASSERT_TRUE(input.ok());
    const AVCodecParameters& codec = *input->stream(0).codecpar;
    std::vector<std::uint8_t> header(codec.extradata, codec.extradata + codec.extradata_size);
    std::vector<std::vector<std::uint8_t>> packets;
    for (int i = 0; i < 12; ++i) {
        const media::AvPacket packet = std::move(input->read()).value();
        packets.emplace_back(packet->data, packet->data + std::min(packet->size, 60));
    }
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        auto damagedHeader = header;
        auto damaged = packets;
        if (round % 2 == 0)
            damagedHeader[random() % header.size()] = static_cast<std::uint8_t>(random());
        for (int i = 0; i < 3; ++i) {
            auto& one = damaged[random() % damaged.size()];
            one[random() % one.size()] = static_cast<std::uint8_t>(random());
        }
        damaged.back().resize(random() % damaged.back().size());
        const h264::ParameterSets sets{h264::Bytes(damagedHeader)};
        const auto needed =
            h264::neededPictures(std::vector<h264::Bytes>(damaged.begin(), damaged.end()), sets);
        if (needed) {
            ASSERT_EQ(needed->size(), damaged.size());
        }
    }
}

} // namespace
} // namespace mockingbird::review
