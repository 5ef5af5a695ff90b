// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/practice_deck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio {

using catalog::PracticeOutcome;
using catalog::QuestionId;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::UnorderedElementsAreArray;
using Order = PracticeDeck::Order;

namespace {

std::vector<QuestionId> questions(int count) {
    std::vector<QuestionId> all;
    for (int i = 0; i < count; ++i)
        all.push_back(QuestionId::make());
    return all;
}

/// Answers all that come up.
std::vector<QuestionId> through(PracticeDeck deck) {
    std::vector<QuestionId> asked;
    while (const auto question = deck.current()) {
        asked.push_back(*question);
        deck.done(PracticeOutcome::Answered);
    }
    return asked;
}

catalog::Practice went(QuestionId question, PracticeOutcome outcome, std::int64_t at = 0) {
    catalog::Practice one;
    one.question = question;
    one.outcome = outcome;
    one.at = {at};
    return one;
}

} // namespace

TEST(PracticeDeck, AsksInTheKitsOrder) {
    const auto all = questions(4);
    EXPECT_THAT(through(PracticeDeck(all, Order::Kit, {}, 1)), ElementsAreArray(all));
    EXPECT_FALSE(PracticeDeck().current().has_value());
}

TEST(PracticeDeck, ShufflesAllWithoutLosingAny) {
    const auto all = questions(20);
    const auto once = through(PracticeDeck(all, Order::Shuffled, {}, 1));
    EXPECT_THAT(once, UnorderedElementsAreArray(all));
    EXPECT_NE(once, all);
    EXPECT_NE(once, through(PracticeDeck(all, Order::Shuffled, {}, 2)));
}

TEST(PracticeDeck, AsksWhatWasAnsweredLeastFirst) {
    const auto all = questions(3);
    const std::vector history = {
        went(all[0], PracticeOutcome::Answered), went(all[0], PracticeOutcome::Answered),
        went(all[1], PracticeOutcome::Again), went(all[2], PracticeOutcome::Answered)};
    EXPECT_THAT(through(PracticeDeck(all, Order::LeastFirst, history, 1)),
                ElementsAre(all[1], all[2], all[0]));
}

TEST(PracticeDeck, BringsAgainWhatIsWantedAgainAfterTwoOthers) {
    const auto all = questions(4);
    PracticeDeck deck(all, Order::Kit, {}, 1);
    deck.done(PracticeOutcome::Again);
    EXPECT_THAT(through(deck), ElementsAre(all[1], all[2], all[0], all[3]));
    deck.back();
    EXPECT_THAT(through(deck), ElementsAreArray(all)) << "undone";
    PracticeDeck one({all[0]}, Order::Kit, {}, 1);
    one.done(PracticeOutcome::Again);
    EXPECT_EQ(one.current(), all[0]) << "there is no other";
    one.done(PracticeOutcome::Skipped);
    EXPECT_FALSE(one.current().has_value());
}

TEST(PracticeDeck, AsksNowWhatWasPicked) {
    const auto all = questions(3);
    PracticeDeck deck(all, Order::Kit, {}, 1);
    deck.pick(all[2]);
    EXPECT_THAT(through(deck), ElementsAre(all[2], all[0], all[1]));
}

TEST(PracticeDeck, CountsWhatBecameOfAQuestion) {
    const auto all = questions(2);
    const std::vector history = {
        went(all[0], PracticeOutcome::Again, 5), went(all[0], PracticeOutcome::Answered, 9),
        went(all[0], PracticeOutcome::Skipped, 1), went(all[1], PracticeOutcome::Answered, 20)};
    const PracticeCount count = countOf(all[0], history);
    EXPECT_EQ(count.answered, 1);
    EXPECT_EQ(count.again, 1);
    EXPECT_EQ(count.skipped, 1);
    EXPECT_EQ(count.times(), 2);
    EXPECT_EQ(count.last->at, WallTime{9});
}

} // namespace mockingbird::studio
