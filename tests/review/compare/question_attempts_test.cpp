// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/question_attempts.h"

#include "common/catalog/catalog.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace mockingbird::review {
namespace {

using catalog::Role;
using testing::SizeIs;

MediaTime seconds(std::int64_t value) {
    return MediaTime(std::chrono::seconds(value));
}

/// A kit of two questions and two criteria, a mentee who sat it, and a mentor who rates alone.
class QuestionAttemptsTest : public testing::Test {
protected:
    QuestionAttemptsTest() {
        auto opened = catalog::Catalog::open(m_folder / "catalog");
        m_catalog = std::move(opened).value();
        m_mentee = m_catalog->people().add("Maya", {Role::Mentee})->id;
        m_ann = m_catalog->people().add("Ann", {Role::Mentor})->id;
        m_catalog->actAs(m_ann);
        m_kit.name = "Desk";
        m_kit.questions = {{{}, "Why us?", "", {}, "", 0}, {{}, "A hard day?", "", {}, "", 0}};
        m_kit.rubric.name = "Panel";
        const std::vector<catalog::Level> levels{{1, "One", "-"}, {2, "Two", "-"}, {3, "Three", "-"}};
        m_kit.rubric.criteria = {{{}, "Structure", "", 1.0, levels}, {{}, "Service", "", 1.0, levels}};
        m_kit = *m_catalog->kits().publish(m_kit);
    }

    enum class Marked { No, Yes };
    /// Both questions in a recording of 100 s: from 10 s, and from 40 s on to 70 s.
    catalog::Session attempt(Marked marked, std::int64_t day) {
        const auto session = *m_catalog->sessions().add(m_mentee, m_kit.id, catalog::SessionMode::InPerson,
                                                        {}, WallTime{day * 86'400'000});
        const auto recording = *m_catalog->recordings().begin(session.id, {});
        if (marked == Marked::Yes) {
            EXPECT_TRUE(m_catalog->sessions()
                            .beginSegment(session.id, recording.id, m_kit.questions[0].id, seconds(10))
                            .ok());
            const auto last = *m_catalog->sessions().beginSegment(session.id, recording.id,
                                                                  m_kit.questions[1].id, seconds(40));
            EXPECT_TRUE(m_catalog->sessions().endSegment(last.id, seconds(70)).ok());
        }
        EXPECT_TRUE(m_catalog->recordings()
                        .finish(recording.id, catalog::RecordingState::Complete, seconds(100), 1, {})
                        .ok());
        return session;
    }
    void score(const catalog::Session& session, std::size_t criterion, int level,
               std::optional<std::size_t> question = std::nullopt) {
        const auto review = *m_catalog->reviews().mine(session.id);
        EXPECT_TRUE(m_catalog->reviews()
                        .setScore(review.id, m_kit.rubric.criteria[criterion].id, level,
                                  question ? std::optional(m_kit.questions[*question].id) : std::nullopt)
                        .ok());
    }
    void note(const catalog::Session& session, std::int64_t second, const std::string& text,
              std::optional<std::size_t> question = std::nullopt) {
        const auto review = *m_catalog->reviews().mine(session.id);
        catalog::Note made;
        made.at = seconds(second);
        made.text = text;
        if (question)
            made.question = m_kit.questions[*question].id;
        EXPECT_TRUE(m_catalog->reviews().addNote(review.id, made).ok());
    }
    QuestionAttempt read(const catalog::Session& session, std::size_t question) {
        auto answer = readQuestionAttempt(*m_catalog, session, m_kit.questions[question].id);
        EXPECT_TRUE(answer.ok());
        return std::move(answer).value();
    }
    static std::vector<std::string> texts(const QuestionAttempt& answer) {
        std::vector<std::string> all;
        for (const catalog::Note& each : answer.notes)
            all.push_back(each.text);
        return all;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::PersonId m_mentee;
    catalog::PersonId m_ann;
    catalog::Kit m_kit;
};

TEST_F(QuestionAttemptsTest, ListsTheQuestionsWithTheAttemptsThatHadThem) {
    attempt(Marked::Yes, 1);
    attempt(Marked::No, 2);
    catalog::Kit next = m_kit;
    next.questions.erase(next.questions.begin());
    next.questions.push_back({{}, "And now?", "", {}, "", 0});
    ASSERT_TRUE(m_catalog->kits().publish(next).ok());
    ASSERT_TRUE(m_catalog->sessions()
                    .add(m_mentee, m_kit.id, catalog::SessionMode::Solo, {}, WallTime{3 * 86'400'000})
                    .ok());
    const auto asked = *askedQuestions(*m_catalog, m_mentee, m_kit.id);
    ASSERT_THAT(asked, SizeIs(3));
    EXPECT_EQ(asked[0].question.text, "A hard day?");
    EXPECT_EQ(asked[1].question.text, "And now?");
    EXPECT_EQ(asked[2].question.text, "Why us?");
    ASSERT_THAT(asked[0].sessions, SizeIs(3));
    EXPECT_TRUE(asked[0].sessions[0].marked);
    EXPECT_TRUE(asked[0].sessions[1].recorded);
    EXPECT_FALSE(asked[0].sessions[1].marked);
    EXPECT_FALSE(asked[0].sessions[2].recorded);
    EXPECT_THAT(asked[1].sessions, SizeIs(1));
    EXPECT_THAT(asked[2].sessions, SizeIs(2));
}

TEST_F(QuestionAttemptsTest, AnAnswerLiesWhereItWasMarked) {
    const auto answer = read(attempt(Marked::Yes, 1), 1);
    EXPECT_TRUE(answer.marked);
    EXPECT_EQ(answer.start, seconds(40));
    EXPECT_EQ(answer.end, seconds(70));
    EXPECT_FALSE(answer.file.empty());
}

TEST_F(QuestionAttemptsTest, WithoutAMarkItIsTheWholeRecording) {
    const auto answer = read(attempt(Marked::No, 1), 1);
    EXPECT_FALSE(answer.marked);
    EXPECT_EQ(answer.start, MediaTime());
    EXPECT_FALSE(answer.end);
    EXPECT_TRUE(answer.recording);
}

TEST_F(QuestionAttemptsTest, HasTheNotesOfTheAnswerAndThoseThatNameTheQuestion) {
    const auto session = attempt(Marked::Yes, 1);
    note(session, 12, "of the first");
    note(session, 45, "of the second");
    note(session, 90, "behind it, about the second", 1);
    note(session, 50, "in it, about the first", 0);
    EXPECT_THAT(texts(read(session, 1)),
                testing::ElementsAre("of the second", "behind it, about the second"));
    const auto unmarked = attempt(Marked::No, 2);
    note(unmarked, 12, "anywhere");
    note(unmarked, 45, "about the first", 0);
    EXPECT_THAT(texts(read(unmarked, 1)), testing::ElementsAre("anywhere"));
}

TEST_F(QuestionAttemptsTest, WhatMayNotBeReadIsNotThere) {
    const auto session = attempt(Marked::Yes, 1);
    note(session, 45, "a draft's");
    score(session, 0, 2);
    m_catalog->actAs(m_mentee);
    const auto answer = read(session, 1);
    EXPECT_THAT(answer.notes, SizeIs(0));
    EXPECT_FALSE(answer.levels[0].cell.mean);
}

TEST_F(QuestionAttemptsTest, TheLevelOfTheQuestionGoesBeforeThatOfTheInterview) {
    const auto session = attempt(Marked::Yes, 1);
    score(session, 0, 1);
    score(session, 0, 3, 1);
    score(session, 1, 2);
    score(session, 1, 1, 0);
    const auto answer = read(session, 1);
    ASSERT_THAT(answer.levels, SizeIs(2));
    EXPECT_TRUE(answer.levels[0].ofQuestion);
    EXPECT_EQ(answer.levels[0].cell.mean, 3);
    EXPECT_FALSE(answer.levels[1].ofQuestion);
    EXPECT_EQ(answer.levels[1].cell.mean, 2);
}

TEST_F(QuestionAttemptsTest, ALevelHasTheFirstMomentOfTheAnswerThatShowsIt) {
    const auto session = attempt(Marked::Yes, 1);
    score(session, 0, 3);
    score(session, 1, 2);
    const auto unplaced = read(session, 1);
    ASSERT_TRUE(unplaced.recording && unplaced.end);
    const auto at = [&](std::int64_t past) { return unplaced.start + seconds(past); };
    const auto shown = [&](MediaTime moment) {
        const auto scores = *m_catalog->reviews().scores(session.id);
        for (const catalog::Score& given : scores)
            if (given.criterion == m_kit.rubric.criteria[0].id) {
                EXPECT_TRUE(m_catalog->reviews()
                                .addEvidence(given.id, {std::nullopt, unplaced.recording->id, moment})
                                .ok());
            }
    };
    shown(*unplaced.end); // of the next question
    EXPECT_EQ(read(session, 1).levels[0].shownAt, std::nullopt);
    shown(at(2));
    shown(at(1));
    const auto answer = read(session, 1);
    EXPECT_EQ(answer.levels[0].shownAt, at(1));
    EXPECT_EQ(answer.levels[1].shownAt, std::nullopt) << "another criterion's";
}

TEST_F(QuestionAttemptsTest, WhatChangedMostComesFirst) {
    const auto first = attempt(Marked::Yes, 1);
    const auto second = attempt(Marked::Yes, 2);
    score(first, 0, 2);
    score(second, 0, 2);
    score(first, 1, 3);
    score(second, 1, 1);
    const auto changes = questionChanges({read(first, 1), read(second, 1)});
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_EQ(changes[0].criterion.name, "Service");
    EXPECT_EQ(changes[0].change, -2);
    EXPECT_EQ(changes[1].change, 0);
}

TEST_F(QuestionAttemptsTest, ComparesNoLevelOfAQuestionWithOneOfTheInterview) {
    const auto first = attempt(Marked::Yes, 1);
    const auto second = attempt(Marked::Yes, 2);
    score(first, 0, 2);
    score(second, 0, 3, 1);
    score(first, 1, 2);
    const auto changes = questionChanges({read(first, 1), read(second, 1)});
    ASSERT_THAT(changes, SizeIs(1));
    EXPECT_EQ(changes[0].criterion.name, "Service");
    EXPECT_FALSE(changes[0].change);
}

TEST_F(QuestionAttemptsTest, ComparesNothingAcrossVersionsOfTheRubric) {
    const auto first = attempt(Marked::Yes, 1);
    score(first, 0, 2);
    catalog::Kit next = m_kit;
    next.rubric.criteria[0].levels[0].anchor = "other";
    m_kit = *m_catalog->kits().publish(next);
    const auto second = attempt(Marked::Yes, 2);
    score(second, 0, 3);
    EXPECT_THAT(questionChanges({read(first, 1), read(second, 1)}), SizeIs(0));
}

} // namespace
} // namespace mockingbird::review
