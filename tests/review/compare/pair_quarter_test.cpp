// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/pair_quarter.h"

#include "common/catalog/preparation.h"
#include "tests/common/catalog/signed_in_fixture.h"

namespace mockingbird::review {
namespace {

using namespace catalog; // NOLINT: the catalog's fixture is that of this test
using catalog::test::codeOf;
using catalog::test::must;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;

class PairQuarterTest : public catalog::test::SignedInTest {
protected:
    PairQuarterTest() {
        for (const Pair& pair : must(m_catalog->people().pairs()))
            if (pair.mentee == m_mentee.id)
                m_pair = pair;
    }
    PairQuarter read() { return must(readPairQuarter(*m_catalog, m_pair.id, m_quarter, m_now)); }
    std::vector<TalkingPointKind> kinds() {
        std::vector<TalkingPointKind> all;
        for (const TalkingPoint& point : read().talkingPoints())
            all.push_back(point.kind);
        return all;
    }
    /// A recorded session so many days after the quarter's beginning, rated by its mentor.
    Session held(int day) {
        const Session session =
            must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {m_pairedMentor.id},
                                           WallTime{m_quarter.begin().milliseconds + day * kDay}));
        const Recording recording = must(m_catalog->recordings().begin(session.id, {}));
        must(m_catalog->recordings().finish(recording.id, RecordingState::Complete,
                                            MediaTime::fromSeconds(60), 1, {}));
        return session;
    }
    void seal(const Session& session, PersonId rater, const std::vector<std::string>& commitments = {}) {
        m_catalog->actAs(rater);
        const Review review = must(m_catalog->reviews().mine(session.id));
        must(m_catalog->reviews().setCommitments(review.id, commitments));
        must(m_catalog->reviews().seal(review.id));
        m_catalog->actAs(m_coordinator.id);
    }

    Quarter m_quarter = must(parseQuarter("2026-Q2"));
    WallTime m_now{m_quarter.begin().milliseconds + 60 * kDay};
    Pair m_pair;
};

TEST_F(PairQuarterTest, SaysThatNothingWasPractisedAndWhatIsStillOwedOfBefore) {
    const PairQuarter quarter = read();
    EXPECT_THAT(quarter.sessions, IsEmpty());
    EXPECT_EQ(quarter.lastSession, m_session.startedAt);
    EXPECT_THAT(quarter.outstanding, SizeIs(1));
    EXPECT_EQ(quarter.overdue(), 1);
    EXPECT_THAT(kinds(), ElementsAre(TalkingPointKind::ReviewOverdue, TalkingPointKind::NothingPracticed,
                                     TalkingPointKind::NothingAhead));
    const TalkingPoint first = quarter.talkingPoints()[0];
    EXPECT_EQ(first.subject, m_mentor.name);
    EXPECT_EQ(first.session, m_session.id);
    EXPECT_EQ(first.when, m_session.startedAt);
}

TEST_F(PairQuarterTest, ListsSessionsFeedbackCommitmentsAndOutcomesOfTheQuarter) {
    seal(m_session, m_mentor.id, {"One pause", "Name the result"});
    const Session first = held(1);
    const Session second = held(50);
    seal(first, m_pairedMentor.id);
    const Programme programme(*m_catalog);
    const auto taken = must(programme.commitments().ofMentee(m_mentee.id));
    must(programme.commitments().close(taken[0].commitment.id, first.id));
    must(programme.outcomes().add({{}, m_mentee.id, OutcomeKind::Promoted, "2026-06-30", "Senior", {}, {}}));
    must(programme.outcomes().add({{}, m_mentee.id, OutcomeKind::Applied, "2026-07-01", "", {}, {}}));
    const PairQuarter quarter = read();
    ASSERT_THAT(quarter.sessions, SizeIs(2));
    EXPECT_EQ(quarter.sessions[0].session.id, first.id);
    EXPECT_EQ(quarter.sessions[1].outstanding, 1);
    EXPECT_EQ(quarter.overdue(), 0) << "ten days ago";
    EXPECT_EQ(quarter.unopened(), 2) << "also the one of before";
    ASSERT_THAT(quarter.openCommitments, SizeIs(1));
    EXPECT_EQ(quarter.openCommitments[0].commitment.text, "Name the result");
    ASSERT_THAT(quarter.closedCommitments, SizeIs(1));
    ASSERT_THAT(quarter.outcomes, SizeIs(1)) << "July is the next quarter";
    EXPECT_THAT(kinds(), ElementsAre(TalkingPointKind::FeedbackUnopened, TalkingPointKind::FeedbackUnopened,
                                     TalkingPointKind::CommitmentKept, TalkingPointKind::CommitmentOpen,
                                     TalkingPointKind::OutcomeReached, TalkingPointKind::NothingAhead));
    m_catalog->actAs(m_mentee.id);
    must(programme.feedback().noteSeen(m_session.id));
    m_catalog->actAs(m_coordinator.id);
    EXPECT_THAT(read().feedback, SizeIs(1)) << "what was seen of before is no matter of this quarter";
    EXPECT_EQ(second.mentee, m_mentee.id);
}

TEST_F(PairQuarterTest, TellsConfidenceOnlyWhereItIsShared) {
    const Session first = held(1);
    const Session second = held(20);
    const Preparation preparation(*m_catalog);
    m_catalog->actAs(m_mentee.id);
    must(preparation.confidence().set(m_mentee.id, ConfidenceMoment::After, 7, first.id));
    must(preparation.confidence().set(m_mentee.id, ConfidenceMoment::After, 4, second.id));
    m_catalog->actAs(m_accompanying.id);
    EXPECT_FALSE(read().confidenceShared);
    EXPECT_THAT(kinds(), Not(Contains(TalkingPointKind::ConfidenceFell)));
    m_catalog->actAs(m_mentee.id);
    must(preparation.confidence().share(m_mentee.id, true));
    m_catalog->actAs(m_accompanying.id);
    ASSERT_THAT(read().confidence, SizeIs(2));
    for (const TalkingPoint& point : read().talkingPoints()) {
        if (point.kind == TalkingPointKind::ConfidenceFell) {
            EXPECT_EQ(point.count, 3);
            EXPECT_EQ(point.session, second.id);
        }
    }
    EXPECT_THAT(kinds(), Contains(TalkingPointKind::ConfidenceFell));
}

TEST_F(PairQuarterTest, IsForThePairsLiaisonAndCoordinators) {
    turnOn();
    m_catalog->actAs(m_accompanying.id);
    EXPECT_TRUE(readPairQuarter(*m_catalog, m_pair.id, m_quarter, m_now).ok());
    for (const PersonId other : {m_mentee.id, m_pairedMentor.id, m_otherLiaison.id}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(readPairQuarter(*m_catalog, m_pair.id, m_quarter, m_now)), ErrorCode::Denied);
    }
    EXPECT_EQ(codeOf(readPairQuarter(*m_catalog, PairId::make(), m_quarter, m_now)), ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review
