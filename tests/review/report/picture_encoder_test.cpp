// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/picture_encoder.h"

#include "common/media/av_handles.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

media::Picture twoColors(int width, int height) {
    media::Picture picture{width, height, {}, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int byte : {x < width / 2 ? 250 : 10, 120, 30, 255})
                picture.pixels.push_back(static_cast<std::uint8_t>(byte));
    return picture;
}

media::AvFrame decoded(const std::string& bytes, AVCodecID codec) {
    const media::AvCodecContext decoder(avcodec_alloc_context3(avcodec_find_decoder(codec)));
    EXPECT_EQ(avcodec_open2(decoder.get(), nullptr, nullptr), 0);
    const media::AvPacket packet(av_packet_alloc());
    EXPECT_EQ(av_new_packet(packet.get(), static_cast<int>(bytes.size())), 0);
    std::copy(bytes.begin(), bytes.end(), packet->data);
    media::AvFrame frame(av_frame_alloc());
    EXPECT_EQ(avcodec_send_packet(decoder.get(), packet.get()), 0);
    EXPECT_EQ(avcodec_receive_frame(decoder.get(), frame.get()), 0);
    return frame;
}

TEST(PictureEncoder, KeepsEveryPixelInPng) {
    const auto png = encodePng(twoColors(6, 4));
    ASSERT_TRUE(png.ok()) << png.error().detail;
    const auto frame = decoded(*png, AV_CODEC_ID_PNG);
    ASSERT_EQ(frame->width, 6);
    ASSERT_EQ(frame->format, AV_PIX_FMT_RGB24);
    const std::uint8_t* row = frame->data[0] + frame->linesize[0];
    EXPECT_EQ(row[0], 30);
    EXPECT_EQ(row[1], 120);
    EXPECT_EQ(row[2], 250);
    EXPECT_EQ(row[17], 10);
}

TEST(PictureEncoder, ShrinksWithTheShapeKept) {
    const auto small = shrunk(twoColors(640, 361), 320);
    ASSERT_TRUE(small.ok()) << small.error().detail;
    EXPECT_EQ(small->width, 320);
    EXPECT_EQ(small->height, 180);
    ASSERT_EQ(small->pixels.size(), 320U * 180U * 4U);
    const std::size_t row = 90U * 320U * 4U;
    EXPECT_NEAR(small->pixels[row + 40], 250, 2) << "the left half";
    EXPECT_NEAR(small->pixels[row + 300U * 4U], 10, 2) << "the right half";
    EXPECT_EQ(shrunk(twoColors(100, 50), 320)->width, 100) << "never larger";
    EXPECT_EQ(shrunk({}, 320).error().code, ErrorCode::InvalidArgument);
}

TEST(PictureEncoder, MakesJpegsNoWiderThanAsked) {
    const auto small = decoded(*encodeJpeg(twoColors(640, 361), 320), AV_CODEC_ID_MJPEG);
    EXPECT_EQ(small->width, 320);
    EXPECT_EQ(small->height, 180);
    EXPECT_EQ(decoded(*encodeJpeg(twoColors(100, 50), 320), AV_CODEC_ID_MJPEG)->width, 100) << "never larger";
}

TEST(PictureEncoder, RefusesWhatIsNoPicture) {
    EXPECT_EQ(encodePng({}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(encodeJpeg({10, 10, {}, {}}, 320).error().code, ErrorCode::InvalidArgument);
}

} // namespace
} // namespace mockingbird::review
