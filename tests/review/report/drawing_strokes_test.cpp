// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/drawing_strokes.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <tuple>

namespace mockingbird::review {
namespace {

using catalog::Drawing;
using catalog::ShapeKind;

media::Picture plain(std::uint8_t level, int width = 640, int height = 360) {
    media::Picture picture{width, height, {}, {}};
    picture.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, level);
    return picture;
}

std::tuple<int, int, int> rgb(const media::Picture& picture, int x, int y) {
    const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                            static_cast<std::size_t>(x)) *
                           4;
    return {picture.pixels[at + 2], picture.pixels[at + 1], picture.pixels[at]};
}

const std::tuple<int, int, int> kInk{0xff, 0x7a, 0x1a};

TEST(DrawingStrokes, LeavesAPictureWithoutADrawingAsItIs) {
    media::Picture picture = plain(90);
    drawStrokes(picture, {});
    EXPECT_EQ(picture.pixels, plain(90).pixels);
}

TEST(DrawingStrokes, DrawsALineWhereItLies) {
    media::Picture picture = plain(90);
    drawStrokes(picture, {0, {{ShapeKind::Line, {{0.25, 0.5}, {0.75, 0.5}}}}});
    EXPECT_EQ(rgb(picture, 320, 180), kInk);
    EXPECT_EQ(rgb(picture, 162, 180), kInk);
    EXPECT_EQ(rgb(picture, 150, 180), rgb(plain(90), 0, 0)) << "before its beginning";
    EXPECT_EQ(rgb(picture, 320, 160), rgb(plain(90), 0, 0)) << "beside it";
}

TEST(DrawingStrokes, IsSeenOnAnyGround) {
    for (const std::uint8_t ground : {std::uint8_t{0}, std::uint8_t{120}, std::uint8_t{255}}) {
        media::Picture picture = plain(ground);
        drawStrokes(picture, {0, {{ShapeKind::Line, {{0.1, 0.5}, {0.9, 0.5}}}}});
        int darkest = 255;
        int lightest = 0;
        for (int y = 170; y < 190; ++y) {
            const auto [red, green, blue] = rgb(picture, 320, y);
            darkest = std::min(darkest, red + green + blue);
            lightest = std::max(lightest, red + green + blue);
        }
        EXPECT_LT(darkest, 255) << int{ground};
        EXPECT_GT(lightest, 600) << int{ground};
    }
}

TEST(DrawingStrokes, RingsAnEllipseAndPointsAnArrow) {
    media::Picture picture = plain(90);
    drawStrokes(picture, {0, {{ShapeKind::Ellipse, {{0.25, 0.25}, {0.75, 0.75}}}}});
    EXPECT_EQ(rgb(picture, 320, 90), kInk) << "its top";
    EXPECT_EQ(rgb(picture, 480, 180), kInk) << "its right";
    EXPECT_EQ(rgb(picture, 320, 180), rgb(plain(90), 0, 0)) << "its middle is empty";
    picture = plain(90);
    drawStrokes(picture, {0, {{ShapeKind::Arrow, {{0.1, 0.5}, {0.8, 0.5}}}}});
    const auto inked = [&](int x) {
        int rows = 0;
        for (int y = 0; y < picture.height; ++y)
            rows += rgb(picture, x, y) == rgb(plain(90), 0, 0) ? 0 : 1;
        return rows;
    };
    EXPECT_GT(inked(500), inked(300)) << "the head is wider than the shaft";
}

TEST(DrawingStrokes, CutsOffWhatLiesOutside) {
    media::Picture picture = plain(90, 64, 36);
    drawStrokes(picture, {0,
                          {{ShapeKind::Line, {{-5, -5}, {6, 6}}},
                           {ShapeKind::Ellipse, {{-1, -1}, {3, 3}}},
                           {ShapeKind::Line, {{0.5, 0.5}}},
                           {ShapeKind::Arrow, {{2, 2}, {9, 9}}}}});
    EXPECT_EQ(picture.pixels.size(), 64U * 36U * 4U);
    EXPECT_EQ(rgb(picture, 32, 18), kInk);
    media::Picture none;
    drawStrokes(none, {0, {{ShapeKind::Line, {{0, 0}, {1, 1}}}}});
    EXPECT_TRUE(none.pixels.empty());
}

} // namespace
} // namespace mockingbird::review
