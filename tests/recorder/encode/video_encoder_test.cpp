// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/video_encoder.h"

#include <functional>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::recorder {

namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 180;
constexpr int kRate = 30;

/// Encodes two seconds and gives the times of the keyframes, in milliseconds.
std::vector<int> keyframesOf(const std::function<void(AVFrame&, int number)>& paint) {
    auto encoder = VideoEncoder::open(kWidth, kHeight, kRate);
    EXPECT_TRUE(encoder.ok());
    const media::AvFrame picture(av_frame_alloc());
    picture->width = kWidth;
    picture->height = kHeight;
    picture->format = AV_PIX_FMT_YUV420P;
    EXPECT_EQ(av_frame_get_buffer(picture.get(), 0), 0);
    std::vector<int> keyframes;
    const auto take = [&](const media::AvPacket& packet) {
        if ((packet->flags & AV_PKT_FLAG_KEY) != 0)
            keyframes.push_back(static_cast<int>(packet->pts / 1000));
    };
    for (int number = 0; number < 2 * kRate; ++number) {
        EXPECT_EQ(av_frame_make_writable(picture.get()), 0);
        for (int plane = 1; plane < 3; ++plane)
            std::fill_n(picture->data[plane], picture->linesize[plane] * kHeight / 2, std::uint8_t{128});
        paint(*picture, number);
        EXPECT_TRUE(
            encoder->encode(*picture, MediaTime::fromMicroseconds(number * 1'000'000LL / kRate), take).ok());
    }
    EXPECT_TRUE(encoder->flush(take).ok());
    return keyframes;
}

} // namespace

TEST(VideoEncoder, SetsAKeyframeEverySecondWhereLittleMoves) {
    const auto keyframes = keyframesOf([](AVFrame& picture, int) {
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x)
                picture.data[0][y * picture.linesize[0] + x] = static_cast<std::uint8_t>(x ^ y);
    });
    EXPECT_EQ(keyframes, (std::vector<int>{0, 1000}));
}

TEST(VideoEncoder, SetsThemTwiceAsOftenWhereEveryPictureIsHeavy) {
    std::mt19937 chance(1);
    const auto keyframes =
        keyframesOf([&](AVFrame& picture, int) { // what stands there, with a camera's noise
            for (int y = 0; y < kHeight; ++y)
                for (int x = 0; x < kWidth; ++x)
                    picture.data[0][y * picture.linesize[0] + x] = static_cast<std::uint8_t>(
                        40 + (x * 37 ^ y * 91) % 128 + static_cast<int>(chance() % 40));
        });
    EXPECT_EQ(keyframes, (std::vector<int>{0, 500, 1000, 1500}));
}

} // namespace mockingbird::recorder
