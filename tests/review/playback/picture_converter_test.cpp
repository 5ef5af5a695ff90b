// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_converter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace mockingbird::review {
namespace {

struct Colour {
    int y, u, v;
};

media::AvFrame plainFrame(int width, int height, Colour colour, AVColorSpace matrix, AVColorRange range) {
    media::AvFrame frame(av_frame_alloc());
    frame->width = width;
    frame->height = height;
    frame->format = AV_PIX_FMT_YUV444P;
    frame->colorspace = matrix;
    frame->color_range = range;
    EXPECT_EQ(av_frame_get_buffer(frame.get(), 0), 0);
    const std::array<int, 3> values{colour.y, colour.u, colour.v};
    for (std::size_t plane = 0; plane < 3; ++plane) {
        for (int y = 0; y < height; ++y)
            std::fill_n(frame->data[plane] + y * frame->linesize[plane], width,
                        static_cast<std::uint8_t>(values[plane]));
    }
    return frame;
}

void expectColour(const media::Picture& picture, int red, int green, int blue) {
    const std::size_t middle =
        (static_cast<std::size_t>(picture.height / 2) * static_cast<std::size_t>(picture.width) +
         static_cast<std::size_t>(picture.width / 2)) *
        4;
    EXPECT_NEAR(picture.pixels[middle + 2], red, 3);
    EXPECT_NEAR(picture.pixels[middle + 1], green, 3);
    EXPECT_NEAR(picture.pixels[middle], blue, 3);
}

TEST(PictureConverter, TakesUntaggedHighDefinitionForBt709AndSmallerForBt601) {
    PictureConverter converter({});
    // Pure red in either matrix, limited range.
    const auto large = plainFrame(1280, 720, {63, 102, 240}, AVCOL_SPC_UNSPECIFIED, AVCOL_RANGE_UNSPECIFIED);
    expectColour(converter.convert(*large, {}).value(), 255, 0, 0);
    const auto small = plainFrame(640, 480, {81, 90, 240}, AVCOL_SPC_UNSPECIFIED, AVCOL_RANGE_UNSPECIFIED);
    expectColour(converter.convert(*small, {}).value(), 255, 0, 0);
}

TEST(PictureConverter, FollowsTheTagsWhereThereAreAny) {
    PictureConverter converter({});
    const auto large601 = plainFrame(1280, 720, {81, 90, 240}, AVCOL_SPC_SMPTE170M, AVCOL_RANGE_MPEG);
    expectColour(converter.convert(*large601, {}).value(), 255, 0, 0);
    const auto small709 = plainFrame(640, 480, {63, 102, 240}, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG);
    expectColour(converter.convert(*small709, {}).value(), 255, 0, 0);
    const auto full = plainFrame(640, 480, {255, 128, 128}, AVCOL_SPC_BT709, AVCOL_RANGE_JPEG);
    expectColour(converter.convert(*full, {}).value(), 255, 255, 255);
    const auto limited = plainFrame(640, 480, {235, 128, 128}, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG);
    expectColour(converter.convert(*limited, {}).value(), 255, 255, 255);
}

TEST(PictureConverter, MakesPixelsSquareAndRowsWithoutPadding) {
    PictureConverter converter({});
    const auto frame = plainFrame(721, 57, {126, 128, 128}, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG);
    frame->sample_aspect_ratio = {16, 15};
    const auto picture = converter.convert(*frame, MediaTime::fromMicroseconds(5));
    ASSERT_TRUE(picture.ok());
    EXPECT_EQ(picture->width, 769);
    EXPECT_EQ(picture->height, 57);
    EXPECT_EQ(picture->pixels.size(), 769U * 57U * 4U);
    EXPECT_EQ(picture->time, MediaTime::fromMicroseconds(5));
    for (std::size_t i = 0; i + 3 < picture->pixels.size(); i += 4)
        ASSERT_NEAR(picture->pixels[i], 128, 3) << i;
}

} // namespace
} // namespace mockingbird::review
