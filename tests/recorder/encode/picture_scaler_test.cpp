// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/picture_scaler.h"

#include <cstring>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

constexpr int kGrey = 120;

media::AvFrame greyPicture(int width, int height) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = width;
    frame->height = height;
    frame->color_range = AVCOL_RANGE_MPEG;
    av_frame_get_buffer(frame.get(), 0);
    for (int plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 ? height : height / 2;
        std::memset(frame->data[plane], plane == 0 ? kGrey : 128,
                    static_cast<std::size_t>(frame->linesize[plane]) * static_cast<std::size_t>(rows));
    }
    return frame;
}

int luma(const AVFrame& frame, int x, int y) {
    return frame.data[0][y * frame.linesize[0] + x];
}

} // namespace

TEST(PictureScaler, HandsOnAPictureThatIsAsWanted) {
    PictureScaler scaler(640, 360, AV_PIX_FMT_YUV420P);
    const auto picture = greyPicture(640, 360);
    EXPECT_EQ(*scaler.convert(*picture), picture.get());
}

TEST(PictureScaler, StandsAPictureOfAnotherShapeBetweenBlackBars) {
    PictureScaler scaler(640, 360, AV_PIX_FMT_YUV420P);
    // Narrow, then wide: 180 by 360 and 640 by 160 of the 640 by 360.
    const auto narrow = scaler.convert(*greyPicture(320, 640));
    ASSERT_TRUE(narrow.ok());
    EXPECT_EQ((*narrow)->width, 640);
    EXPECT_EQ((*narrow)->height, 360);
    for (const int y : {0, 180, 359}) {
        EXPECT_EQ(luma(**narrow, 0, y), 16);
        EXPECT_EQ(luma(**narrow, 226, y), 16);
        EXPECT_NEAR(luma(**narrow, 234, y), kGrey, 2);
        EXPECT_NEAR(luma(**narrow, 405, y), kGrey, 2);
        EXPECT_EQ(luma(**narrow, 412, y), 16);
        EXPECT_EQ(luma(**narrow, 639, y), 16);
    }
    const auto wide = scaler.convert(*greyPicture(1280, 320));
    ASSERT_TRUE(wide.ok());
    for (const int x : {0, 320, 639}) {
        EXPECT_EQ(luma(**wide, x, 0), 16);
        EXPECT_EQ(luma(**wide, x, 97), 16);
        EXPECT_NEAR(luma(**wide, x, 103), kGrey, 2);
        EXPECT_NEAR(luma(**wide, x, 256), kGrey, 2);
        EXPECT_EQ(luma(**wide, x, 262), 16);
        EXPECT_EQ(luma(**wide, x, 359), 16);
    }
    // The first size again: no trace of the bars.
    const auto first = greyPicture(640, 360);
    EXPECT_EQ(luma(**scaler.convert(*first), 0, 0), kGrey);
}

TEST(PictureScaler, FillsTheWidthWhereTheShapeIsTheSameButForRounding) {
    PictureScaler scaler(960, 540, AV_PIX_FMT_YUV420P);
    const auto picture = scaler.convert(*greyPicture(1366, 768));
    ASSERT_TRUE(picture.ok());
    EXPECT_NEAR(luma(**picture, 0, 0), kGrey, 2);
    EXPECT_NEAR(luma(**picture, 959, 539), kGrey, 2);
}

TEST(PictureScaler, HasBarsInPicturesForTheEyeToo) {
    PictureScaler scaler(200, 100, AV_PIX_FMT_BGR0);
    const auto picture = scaler.convert(*greyPicture(100, 100));
    ASSERT_TRUE(picture.ok());
    const auto green = [&](int x) { return (*picture)->data[0][50 * (*picture)->linesize[0] + 4 * x + 1]; };
    EXPECT_EQ(green(10), 0);
    EXPECT_GT(green(100), 100);
    EXPECT_EQ(green(190), 0);
}

} // namespace mockingbird::recorder
