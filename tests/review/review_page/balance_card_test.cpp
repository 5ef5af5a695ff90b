// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/balance_card.h"

#include "tests/review/rubric/scored_kit.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

BalanceContent someBalance(const test::ScoredKit& scored) {
    BalanceContent content;
    content.kit = scored.kit;
    content.balance.strengths = 5;
    content.balance.growth = 3;
    content.balance.criteriaWithoutNote = {scored.criterion(2)};
    content.balance.questionsWithoutNote = {scored.question(1)};
    content.spent = std::chrono::minutes(21);
    return content;
}

TEST(BalanceCard, SaysStrengthsToGrowthWhatHasNoNoteAndTheTimeLeft) {
    const test::ScoredKit scored;
    EXPECT_EQ(balanceLines(someBalance(scored)).join('\n'),
              "5 strengths to 3 for growth.\nCriteria without a note: Result.\nQuestions without a note: 2.\n"
              "21 of 30 minutes used, 9 left.");
}

TEST(BalanceCard, LeavesOutWhatItDoesNotKnowOrIsListedElsewhere) {
    const test::ScoredKit scored;
    BalanceContent content = someBalance(scored);
    content.spent.reset();
    EXPECT_EQ(balanceLines(content, BalanceDetail::WithoutQuestions).size(), 2);
}

TEST(BalanceCard, SaysWhereOneSideOrAllIsMissing) {
    const test::ScoredKit scored;
    BalanceContent content = someBalance(scored);
    content.balance.growth = 0;
    content.balance.strengths = 1;
    EXPECT_EQ(balanceLines(content)[0], "1 strength to 0 for growth: one side is missing.");
    content.balance.strengths = 0;
    EXPECT_TRUE(balanceLines(content)[0].contains("No note is tagged"));
    content.spent = std::chrono::minutes(35);
    EXPECT_TRUE(balanceLines(content).last().contains("5 more than the 30"));
}

TEST(BalanceCard, NamesAScoreAsTheKitScores) {
    const test::ScoredKit scored;
    EXPECT_EQ(scoreName(scored.kit, scored.criterion(1), scored.question(1)), "question 2 · Service");
    EXPECT_EQ(scoreName(scored.kit, scored.criterion(1), std::nullopt), "Service");
}

} // namespace
} // namespace mockingbird::review
