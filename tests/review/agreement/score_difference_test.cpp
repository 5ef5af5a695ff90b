// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/score_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ScoreDifference : public testing::Test {
protected:
    void SetUp() override {
        for (int index = 0; index < 2; ++index) {
            catalog::Criterion criterion;
            criterion.id = catalog::CriterionId::make();
            kit.rubric.criteria.push_back(criterion);
            catalog::Question question;
            question.id = catalog::QuestionId::make();
            kit.questions.push_back(question);
        }
    }

    void give(catalog::PersonId rater, const std::string& name, std::size_t criterion, int level,
              std::optional<std::size_t> question = std::nullopt) {
        catalog::Score score;
        score.rater = rater;
        score.raterName = name;
        score.criterion = kit.rubric.criteria[criterion].id;
        if (question)
            score.question = kit.questions[*question].id;
        score.level = level;
        scores.push_back(score);
    }

    catalog::Kit kit;
    std::vector<catalog::Score> scores;
    catalog::PersonId ann = catalog::PersonId::make();
    catalog::PersonId ben = catalog::PersonId::make();
};

TEST_F(ScoreDifference, GroupsScoresInTheOrderOfQuestionsAndCriteria) {
    give(ben, "Ben", 1, 2, 1);
    give(ben, "Ben", 0, 4, 1);
    give(ann, "Ann", 0, 3, 1);
    give(ben, "Ben", 1, 5, 0);
    give(ann, "Ann", 1, 1);
    const auto units = scoredUnits(kit, scores);
    ASSERT_EQ(units.size(), 4U);
    EXPECT_FALSE(units[0].question); // the session's own first
    EXPECT_EQ(units[1].question, kit.questions[0].id);
    EXPECT_EQ(units[2].question, kit.questions[1].id);
    EXPECT_EQ(units[2].criterion, kit.rubric.criteria[0].id);
    EXPECT_EQ(units[2].scores.front().raterName, "Ann");
    EXPECT_EQ(units[2].spread(), 1);
    EXPECT_EQ(units[3].criterion, kit.rubric.criteria[1].id);
    EXPECT_EQ(units[3].spread(), 0);
}

TEST_F(ScoreDifference, IsTalkedAboutFromTwoLevelsOnOrBeyondTheMargin) {
    give(ann, "Ann", 0, 3);
    give(ben, "Ben", 0, 4);
    give(ann, "Ann", 1, 2);
    give(ben, "Ben", 1, 4);
    for (const int wide : {1, 2, 3}) {
        kit.profile.agreementMargin = wide;
        const auto units = differingUnits(kit, scores);
        ASSERT_EQ(units.size(), 1U) << wide;
        EXPECT_EQ(units.front().criterion, kit.rubric.criteria[1].id);
    }
    kit.profile.agreementMargin = 0;
    EXPECT_EQ(differingUnits(kit, scores).size(), 2U);
}

TEST_F(ScoreDifference, IsNoneWhereOneAloneScored) {
    kit.profile.agreementMargin = 0;
    give(ann, "Ann", 0, 1);
    EXPECT_THAT(differingUnits(kit, scores), IsEmpty());
    EXPECT_EQ(scoredUnits(kit, scores).front().spread(), 0);
}

TEST_F(ScoreDifference, IsATableForTheCoefficients) {
    give(ann, "Ann", 0, 3);
    give(ben, "Ben", 0, 4);
    give(ben, "Ben", 1, 2);
    EXPECT_THAT(ratingsOf(scoredUnits(kit, scores)),
                ElementsAre(ElementsAre(3, std::nullopt), ElementsAre(4, 2)));
    EXPECT_THAT(ratingsOf({}), IsEmpty());
}

} // namespace
} // namespace mockingbird::review
