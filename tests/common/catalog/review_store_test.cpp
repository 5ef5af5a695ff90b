// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ReviewTest : public CatalogTest {
protected:
    ReviewTest() : m_reviews(m_catalog->reviews()), m_review(must(m_reviews.mine(m_session.id))) {}

    [[nodiscard]] CriterionId criterion(std::size_t index) const { return m_kit.rubric.criteria[index].id; }

    ReviewStore& m_reviews;
    Review m_review;
};

TEST_F(ReviewTest, EachRaterHasOneReviewOfASession) {
    EXPECT_EQ(must(m_reviews.mine(m_session.id)).id, m_review.id);
    EXPECT_EQ(m_review.raterName, "Ben Okafor");
    EXPECT_EQ(m_review.state, ReviewState::Draft);
    m_catalog->actAs(m_liaison.id);
    EXPECT_FALSE(must(m_reviews.ofActor(m_session.id)).has_value());
    EXPECT_NE(must(m_reviews.mine(m_session.id)).id, m_review.id);
    EXPECT_TRUE(must(m_reviews.ofActor(m_session.id)).has_value());
    EXPECT_EQ(must(m_reviews.ofSession(m_session.id)).size(), 2U);
    m_catalog->actAs({});
    EXPECT_EQ(codeOf(m_reviews.mine(m_session.id)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_reviews.mine(SessionId::make())), ErrorCode::NotFound);
}

TEST_F(ReviewTest, ANoteIsPinnedToTheFirstRecordingUnlessToldOtherwise) {
    Note wanted = noteAt(12.5, "Clear example");
    wanted.until = seconds(20);
    wanted.criterion = criterion(0);
    wanted.tags = {"example", "pace"};
    const Note note = must(m_reviews.addNote(m_review.id, wanted));
    EXPECT_EQ(note.recording, m_recording.id);
    EXPECT_EQ(note.session, m_session.id);
    EXPECT_EQ(note.authorName, "Ben Okafor");
    EXPECT_EQ(note.at, seconds(12.5));
    EXPECT_EQ(note.until, seconds(20));
    EXPECT_EQ(note.criterion, criterion(0));
    EXPECT_THAT(note.tags, ElementsAre("example", "pace"));
    EXPECT_GT(note.madeAt.milliseconds, 0);
}

TEST_F(ReviewTest, NotesOfAllRatersAreListedByTime) {
    must(m_reviews.addNote(m_review.id, noteAt(30, "third")));
    must(m_reviews.addNote(m_review.id, noteAt(10, "first")));
    m_catalog->actAs(m_liaison.id);
    must(m_reviews.addNote(must(m_reviews.mine(m_session.id)).id, noteAt(20, "second")));
    m_catalog->actAs({}); // the owner, who reads them all
    std::vector<std::string> texts;
    for (const Note& note : must(m_reviews.notes(m_session.id)))
        texts.push_back(note.text);
    EXPECT_THAT(texts, ElementsAre("first", "second", "third"));
}

TEST_F(ReviewTest, ANoteOutsideTheRecordingIsRefused) {
    must(m_reviews.addNote(m_review.id, noteAt(60, "at its very end")));
    const auto past = m_reviews.addNote(m_review.id, noteAt(60.001, "past it"));
    EXPECT_EQ(codeOf(past), ErrorCode::OutOfRange);
    EXPECT_THAT(past.error().detail, HasSubstr("00:01:00.000"));
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, noteAt(-1, "before it"))), ErrorCode::OutOfRange);
    Note range = noteAt(10, "range");
    range.until = seconds(61);
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, range)), ErrorCode::OutOfRange);
    range.until = seconds(9);
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, range)), ErrorCode::InvalidArgument);
    range.until.reset();
    range.recording = RecordingId::make();
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, range)), ErrorCode::NotFound);
    EXPECT_EQ(must(m_reviews.notes(m_session.id)).size(), 1U);
}

TEST_F(ReviewTest, ANoteMayBeMadeWhileTheRecordingRuns) {
    const Recording running = must(m_catalog->recordings().begin(m_session.id, {}));
    Note note = noteAt(500, "live");
    note.recording = running.id;
    EXPECT_EQ(must(m_reviews.addNote(m_review.id, note)).recording, running.id);
}

TEST_F(ReviewTest, ANoteNeedsATextARecordingAndACriterionOfTheRubric) {
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, noteAt(1, " \n"))), ErrorCode::InvalidArgument);
    Note note = noteAt(1, "text");
    note.criterion = CriterionId::make();
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, note)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.addNote(ReviewId::make(), noteAt(1, "text"))), ErrorCode::NotFound);
    const Session bare = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(codeOf(m_reviews.addNote(must(m_reviews.mine(bare.id)).id, noteAt(1, "text"))),
              ErrorCode::NotFound);
}

TEST_F(ReviewTest, ANoteCanBeChangedRemovedAndRestored) {
    Note note = must(m_reviews.addNote(m_review.id, noteAt(10, "frist")));
    note.text = "first";
    note.at = seconds(11);
    EXPECT_EQ(must(m_reviews.changeNote(note)).text, "first");
    EXPECT_EQ(must(m_reviews.notes(m_session.id))[0].at, seconds(11));
    must(m_reviews.removeNote(note.id));
    EXPECT_THAT(must(m_reviews.notes(m_session.id)), IsEmpty());
    EXPECT_EQ(codeOf(m_reviews.changeNote(note)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.removeNote(note.id)), ErrorCode::NotFound);
    must(m_reviews.restoreNote(note.id));
    EXPECT_EQ(must(m_reviews.notes(m_session.id))[0].text, "first");
    const auto events = must(m_catalog->events(m_review.id.uuid()));
    EXPECT_EQ(events.size(), 5U) << "the history keeps each step";
}

TEST_F(ReviewTest, ANoteHasAQuestionAnAudienceAndADrawing) {
    Note wanted = noteAt(5, "");
    wanted.drawing = sampleDrawing();
    wanted.question = m_kit.questions[1].id;
    wanted.audience = NoteAudience::Private;
    Note note = must(m_reviews.addNote(m_review.id, wanted));
    EXPECT_EQ(note.drawing, sampleDrawing());
    EXPECT_EQ(note.question, m_kit.questions[1].id);
    EXPECT_EQ(note.audience, NoteAudience::Private);
    EXPECT_FALSE(note.understood);
    EXPECT_EQ(must(m_reviews.notes(m_session.id))[0].drawing, sampleDrawing());
    note.drawing = {};
    note.question.reset();
    note.audience = NoteAudience::Shared;
    note.tags = {"result"};
    note = must(m_reviews.changeNote(note));
    EXPECT_TRUE(note.drawing.empty());
    EXPECT_FALSE(note.question.has_value());
    EXPECT_EQ(note.audience, NoteAudience::Shared);
    EXPECT_EQ(note.text, "") << "the tag alone is enough";
    note.tags.clear();
    EXPECT_EQ(codeOf(m_reviews.changeNote(note)), ErrorCode::InvalidArgument);
    note.text = "x";
    note.question = QuestionId::make();
    EXPECT_EQ(codeOf(m_reviews.changeNote(note)), ErrorCode::NotFound);
    note.question.reset();
    note.drawing = {0, {{ShapeKind::Arrow, {{2, 0}, {1, 1}}}}};
    EXPECT_EQ(codeOf(m_reviews.changeNote(note)), ErrorCode::InvalidArgument);
}

TEST_F(ReviewTest, ManyScoresComeWithTheirOwnEvidence) {
    const Note note = must(m_reviews.addNote(m_review.id, noteAt(20, "note")));
    for (const auto& [index, question] : {std::pair(0U, 0U), {0U, 1U}, {1U, 0U}, {1U, 1U}}) {
        const Score score =
            must(m_reviews.setScore(m_review.id, criterion(index), 3, m_kit.questions[question].id));
        must(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(10 * index + question + 1)}));
        if (index == 1)
            must(m_reviews.addEvidence(score.id, {note.id, {}, {}}));
    }
    const auto scores = must(m_reviews.scores(m_session.id));
    ASSERT_EQ(scores.size(), 4U);
    for (const Score& score : scores) {
        const std::size_t index = score.criterion == criterion(1) ? 1 : 0;
        const double question = score.question == m_kit.questions[1].id ? 1 : 0;
        ASSERT_EQ(score.evidence.size(), index + 1);
        EXPECT_EQ(score.evidence[0].at, seconds(10.0 * static_cast<double>(index) + question + 1));
    }
}

TEST_F(ReviewTest, AScoreIsSetAndReplaced) {
    const Score score = must(m_reviews.setScore(m_review.id, criterion(0), 3));
    EXPECT_EQ(score.level, 3);
    EXPECT_EQ(score.raterName, "Ben Okafor");
    const Score replaced = must(m_reviews.setScore(m_review.id, criterion(0), 4));
    EXPECT_EQ(replaced.id, score.id);
    EXPECT_EQ(replaced.level, 4);
    const Score ofQuestion = must(m_reviews.setScore(m_review.id, criterion(0), 2, m_kit.questions[0].id));
    EXPECT_NE(ofQuestion.id, score.id);
    EXPECT_EQ(must(m_reviews.scores(m_session.id)).size(), 2U);
    const auto revision = m_catalog->revision();
    must(m_reviews.setScore(m_review.id, criterion(0), 4));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing happened";
    must(m_reviews.clearScore(score.id));
    EXPECT_EQ(must(m_reviews.scores(m_session.id)).size(), 1U);
    EXPECT_EQ(codeOf(m_reviews.clearScore(score.id)), ErrorCode::NotFound);
}

TEST_F(ReviewTest, ALevelThatTheRubricDoesNotHaveIsRefusedWithThoseItHas) {
    const auto refused = m_reviews.setScore(m_review.id, criterion(1), 6);
    EXPECT_EQ(codeOf(refused), ErrorCode::OutOfRange);
    EXPECT_THAT(refused.error().detail, HasSubstr("1, 2, 3, 4, 5"));
    EXPECT_THAT(refused.error().detail, HasSubstr("Poise"));
    EXPECT_EQ(codeOf(m_reviews.setScore(m_review.id, CriterionId::make(), 3)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.setScore(m_review.id, criterion(1), 3, QuestionId::make())),
              ErrorCode::NotFound);
    EXPECT_THAT(must(m_reviews.scores(m_session.id)), IsEmpty());
}

TEST_F(ReviewTest, EvidenceIsANoteOrAMomentAndListedByTime) {
    const Note note = must(m_reviews.addNote(m_review.id, noteAt(20, "note")));
    Score score = must(m_reviews.setScore(m_review.id, criterion(0), 3));
    must(m_reviews.addEvidence(score.id, {note.id, {}, {}}));
    must(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(5)}));
    score = must(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(5)}));
    ASSERT_EQ(score.evidence.size(), 2U) << "the same moment counts once";
    EXPECT_EQ(score.evidence[0].at, seconds(5));
    EXPECT_EQ(score.evidence[1].note, note.id);
    EXPECT_EQ(score.evidence[1].at, seconds(20)) << "where the note is";
    EXPECT_EQ(score.evidence[1].recording, m_recording.id);

    must(m_reviews.removeNote(note.id));
    EXPECT_EQ(must(m_reviews.scores(m_session.id))[0].evidence.size(), 1U)
        << "a removed note carries nothing";
    must(m_reviews.restoreNote(note.id));
    EXPECT_EQ(must(m_reviews.scores(m_session.id))[0].evidence.size(), 2U);

    score = must(m_reviews.removeEvidence(score.id, {note.id, {}, {}}));
    EXPECT_EQ(score.evidence.size(), 1U);
    EXPECT_EQ(codeOf(m_reviews.removeEvidence(score.id, {note.id, {}, {}})), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(99)})),
              ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(m_reviews.addEvidence(score.id, {NoteId::make(), {}, {}})), ErrorCode::NotFound);
}

TEST_F(ReviewTest, AtMostThreeCommitmentsAreKeptAndReplaceTheLast) {
    must(m_reviews.setCommitments(m_review.id, {"Breathe", " ", "Slow down"}));
    const auto first = must(m_reviews.commitments(m_review.id));
    ASSERT_EQ(first.size(), 2U);
    must(m_reviews.setCommitments(m_review.id, {"Breathe", "Smile", "Ask back"}));
    const auto second = must(m_reviews.commitments(m_review.id));
    ASSERT_EQ(second.size(), 3U);
    EXPECT_EQ(second[0].id, first[0].id);
    EXPECT_EQ(second[1].text, "Smile");
    EXPECT_EQ(codeOf(m_reviews.setCommitments(m_review.id, {"1", "2", "3", "4"})),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(must(m_reviews.commitments(m_review.id)).size(), 3U);
}

TEST_F(ReviewTest, ASealedReviewAcceptsNothingMore) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel)); // who is awaited
    const Note note = must(m_reviews.addNote(m_review.id, noteAt(10, "kept")));
    const Note removed = must(m_reviews.addNote(m_review.id, noteAt(11, "removed")));
    must(m_reviews.removeNote(removed.id));
    const Score score = must(m_reviews.setScore(m_review.id, criterion(0), 3));
    must(m_reviews.addEvidence(score.id, {note.id, {}, {}}));
    const Review sealed = must(m_reviews.seal(m_review.id));
    EXPECT_EQ(sealed.state, ReviewState::Sealed);
    EXPECT_TRUE(sealed.sealedAt.has_value());
    EXPECT_EQ(sealed.hash.size(), 64U);
    EXPECT_EQ(must(m_reviews.contentHash(sealed)), sealed.hash);

    const auto revision = m_catalog->revision();
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, noteAt(1, "late"))), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.changeNote(note)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.removeNote(note.id)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.restoreNote(removed.id)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.setScore(m_review.id, criterion(0), 5)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.clearScore(score.id)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(1)})), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.removeEvidence(score.id, {note.id, {}, {}})), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.setSummary(m_review.id, "late")), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.setCommitments(m_review.id, {"late"})), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(m_reviews.seal(m_review.id)), ErrorCode::Sealed);
    EXPECT_EQ(m_catalog->revision(), revision);

    EXPECT_EQ(codeOf(m_reviews.open(m_review.id)), ErrorCode::Denied) << "there is a coordinator";
    m_catalog->actAs(m_liaison.id);
    EXPECT_EQ(must(m_reviews.open(m_review.id)).state, ReviewState::Opened);
    EXPECT_EQ(must(m_reviews.open(m_review.id)).state, ReviewState::Opened);
    EXPECT_EQ(codeOf(m_reviews.addNote(m_review.id, noteAt(1, "late"))), ErrorCode::Sealed);
}

TEST_F(ReviewTest, ADraftCanNotBeOpened) {
    EXPECT_EQ(codeOf(m_reviews.open(m_review.id)), ErrorCode::InvalidArgument);
}

TEST_F(ReviewTest, TheSealChangesWithEveryPartOfTheContent) {
    std::set<std::string> hashes = {must(m_reviews.contentHash(m_review))};
    const auto changes = [&] {
        return hashes.insert(must(m_reviews.contentHash(must(m_reviews.byId(m_review.id))))).second;
    };
    must(m_reviews.setSummary(m_review.id, "Good"));
    EXPECT_TRUE(changes());
    must(m_reviews.addNote(m_review.id, noteAt(1, "a")));
    EXPECT_TRUE(changes());
    Note note = must(m_reviews.notes(m_session.id))[0];
    note.question = m_kit.questions[0].id;
    must(m_reviews.changeNote(note));
    EXPECT_TRUE(changes());
    note.audience = NoteAudience::Private;
    must(m_reviews.changeNote(note));
    EXPECT_TRUE(changes());
    note.drawing = sampleDrawing();
    must(m_reviews.changeNote(note));
    EXPECT_TRUE(changes());
    must(m_reviews.addReply(note.id, "no part of it"));
    EXPECT_FALSE(changes());
    const Score score = must(m_reviews.setScore(m_review.id, criterion(0), 3));
    EXPECT_TRUE(changes());
    must(m_reviews.addEvidence(score.id, {std::nullopt, {}, seconds(3)}));
    EXPECT_TRUE(changes());
    must(m_reviews.setCommitments(m_review.id, {"Breathe"}));
    EXPECT_TRUE(changes());
    m_catalog->actAs(m_liaison.id); // the control: another's review is another's
    must(m_reviews.addNote(must(m_reviews.mine(m_session.id)).id, noteAt(1, "b")));
    EXPECT_FALSE(changes());
}

} // namespace mockingbird::catalog::test
