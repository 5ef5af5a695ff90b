// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/rubric_total.h"

#include "tests/review/rubric/scored_kit.h"

#include <gtest/gtest.h>
#include <utility>

namespace mockingbird::review {
namespace {

using test::ScoredKit;
using OptionalQuestion = std::optional<catalog::QuestionId>;

class RubricTotalTest : public testing::Test {
protected:
    RubricTotal total(const ScoredKit& scored) {
        return totalOf(scored.kit, [this](catalog::CriterionId criterion, OptionalQuestion question) {
            for (const auto& [unit, level] : m_levels)
                if (unit.first == criterion && unit.second == question)
                    return std::optional(level);
            return std::optional<int>();
        });
    }
    std::vector<std::pair<std::pair<catalog::CriterionId, OptionalQuestion>, int>> m_levels;
};

TEST_F(RubricTotalTest, ThereIsNoneBeforeTheFirstLevel) {
    const RubricTotal none = total(ScoredKit());
    EXPECT_FALSE(none.percent);
    EXPECT_EQ(none.wanted, 6u);
    EXPECT_FALSE(none.complete());
}

TEST_F(RubricTotalTest, WeighsTheCriteriaOfASession) {
    const ScoredKit scored(catalog::ScoringScope::Session);
    m_levels = {{{scored.criterion(0), std::nullopt}, 3},
                {{scored.criterion(1), std::nullopt}, 4},
                {{scored.criterion(2), std::nullopt}, 5}};
    const RubricTotal all = total(scored);
    EXPECT_DOUBLE_EQ(*all.percent, 80.0); // (3 + 2*4 + 5) of 20
    EXPECT_TRUE(all.complete());
}

TEST_F(RubricTotalTest, ACriterionCountsAsTheMeanOfItsQuestions) {
    const ScoredKit scored;
    // 2 and 4 are 3; the second criterion was scored once. So (3 + 2*5) of 15.
    m_levels = {{{scored.criterion(0), scored.question(0)}, 2},
                {{scored.criterion(0), scored.question(1)}, 4},
                {{scored.criterion(1), scored.question(0)}, 5}};
    const RubricTotal some = total(scored);
    EXPECT_NEAR(*some.percent, 100.0 * 13 / 15, 1e-9);
    EXPECT_EQ(some.scored, 3u);
    EXPECT_EQ(some.criteriaScored, 2u);
    EXPECT_FALSE(some.complete());
}

} // namespace
} // namespace mockingbird::review
