// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_picture.h"

#include <gtest/gtest.h>
#include <spa/param/video/raw.h>
#include <vector>

namespace mockingbird::recorder {

namespace {

std::vector<std::uint8_t> counted(std::size_t size) {
    std::vector<std::uint8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(i % 251);
    return bytes;
}

PictureFormat formatOf(AVPixelFormat pixels, int width, int height) {
    return {pixels, width, height, AVCOL_RANGE_UNSPECIFIED, AVCOL_SPC_UNSPECIFIED};
}

} // namespace

TEST(PipeWirePicture, ReadsAStreamsFormat) {
    spa_video_info_raw info{};
    info.format = SPA_VIDEO_FORMAT_NV12;
    info.size = {1280, 720};
    info.color_range = SPA_VIDEO_COLOR_RANGE_0_255;
    info.color_matrix = SPA_VIDEO_COLOR_MATRIX_BT709;
    const auto format = pictureFormat(info);
    ASSERT_TRUE(format.has_value());
    EXPECT_EQ(format->pixels, AV_PIX_FMT_NV12);
    EXPECT_EQ(format->width, 1280);
    EXPECT_EQ(format->range, AVCOL_RANGE_JPEG);
    EXPECT_EQ(format->space, AVCOL_SPC_BT709);

    info.format = SPA_VIDEO_FORMAT_GRAY16_BE;
    EXPECT_FALSE(pictureFormat(info).has_value());
    info.format = SPA_VIDEO_FORMAT_NV12;
    info.size = {0, 720};
    EXPECT_FALSE(pictureFormat(info).has_value());
}

TEST(PipeWirePicture, CopiesAPartOfPackedPixels) {
    constexpr int kStride = 40; // 8 pixels and some room
    const auto bytes = counted(kStride * 6);
    const BufferBlock block{bytes.data(), bytes.size(), kStride};
    const auto frame = copyPicture(formatOf(AV_PIX_FMT_BGR0, 8, 6), {&block, 1}, {4, 2, 2, 3});
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->width, 4);
    EXPECT_EQ(frame->height, 2);
    // The corner's odd row is rounded down.
    EXPECT_EQ(frame->data[0][0], bytes[2 * kStride + 2 * 4]);
    EXPECT_EQ(frame->data[0][frame->linesize[0]], bytes[3 * kStride + 2 * 4]);
}

TEST(PipeWirePicture, FindsThePlanesThatLieOneBehindTheOther) {
    constexpr int kStride = 16;
    const auto bytes = counted(kStride * 8 * 3 / 2);
    const BufferBlock block{bytes.data(), bytes.size(), kStride};
    const auto planar = copyPicture(formatOf(AV_PIX_FMT_YUV420P, 16, 8), {&block, 1}, {16, 8, 0, 0});
    ASSERT_NE(planar, nullptr);
    EXPECT_EQ(planar->data[1][0], bytes[kStride * 8]);
    EXPECT_EQ(planar->data[2][0], bytes[kStride * 8 + kStride / 2 * 4]);

    const auto half = copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), {&block, 1}, {8, 4, 4, 2});
    ASSERT_NE(half, nullptr);
    EXPECT_EQ(half->data[0][0], bytes[2 * kStride + 4]);
    EXPECT_EQ(half->data[1][0], bytes[kStride * 8 + kStride + 4]);
}

TEST(PipeWirePicture, FindsThePlanesInBlocksOfTheirOwn) {
    const auto luma = counted(32 * 8);
    const auto chroma = counted(20 * 4);
    const BufferBlock blocks[]{{luma.data(), luma.size(), 32}, {chroma.data() + 4, chroma.size() - 4, 18}};
    const auto frame = copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), blocks, {16, 8, 0, 0});
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->data[0][frame->linesize[0]], luma[32]);
    EXPECT_EQ(frame->data[1][frame->linesize[1]], chroma[4 + 18]);
}

TEST(PipeWirePicture, RefusesBlocksThatHoldLessThanTheFormatSays) {
    const auto bytes = counted(16 * 8 * 3 / 2);
    for (const BufferBlock& block :
         {BufferBlock{bytes.data(), bytes.size() - 1, 16}, BufferBlock{bytes.data(), bytes.size(), 15},
          BufferBlock{bytes.data(), bytes.size(), -16}, BufferBlock{nullptr, bytes.size(), 16}})
        EXPECT_EQ(copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), {&block, 1}, {16, 8, 0, 0}), nullptr);
    const BufferBlock whole{bytes.data(), bytes.size(), 16};
    EXPECT_NE(copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), {&whole, 1}, {16, 8, 0, 0}), nullptr);
    EXPECT_EQ(copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), {&whole, 1}, {16, 8, 16, 0}), nullptr);
    EXPECT_EQ(copyPicture(formatOf(AV_PIX_FMT_NV12, 16, 8), {}, {16, 8, 0, 0}), nullptr);
}

} // namespace mockingbird::recorder
