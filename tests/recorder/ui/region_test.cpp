// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/region.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(Region, IsInTheDisplaysOwnPixels) {
    const QRect screen(0, 0, 1920, 1080);
    EXPECT_EQ(devicePixels({100, 50, 640, 480}, screen, 1.0), QRect(100, 50, 640, 480));
    // A screen of 3840x2160 at a scale of 2, and one of 2880x1800 at 1.5.
    EXPECT_EQ(devicePixels({100, 50, 640, 480}, screen, 2.0), QRect(200, 100, 1280, 960));
    EXPECT_EQ(devicePixels({101, 51, 641, 481}, {0, 0, 1920, 1200}, 1.5), QRect(152, 77, 960, 720));
}

TEST(Region, CountsFromTheScreenItIsOn) {
    // Qt tells a screen's origin in the display's pixels and its size in logical ones.
    const QRect second(3840, 240, 1280, 720);
    EXPECT_EQ(devicePixels({0, 0, 1280, 720}, second, 1.5), QRect(3840, 240, 1920, 1080));
    EXPECT_EQ(devicePixels({10, 20, 100, 100}, second, 1.0), QRect(3850, 260, 100, 100));
}

TEST(Region, StaysOnTheScreenAndIsEven) {
    const QRect screen(0, 0, 1367, 769);
    EXPECT_EQ(devicePixels({-50, -50, 5000, 5000}, screen, 1.0), QRect(0, 0, 1366, 768));
    EXPECT_EQ(devicePixels({3, 5, 101, 33}, screen, 1.0), QRect(3, 5, 100, 32));
}

TEST(Region, IsWrittenAsASourceAndReadBack) {
    const SourceSpec source = regionSource(QRect(3850, 260, 1920, 1080));
    EXPECT_EQ(source.toString(), "screen:1920x1080+3850+260");
    EXPECT_TRUE(parseVideoSource(source.toString()).ok());
    EXPECT_EQ(regionOf(source), QRect(3850, 260, 1920, 1080));
    EXPECT_EQ(regionOf({SourceKind::Screen, {}}), std::nullopt);
    EXPECT_EQ(regionOf({SourceKind::Screen, "80x60"}), std::nullopt);
    EXPECT_EQ(regionOf({SourceKind::Camera, "80x60+0+0"}), std::nullopt);
}

} // namespace mockingbird::recorder
