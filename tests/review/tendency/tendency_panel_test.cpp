// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tendency/tendency_panel.h"

#include "review/tendency/tendency_figure.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

RaterTendency someTendency() {
    RaterTendency tendency;
    tendency.reviews = 6;
    tendency.severity = Tendency{-0.6, 31};
    tendency.spreadWithin = Tendency{0.5, 6};
    tendency.coRatersSpreadWithin = Tendency{0.9, 6};
    tendency.centralShare = Tendency{0.55, 42};
    tendency.coRatersCentralShare = Tendency{0.35, 40};
    tendency.evidenceShare = Tendency{0.4, 42};
    return tendency;
}

TEST(TendencyPanel, SaysFourFiguresInWordsWithWhatTheyRestOn) {
    TendencyPanel panel;
    panel.showTendency(someTendency());
    ASSERT_EQ(panel.figures().size(), 4u);
    EXPECT_TRUE(panel.text().contains("Only you see this"));
    EXPECT_TRUE(panel.figures()[0]->text().contains("0.6 levels stricter"));
    EXPECT_TRUE(panel.figures()[0]->text().contains("From 31 scores"));
    EXPECT_TRUE(panel.figures()[1]->text().contains("look at each criterion by itself"));
    EXPECT_TRUE(
        panel.figures()[2]->text().contains("55 % of your scores are on the middle of the scale, 35 %"));
    EXPECT_TRUE(panel.figures()[3]->text().contains("40 % of your scores rest on a note or a moment"));
    EXPECT_EQ(panel.figures()[0]->accessibleDescription(), panel.figures()[0]->text());
}

TEST(TendencyPanel, SaysThatThereAreTooFewReviewsInsteadOfAFigure) {
    TendencyPanel panel;
    RaterTendency tendency = someTendency();
    panel.showTendency(tendency);
    tendency.reviews = 2;
    panel.showTendency(tendency);
    EXPECT_TRUE(panel.figures().empty());
    EXPECT_TRUE(panel.text().contains("needs 3 that you have sealed, and there are 2"));
}

TEST(TendencyPanel, HasWordsForAFigureThatIsMissing) {
    TendencyPanel panel;
    RaterTendency tendency;
    tendency.reviews = 3;
    panel.showTendency(tendency);
    ASSERT_EQ(panel.figures().size(), 4u);
    EXPECT_TRUE(panel.figures()[0]->text().contains("Nobody else has rated the same yet"));
    EXPECT_TRUE(panel.figures()[1]->text().contains("three scores or more"));
}

TEST(TendencyPanel, FindsNoFaultWhereThereIsNone) {
    TendencyPanel panel;
    RaterTendency tendency = someTendency();
    tendency.severity->value = 0.1;
    tendency.spreadWithin->value = 0.8;
    tendency.centralShare->value = 0.4;
    tendency.evidenceShare->value = 0.9;
    panel.showTendency(tendency);
    EXPECT_TRUE(panel.figures()[0]->text().contains("about as those who rated the same"));
    EXPECT_FALSE(panel.text().contains("look at each criterion"));
    EXPECT_FALSE(panel.text().contains("anchor of a higher"));
    EXPECT_FALSE(panel.text().contains("lets the mentee see"));
}

} // namespace
} // namespace mockingbird::review
