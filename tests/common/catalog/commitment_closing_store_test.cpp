// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/commitment_closing_store.h"

#include "common/catalog/programme.h"
#include "tests/common/catalog/signed_in_fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// The mentor's opened review of the session says what is taken along; another session follows.
class CommitmentClosingStoreTest : public SignedInTest {
protected:
    CommitmentClosingStoreTest() {
        m_later = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {},
                                                 WallTime{m_session.startedAt.milliseconds + 1000}));
        m_recorded = must(m_catalog->recordings().begin(m_later.id, {}));
        m_recorded = must(
            m_catalog->recordings().finish(m_recorded.id, RecordingState::Complete, seconds(60), 10, {}));
        m_catalog->actAs(m_mentor.id);
        const Review review = must(m_catalog->reviews().mine(m_session.id));
        must(m_catalog->reviews().setCommitments(review.id, {"One pause", "Name the result"}));
        m_review = must(m_catalog->reviews().seal(review.id));
        m_first = must(m_catalog->reviews().commitments(review.id)).front().id;
        m_catalog->actAs(m_coordinator.id);
    }
    CommitmentClosingStore store() { return Programme(*m_catalog).commitments(); }
    std::vector<TakenAlong> all() { return must(store().ofMentee(m_mentee.id)); }

    Session m_later;
    Recording m_recorded;
    Review m_review;
    CommitmentId m_first;
};

} // namespace

TEST_F(CommitmentClosingStoreTest, ALaterAttemptClosesOneWithTheMomentThatShowsIt) {
    ASSERT_THAT(all(), SizeIs(2));
    EXPECT_FALSE(all()[0].closing);
    m_catalog->actAs(m_mentee.id);
    must(store().close(m_first, m_later.id, ShownMoment{m_recorded.id, seconds(12)}));
    const auto kept = all()[0].closing;
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->session, m_later.id);
    EXPECT_EQ(kept->heldAt, m_later.startedAt);
    ASSERT_TRUE(kept->moment);
    EXPECT_EQ(kept->moment->at, seconds(12));
    EXPECT_EQ(kept->byName, m_mentee.name);
    EXPECT_FALSE(all()[1].closing);
    must(store().close(m_first, m_later.id));
    EXPECT_FALSE(all()[0].closing->moment) << "what is said last counts";
    must(store().reopen(m_first));
    EXPECT_FALSE(all()[0].closing);
    const auto revision = m_catalog->revision();
    must(store().reopen(m_first));
    EXPECT_EQ(m_catalog->revision(), revision);
}

TEST_F(CommitmentClosingStoreTest, LeavesASealedReviewAsItWasHashed) {
    must(store().close(m_first, m_later.id));
    EXPECT_EQ(must(m_catalog->reviews().contentHash(m_review)), m_review.hash);
}

TEST_F(CommitmentClosingStoreTest, RefusesWhatCantShowIt) {
    const auto codeOfClosing = [&](SessionId session, const std::optional<ShownMoment>& moment = {}) {
        const auto closed = store().close(m_first, session, moment);
        return closed.ok() ? ErrorCode::Internal : closed.error().code;
    };
    const Session others = must(m_catalog->sessions().add(m_otherMentee.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(codeOfClosing(m_session.id), ErrorCode::InvalidArgument) << "not later";
    EXPECT_EQ(codeOfClosing(others.id), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOfClosing(m_later.id, ShownMoment{m_recording.id, seconds(1)}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOfClosing(m_later.id, ShownMoment{m_recorded.id, seconds(61)}), ErrorCode::OutOfRange);
    EXPECT_FALSE(all()[0].closing);
}

TEST_F(CommitmentClosingStoreTest, ShowsDraftsToNobodyAndNothingToStrangers) {
    m_catalog->actAs(m_pairedMentor.id);
    const Review draft = must(m_catalog->reviews().mine(m_later.id));
    must(m_catalog->reviews().setCommitments(draft.id, {"Not yet"}));
    EXPECT_THAT(all(), SizeIs(2));
    m_catalog->actAs(m_coordinator.id);
    turnOn();
    m_catalog->actAs(m_otherMentor.id);
    EXPECT_EQ(codeOf(store().ofMentee(m_mentee.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().byId(m_first)), ErrorCode::NotFound);
    m_catalog->actAs(m_mentor.id); // who sat at the first session alone
    EXPECT_THAT(all(), SizeIs(2));
    EXPECT_EQ(codeOf(store().find("zzzzzz", m_mentee.id)), ErrorCode::NotFound);
    EXPECT_EQ(must(store().find(m_first.toString(), m_mentee.id)).commitment.id, m_first);
}

} // namespace mockingbird::catalog::test
