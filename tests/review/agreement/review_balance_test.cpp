// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/review_balance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Two criteria of three levels, three questions, of which the first two were asked: from 0 s and from 10 s.
class ReviewBalanceTest : public testing::Test {
protected:
    void SetUp() override {
        for (int index = 0; index < 2; ++index)
            kit.rubric.criteria.push_back(
                {catalog::CriterionId::make(), "", "", 1, {{1, "", ""}, {2, "", ""}, {3, "", ""}}});
        for (int index = 0; index < 3; ++index)
            kit.questions.push_back({catalog::QuestionId::make(), "", "", {}, "", 0});
        for (std::size_t index = 0; index < 2; ++index) {
            catalog::Segment segment;
            segment.recording = recording;
            segment.question = kit.questions[index].id;
            segment.start = MediaTime::fromSeconds(10.0 * static_cast<double>(index));
            segment.end = segment.start + MediaTime::fromSeconds(10);
            segments.push_back(segment);
        }
    }

    catalog::Note& note(double at, std::vector<std::string> tags = {}) {
        catalog::Note note;
        note.id = catalog::NoteId::make();
        note.recording = recording;
        note.at = MediaTime::fromSeconds(at);
        note.tags = std::move(tags);
        return notes.emplace_back(std::move(note));
    }
    catalog::Score& score(std::size_t criterion, int level) {
        catalog::Score score;
        score.criterion = kit.rubric.criteria[criterion].id;
        score.level = level;
        return scores.emplace_back(std::move(score));
    }
    ReviewBalance balance() { return balanceOf(kit, segments, notes, scores); }

    catalog::Kit kit;
    catalog::RecordingId recording = catalog::RecordingId::make();
    std::vector<catalog::Segment> segments;
    std::vector<catalog::Note> notes;
    std::vector<catalog::Score> scores;
};

TEST_F(ReviewBalanceTest, NamesEverythingWhereNothingIsWritten) {
    const ReviewBalance empty = balance();
    EXPECT_EQ(empty.strengths + empty.growth, 0U);
    EXPECT_THAT(empty.criteriaWithoutNote, ElementsAre(kit.rubric.criteria[0].id, kit.rubric.criteria[1].id));
    EXPECT_THAT(empty.criteriaWithoutScore, SizeIs(2));
    EXPECT_THAT(empty.questionsWithoutNote, ElementsAre(kit.questions[0].id, kit.questions[1].id));
    EXPECT_THAT(empty.extremesWithoutEvidence, IsEmpty());
}

TEST_F(ReviewBalanceTest, CountsStrengthsAndGrowth) {
    note(1, {"strength", "action"});
    note(2, {"growth"});
    note(3, {"growth", "strength"});
    note(4, {"result"});
    EXPECT_EQ(balance().strengths, 2U);
    EXPECT_EQ(balance().growth, 2U);
}

TEST_F(ReviewBalanceTest, TakesANoteForItsOwnQuestionBeforeThatOfItsMoment) {
    note(5);
    EXPECT_THAT(balance().questionsWithoutNote, ElementsAre(kit.questions[1].id));
    notes.front().question = kit.questions[1].id;
    EXPECT_THAT(balance().questionsWithoutNote, ElementsAre(kit.questions[0].id));
}

TEST_F(ReviewBalanceTest, TakesANoteForTheCriterionItIsTiedToOrCarriesAScoreOf) {
    note(1).criterion = kit.rubric.criteria[1].id;
    EXPECT_THAT(balance().criteriaWithoutNote, ElementsAre(kit.rubric.criteria[0].id));
    score(0, 2).evidence = {{notes.front().id, recording, notes.front().at}};
    EXPECT_THAT(balance().criteriaWithoutNote, IsEmpty());
    EXPECT_THAT(balance().criteriaWithoutScore, ElementsAre(kit.rubric.criteria[1].id));
}

TEST_F(ReviewBalanceTest, AsksForTheMomentOfATopOrBottomLevel) {
    score(0, 3);
    score(0, 1).question = kit.questions[0].id;
    score(1, 2);
    EXPECT_THAT(balance().extremesWithoutEvidence, SizeIs(2));
    scores[0].evidence = {{std::nullopt, recording, MediaTime::fromSeconds(3)}};
    scores[1].evidence = {{note(4).id, recording, MediaTime::fromSeconds(4)}};
    EXPECT_THAT(balance().extremesWithoutEvidence, IsEmpty());
    notes.clear(); // the note was taken back
    EXPECT_THAT(balance().extremesWithoutEvidence, SizeIs(1));
}

} // namespace
} // namespace mockingbird::review
