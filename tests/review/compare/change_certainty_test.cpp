// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/change_certainty.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mockingbird::review {
namespace {

TEST(RaterSpread, IsThatOfBlandAndAltmansChildren) {
    // Peak flow of 20 children, measured four times each: Bland & Altman 1996, "Measurement error", BMJ
    // 313:744, tables 1 and 2: residual sum of squares 27631.25, 60 degrees of freedom, mean square 460.52.
    const auto spread =
        raterSpread({{190, 220, 200, 200}, {220, 200, 240, 230}, {260, 260, 240, 280}, {210, 300, 280, 265},
                     {270, 265, 280, 270}, {280, 280, 270, 275}, {260, 280, 280, 300}, {275, 275, 275, 305},
                     {280, 290, 300, 290}, {320, 290, 300, 290}, {300, 300, 310, 300}, {270, 250, 330, 370},
                     {320, 330, 330, 330}, {335, 320, 335, 375}, {350, 320, 340, 365}, {360, 320, 350, 345},
                     {330, 340, 380, 390}, {335, 385, 360, 370}, {400, 420, 425, 420}, {430, 460, 480, 470}});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->degrees, 60);
    EXPECT_EQ(spread->attempts, 20U);
    EXPECT_NEAR(spread->variance, 460.52, 0.005);
    EXPECT_NEAR(errorOfMean(*spread, 1), 21.5, 0.05); // their within-subject standard deviation
}

TEST(RaterSpread, IsThatOfRWhereGroupsDifferInSize) {
    // R's data set chickwts; summary(aov(weight ~ feed, chickwts)): Residuals 65 195556 3009.
    const auto spread = raterSpread({{179, 160, 136, 227, 217, 168, 108, 124, 143, 140},
                                     {309, 229, 181, 141, 260, 203, 148, 169, 213, 257, 244, 271},
                                     {243, 230, 248, 327, 329, 250, 193, 271, 316, 267, 199, 171, 158, 248},
                                     {423, 340, 392, 339, 341, 226, 320, 295, 334, 322, 297, 318},
                                     {325, 257, 303, 315, 380, 153, 263, 242, 206, 344, 258},
                                     {368, 390, 379, 260, 404, 318, 352, 359, 216, 222, 283, 332}});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->degrees, 65);
    EXPECT_NEAR(spread->variance * spread->degrees, 195556, 0.5);
    EXPECT_NEAR(spread->variance, 3009, 0.5);
}

TEST(RaterSpread, ComesOfAttemptsThatTwoRatedAlone) {
    EXPECT_FALSE(raterSpread({}));
    EXPECT_FALSE(raterSpread({{3}, {}, {4}}));
    const auto spread = raterSpread({{3}, {2, 4}, {5}});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->degrees, 1);
    EXPECT_EQ(spread->attempts, 1U);
    EXPECT_DOUBLE_EQ(spread->variance, 2);
}

TEST(ErrorOfChange, IsThatOfJacobsonAndTruax) {
    // Their example (1991, p. 14): s = 7.5, r = .88, so the standard error of one score is 2.60 and that of a
    // difference 3.68, from the rounded 2.60; one rater an attempt.
    const RaterSpread spread{7.5 * 7.5 * (1 - 0.88), 10, 10};
    EXPECT_NEAR(errorOfMean(spread, 1), 2.60, 0.005);
    EXPECT_NEAR(errorOfChange(spread, 1, 1), 3.68, 0.01);
}

TEST(ErrorOfChange, GrowsLessTheMoreRate) {
    const RaterSpread spread{1, 10, 10};
    EXPECT_DOUBLE_EQ(errorOfMean(spread, 4), 0.5);
    EXPECT_DOUBLE_EQ(errorOfChange(spread, 2, 2), 1);
    EXPECT_DOUBLE_EQ(errorOfChange(spread, 4, 2), std::sqrt(0.25 + 0.5));
}

TEST(StudentQuantile, IsThatOfR) {
    // R: qt(0.975, c(1, 2, 5, 10, 30, 120)), qt(0.95, 4), qt(0.9995, 3), qt(0.025, 10); to R's seven digits.
    EXPECT_NEAR(studentQuantile(0.975, 1), 12.70620, 5e-6);
    EXPECT_NEAR(studentQuantile(0.975, 2), 4.302653, 5e-7);
    EXPECT_NEAR(studentQuantile(0.975, 5), 2.570582, 5e-7);
    EXPECT_NEAR(studentQuantile(0.975, 10), 2.228139, 5e-7);
    EXPECT_NEAR(studentQuantile(0.975, 30), 2.042272, 5e-7);
    EXPECT_NEAR(studentQuantile(0.975, 120), 1.979930, 5e-7);
    EXPECT_NEAR(studentQuantile(0.95, 4), 2.131847, 5e-7);
    EXPECT_NEAR(studentQuantile(0.9995, 3), 12.92398, 5e-6);
    EXPECT_NEAR(studentQuantile(0.025, 10), -2.228139, 5e-7);
    EXPECT_NEAR(studentQuantile(0.5, 7), 0, 1e-12);
    EXPECT_NEAR(studentQuantile(0.975, 1'000'000), 1.959966, 1e-6); // on its way to the normal 1.959964
}

TEST(ChangeOf, TellsWhatRatersCouldHaveMadeFromWhatTheyCouldNot) {
    const RaterSpread spread{0.5, 10, 10}; // two raters each: 2.228 * sqrt(0.5) = 1.576
    const Change small = changeOf(2, 2, 3.5, 2, spread);
    EXPECT_DOUBLE_EQ(small.by, 1.5);
    ASSERT_TRUE(small.margin);
    EXPECT_NEAR(*small.margin, 1.5755, 0.0005);
    EXPECT_EQ(small.verdict, ChangeVerdict::WithinRaters);
    EXPECT_EQ(changeOf(4, 2, 2, 2, spread).verdict, ChangeVerdict::BeyondRaters);
    EXPECT_EQ(changeOf(2, 1, 4, 1, spread).verdict, ChangeVerdict::WithinRaters); // one rater says less
}

TEST(ChangeOf, KnowsNothingWithoutASpreadOrARater) {
    EXPECT_EQ(changeOf(2, 2, 5, 2, std::nullopt).verdict, ChangeVerdict::NotKnown);
    const RaterSpread spread{0.5, 10, 10};
    EXPECT_EQ(changeOf(2, 0, 5, 2, spread).verdict, ChangeVerdict::NotKnown);
    EXPECT_EQ(changeOf(2, 2, 5, 0, spread).verdict, ChangeVerdict::NotKnown);
    EXPECT_FALSE(changeOf(2, 2, 5, 0, spread).margin);
    EXPECT_DOUBLE_EQ(changeOf(2, 2, 5, 0, spread).by, 3);
}

TEST(ChangeOf, CountsOnNoMoreExactnessThanWholeLevelsHave) {
    const RaterSpread alike{0, 2, 2}; // 4.303 * sqrt(1/12) = 1.242
    EXPECT_EQ(changeOf(3, 2, 4, 2, alike).verdict, ChangeVerdict::WithinRaters);
    EXPECT_EQ(changeOf(3, 2, 5, 2, alike).verdict, ChangeVerdict::BeyondRaters);
}

} // namespace
} // namespace mockingbird::review
