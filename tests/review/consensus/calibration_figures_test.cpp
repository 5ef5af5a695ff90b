// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_figures.h"

#include "tests/review/rubric/scored_kit.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

ScoredUnit unitOf(const std::vector<catalog::Score>& scores) {
    ScoredUnit unit;
    unit.criterion = scores.front().criterion;
    unit.question = scores.front().question;
    unit.scores = scores;
    return unit;
}

TEST(CalibrationFigures, SayHowARaterLiesToTheAgreedLevels) {
    const test::ScoredKit kit;
    const std::vector<ScoredUnit> units{unitOf({kit.score(kit.ann, 0, 0, 5), kit.score(kit.ben, 0, 0, 3)}),
                                        unitOf({kit.score(kit.ann, 1, 0, 4)}),
                                        unitOf({kit.score(kit.ann, 2, 0, 1)}),
                                        unitOf({kit.score(kit.ann, 0, 1, 2)})}; // without an agreed level
    const auto raters = calibrationOf(units, {kit.agreed(0, 0, 3), kit.agreed(1, 0, 4), kit.agreed(2, 0, 2)});
    ASSERT_EQ(raters.size(), 2u);
    EXPECT_EQ(raters[0].rater, kit.ann);
    EXPECT_EQ(raters[0].n, 3u);
    EXPECT_EQ(raters[0].exact, 1u);
    EXPECT_EQ(raters[0].withinOne, 2u);
    EXPECT_NEAR(raters[0].meanDifference, (2.0 + 0 - 1) / 3, 1e-9);
    EXPECT_NEAR(raters[0].meanSizeDifference, 1.0, 1e-9);
    EXPECT_EQ(raters[1].name, "Ben Ruiz");
    EXPECT_EQ(raters[1].exact, 1u);
}

TEST(CalibrationFigures, AreNoneWithoutAnAgreedLevel) {
    const test::ScoredKit kit;
    EXPECT_TRUE(calibrationOf({unitOf({kit.score(kit.ann, 0, 0, 5)})}, {}).empty());
}

TEST(CalibrationFigures, EveryUnitOfTheKitIsThereWithWhatWasScored) {
    const test::ScoredKit byQuestion;
    const auto all = everyUnit(byQuestion.kit, {unitOf({byQuestion.score(byQuestion.ann, 1, 1, 4)})});
    ASSERT_EQ(all.size(), 6u);
    EXPECT_TRUE(all[3].scores.empty());
    EXPECT_EQ(all[4].question, byQuestion.question(1));
    EXPECT_EQ(all[4].scores.size(), 1u);
    const test::ScoredKit bySession(catalog::ScoringScope::Session);
    const auto three = everyUnit(bySession.kit, {});
    ASSERT_EQ(three.size(), 3u);
    EXPECT_FALSE(three[0].question);
}

} // namespace
} // namespace mockingbird::review
