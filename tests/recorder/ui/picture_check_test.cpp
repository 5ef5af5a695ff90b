// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/picture_check.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

media::Picture plain(std::uint8_t level) {
    return {640, 360, {}, decltype(media::Picture::pixels)(640U * 360U * 4U, level)};
}

} // namespace

TEST(PictureCheck, SeesNothingInBlackAndInACoveredCamerasNoise) {
    EXPECT_FALSE(showsSomething(plain(0)));
    media::Picture noise = plain(0);
    for (std::size_t i = 0; i < noise.pixels.size(); ++i)
        noise.pixels[i] = static_cast<std::uint8_t>(i * 7919 % 31);
    EXPECT_FALSE(showsSomething(noise));
    EXPECT_FALSE(showsSomething({}));
}

TEST(PictureCheck, SeesADarkRoomWithALampInIt) {
    EXPECT_TRUE(showsSomething(plain(60)));
    media::Picture lamp = plain(4);
    for (int y = 100; y < 140; ++y) {
        for (int x = 200; x < 240; ++x)
            lamp.pixels[static_cast<std::size_t>((y * 640 + x) * 4)] = 255;
    }
    EXPECT_TRUE(showsSomething(lamp));
}

} // namespace mockingbird::recorder
