// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/pen_way.h"

#include <cmath>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using Way = std::vector<catalog::FramePoint>;

TEST(PenWay, LeavesOutWhatLiesOnTheWay) {
    EXPECT_EQ(simplified({{0, 0}, {0.25, 0.0005}, {0.5, 0}, {1, 0}}, 0.001, 1.0), (Way{{0, 0}, {1, 0}}));
    EXPECT_EQ(simplified({{0, 0}, {0.5, 0}, {0.5, 0.5}}, 0.001, 1.0), (Way{{0, 0}, {0.5, 0}, {0.5, 0.5}}));
}

TEST(PenWay, MeasuresInThePicturesOwnProportions) {
    // The same turn is a larger one on a frame that is wider.
    const Way turn{{0.5, 0}, {0.501, 0.5}, {0.5, 1}};
    EXPECT_EQ(simplified(turn, 0.0015, 1.0).size(), 2u);
    EXPECT_EQ(simplified(turn, 0.0015, 2.0).size(), 3u);
}

TEST(PenWay, KeepsAWayThatComesBack) {
    EXPECT_EQ(simplified({{0.2, 0.2}, {0.8, 0.2}, {0.2, 0.2}}, 0.002, 1.0).size(), 3u);
    EXPECT_EQ(simplified({{0, 0}, {0.8, 0}, {0.4, 0}}, 0.002, 1.0).size(), 3u);
}

TEST(PenWay, HasAtMostAsManyPointsAsADrawingTakes) {
    Way scribble;
    for (int point = 0; point < 20'000; ++point)
        scribble.push_back({point / 20'000.0, point % 2 == 0 ? 0.0 : 1.0});
    const Way kept = simplified(scribble, 0.0, 1.0);
    EXPECT_LE(kept.size(), catalog::Drawing::kMostPoints);
    EXPECT_EQ(kept.front(), scribble.front());
    EXPECT_EQ(kept.back(), scribble.back());
}

TEST(PenWay, StaysWithinItsTolerance) {
    Way spiral;
    for (int point = 0; point < 1000; ++point) {
        const double angle = point / 50.0;
        spiral.push_back({0.5 + angle / 60 * std::cos(angle), 0.5 + angle / 60 * std::sin(angle)});
    }
    const Way kept = simplified(spiral, 0.002, 1.0);
    EXPECT_LT(kept.size(), 200u);
    for (const auto& point : spiral) {
        double nearest = 1;
        for (std::size_t each = 1; each < kept.size(); ++each) {
            const auto& from = kept[each - 1];
            const auto& to = kept[each];
            const double x = to.x - from.x;
            const double y = to.y - from.y;
            const double part = std::fmin(
                1, std::fmax(0, ((point.x - from.x) * x + (point.y - from.y) * y) / (x * x + y * y)));
            nearest =
                std::fmin(nearest, std::hypot(point.x - from.x - part * x, point.y - from.y - part * y));
        }
        EXPECT_LE(nearest, 0.002 + 1e-9);
    }
}

TEST(PenWay, LeavesShortWaysAlone) {
    EXPECT_TRUE(simplified({}, 0.1, 1.0).empty());
    EXPECT_EQ(simplified({{0, 0}, {0, 0}}, 0.1, 1.0).size(), 2u);
}

} // namespace
} // namespace mockingbird::review
