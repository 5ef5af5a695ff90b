// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/drawing_json.h"

#include "tests/common/catalog/fixture.h"

#include <limits>

namespace mockingbird::catalog::test {

TEST(DrawingJson, KeepsADrawing) {
    EXPECT_EQ(drawingFromJson(toJson(sampleDrawing())), sampleDrawing());
    EXPECT_TRUE(toJson(Drawing{}).is_null());
    EXPECT_TRUE(drawingFromJson(nullptr).empty());
}

TEST(DrawingJson, RoundsToAHundredThousandthOfTheFrameAndNoFurtherThenOn) {
    const Drawing drawing{0, {{ShapeKind::Line, {{1.0 / 3, 2.0 / 3}}}}};
    const Drawing kept = drawingFromJson(toJson(drawing));
    EXPECT_EQ(kept.shapes[0].points[0], (FramePoint{0.33333, 0.66667}));
    EXPECT_EQ(toJson(kept), toJson(drawing));
}

TEST(DrawingJson, RefusesWhatIsBeyondTheLimits) {
    const auto refused = [](const Drawing& drawing) { return codeOf(checkDrawing(drawing)); };
    const DrawnShape dot{ShapeKind::Line, {{0.5, 0.5}}};
    EXPECT_TRUE(checkDrawing({0, std::vector(Drawing::kMostShapes, dot)}).ok());
    EXPECT_EQ(refused({0, std::vector(Drawing::kMostShapes + 1, dot)}), ErrorCode::InvalidArgument);
    DrawnShape line{ShapeKind::Line, std::vector(Drawing::kMostPoints, FramePoint{1, 0})};
    EXPECT_TRUE(checkDrawing({0, {line}}).ok());
    line.points.push_back({0, 0});
    EXPECT_EQ(refused({0, {line}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused({-1, {dot}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused({0, {{ShapeKind::Line, {}}}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused({0, {{ShapeKind::Arrow, {{0, 0}}}}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused({0, {{ShapeKind::Ellipse, {{0, 0}, {1, 1}, {0, 1}}}}}), ErrorCode::InvalidArgument);
    for (const double outside :
         {-0.001, 1.001, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        EXPECT_EQ(refused({0, {{ShapeKind::Line, {{0.5, outside}}}}}), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
