// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_outline.h"

#include <cmath>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using catalog::DrawnShape;
using catalog::ShapeKind;

constexpr double kWide = 16.0 / 9.0;

TEST(DrawingOutline, OfAnArrowIsItsShaftAndAHeadAtItsPoint) {
    const auto lines = outlineOf({ShapeKind::Arrow, {{0.2, 0.5}, {0.6, 0.5}}}, kWide);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], (std::vector<catalog::FramePoint>{{0.2, 0.5}, {0.6, 0.5}}));
    ASSERT_EQ(lines[1].size(), 3u);
    EXPECT_EQ(lines[1][1], (catalog::FramePoint{0.6, 0.5}));
    EXPECT_LT(lines[1][0].x, 0.6);
    EXPECT_NEAR(lines[1][0].x, lines[1][2].x, 1e-9);
    EXPECT_NEAR(lines[1][0].y + lines[1][2].y, 1.0, 1e-9);
}

TEST(DrawingOutline, KeepsTheHeadsAngleOnAWideFrame) {
    for (const double turn : {0.0, 0.7, 1.5, 3.0, 5.0}) {
        const catalog::FramePoint to{0.5 + 0.2 * std::cos(turn) / kWide, 0.5 + 0.2 * std::sin(turn)};
        const auto lines = outlineOf({ShapeKind::Arrow, {{0.5, 0.5}, to}}, kWide);
        for (const std::size_t barb : {0u, 2u}) {
            const double dx = (lines[1][barb].x - to.x) * kWide;
            const double dy = lines[1][barb].y - to.y;
            EXPECT_NEAR(std::hypot(dx, dy), 0.06, 1e-9);
            const double along = -(dx * std::cos(turn) + dy * std::sin(turn)) / 0.06;
            EXPECT_NEAR(along, std::cos(std::acos(-1.0) / 6), 1e-9);
        }
    }
}

TEST(DrawingOutline, GivesAShortArrowAShortHead) {
    const auto lines = outlineOf({ShapeKind::Arrow, {{0.5, 0.5}, {0.5, 0.52}}}, 1.0);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_GT(lines[1][0].y, 0.5);
}

TEST(DrawingOutline, OfAnEllipseIsARingInItsBox) {
    const auto lines = outlineOf({ShapeKind::Ellipse, {{0.8, 0.6}, {0.2, 0.2}}}, kWide);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].front(), lines[0].back());
    for (const auto& point : lines[0])
        EXPECT_NEAR(std::pow((point.x - 0.5) / 0.3, 2) + std::pow((point.y - 0.4) / 0.2, 2), 1.0, 1e-9);
}

TEST(DrawingOutline, OfALineIsItsPoints) {
    const DrawnShape line{ShapeKind::Line, {{0, 0}, {0.5, 0.1}, {1, 1}}};
    EXPECT_EQ(outlineOf(line, kWide), (std::vector<std::vector<catalog::FramePoint>>{line.points}));
}

TEST(DrawingOutline, IsEmptyForWhatCannotBeSeen) {
    EXPECT_TRUE(outlineOf({ShapeKind::Line, {{0.5, 0.5}}}, kWide).empty());
    EXPECT_TRUE(outlineOf({ShapeKind::Arrow, {{0.5, 0.5}, {0.5, 0.5}}}, kWide).empty());
    EXPECT_TRUE(outlineOf({ShapeKind::Ellipse, {}}, kWide).empty());
    EXPECT_TRUE(outlineOf({ShapeKind::Line, {{0, 0}, {1, 1}}}, 0).empty());
    EXPECT_TRUE(outlineOf({ShapeKind::Line, {{0, 0}, {1, 1}}}, std::nan("")).empty());
}

} // namespace
} // namespace mockingbird::review
