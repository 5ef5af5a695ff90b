// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/picture_arrangement.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

const QSizeF kWide(1920, 1080);
const QSizeF kTall(1080, 1920);

void expectProportions(const QRectF& rect, const QSizeF& size) {
    EXPECT_NEAR(rect.width() / rect.height(), size.width() / size.height(), 1e-6);
}

TEST(PictureArrangement, FitsOneInTheMiddle) {
    const QRectF area(0, 0, 1000, 400);
    const auto alone = arranged(PictureLayout::Single, InsetCorner::TopLeft, area, {kWide});
    ASSERT_EQ(alone.size(), 1u);
    EXPECT_NEAR(alone[0].height(), 400, 1e-6);
    EXPECT_EQ(alone[0].center(), area.center());
    expectProportions(alone[0], kWide);
    EXPECT_EQ(arranged(PictureLayout::SideBySide, InsetCorner::TopLeft, area, {kWide}), alone);
    EXPECT_TRUE(arranged(PictureLayout::Single, InsetCorner::TopLeft, area, {}).empty());
}

TEST(PictureArrangement, PutsTwoOfTheSameHeightSideBySideWithinTheArea) {
    for (const QRectF& area : {QRectF(0, 0, 1000, 400), QRectF(10, 20, 300, 900), QRectF(0, 0, 2, 2)}) {
        for (const auto& [one, other] : {std::pair(kWide, kTall), std::pair(kTall, kTall)}) {
            const auto both = arranged(PictureLayout::SideBySide, InsetCorner::TopLeft, area, {one, other});
            ASSERT_EQ(both.size(), 2u);
            EXPECT_NEAR(both[0].height(), both[1].height(), 1e-6);
            EXPECT_LE(both[0].right(), both[1].left() + 1e-6);
            EXPECT_LE(both[0].united(both[1]).height(), area.height() + 1e-6);
            if (area.width() < 10)
                continue; // no room for the gap
            EXPECT_LE(both[0].united(both[1]).width(), area.width() + 1e-6);
            EXPECT_GE(both[0].left(), area.left() - 1e-6);
            expectProportions(both[0], one);
            expectProportions(both[1], other);
        }
    }
}

TEST(PictureArrangement, PutsTheSmallOneIntoItsCorner) {
    const QRectF area(0, 0, 1000, 400);
    for (const auto corner :
         {InsetCorner::TopLeft, InsetCorner::TopRight, InsetCorner::BottomLeft, InsetCorner::BottomRight}) {
        for (const QSizeF& small : {kWide, kTall}) {
            const auto both = arranged(PictureLayout::Inset, corner, area, {kWide, small});
            ASSERT_EQ(both.size(), 2u);
            EXPECT_TRUE(both[0].contains(both[1]));
            EXPECT_EQ(nearestCorner(both[0], both[1].center()), corner);
            expectProportions(both[1], small);
            EXPECT_LE(both[1].height(), both[0].height() * 0.3 + 1e-6);
        }
    }
}

} // namespace
} // namespace mockingbird::review
