// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/confidence_store.h"

#include "common/catalog/preparation.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class ConfidenceStoreTest : public CatalogTest {
protected:
    ConfidenceStoreTest() : m_store(Preparation(*m_catalog).confidence()) {
        const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
        must(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
        m_catalog->actAs(m_mentee.id);
    }
    Session session(std::int64_t fromNowMs) {
        return must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {},
                                              WallTime{WallTime::now().milliseconds + fromNowMs}));
    }
    ConfidenceStore m_store;
};

TEST_F(ConfidenceStoreTest, WhatIsSaidBeforehandCountsForTheNextSessionAlone) {
    must(m_store.set(m_mentee.id, ConfidenceMoment::Before, 4));
    must(m_store.set(m_mentee.id, ConfidenceMoment::Before, 6));
    EXPECT_EQ(must(m_store.ahead(m_mentee.id, WallTime::now()))->level, 6);
    const Session next = session(60'000);
    const Session later = session(120'000);
    EXPECT_EQ(must(m_store.ofSession(next.id)).before->level, 6) << "the last one said";
    EXPECT_FALSE(must(m_store.ofSession(later.id)).before.has_value());
    EXPECT_FALSE(
        must(m_store.ahead(m_mentee.id, WallTime{WallTime::now().milliseconds + 90'000})).has_value());
    const Session tooLate = session(2 * 86'400'000LL);
    EXPECT_FALSE(must(m_store.ofSession(tooLate.id)).before.has_value());
}

TEST_F(ConfidenceStoreTest, BeforeAndAfterAreListedBySession) {
    const Session one = session(60'000);
    must(m_store.set(m_mentee.id, ConfidenceMoment::Before, 3, one.id));
    const Confidence slip = must(m_store.set(m_mentee.id, ConfidenceMoment::After, 9, one.id));
    must(m_store.remove(slip.id));
    EXPECT_FALSE(must(m_store.ofSession(one.id)).after.has_value());
    must(m_store.set(m_mentee.id, ConfidenceMoment::After, 7, one.id));
    session(120'000);
    const auto all = must(m_store.bySession(m_mentee.id));
    ASSERT_THAT(all, SizeIs(1)) << "nothing was said about the other";
    EXPECT_EQ(all[0].session, one.id);
    EXPECT_EQ(all[0].before->level, 3);
    EXPECT_EQ(all[0].after->level, 7);
}

TEST_F(ConfidenceStoreTest, AfterIsAwaitedForAWeekFromTheNewestRecordedSession) {
    const WallTime soon{m_session.startedAt.milliseconds + 3'600'000};
    EXPECT_EQ(must(m_store.awaited(m_mentee.id, soon)), m_session.id);
    EXPECT_FALSE(
        must(m_store.awaited(m_mentee.id, WallTime{soon.milliseconds + 8 * 86'400'000LL})).has_value());
    must(m_store.set(m_mentee.id, ConfidenceMoment::After, 5, m_session.id));
    EXPECT_FALSE(must(m_store.awaited(m_mentee.id, soon)).has_value());
}

TEST_F(ConfidenceStoreTest, RefusesWhatIsNone) {
    EXPECT_EQ(codeOf(m_store.set(m_mentee.id, ConfidenceMoment::Before, 0)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.set(m_mentee.id, ConfidenceMoment::Before, 11)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.set(m_mentee.id, ConfidenceMoment::After, 5)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.set(m_mentor.id, ConfidenceMoment::Before, 5)), ErrorCode::Denied);
}

TEST_F(ConfidenceStoreTest, IsReadByThoseBesideTheMenteeOnceShared) {
    must(m_store.set(m_mentee.id, ConfidenceMoment::After, 5, m_session.id));
    m_catalog->actAs(m_mentor.id);
    EXPECT_THAT(must(m_store.bySession(m_mentee.id)), IsEmpty());
    EXPECT_FALSE(must(m_store.ofSession(m_session.id)).after.has_value());
    EXPECT_EQ(codeOf(m_store.share(m_mentee.id, true)), ErrorCode::Denied);
    m_catalog->actAs(m_mentee.id);
    must(m_store.share(m_mentee.id, true));
    for (const PersonId beside : {m_mentor.id, m_liaison.id}) {
        m_catalog->actAs(beside);
        EXPECT_THAT(must(m_store.bySession(m_mentee.id)), SizeIs(1));
    }
    const Person stranger = must(m_catalog->people().add("Stranger", {Role::Coordinator}));
    m_catalog->actAs(stranger.id);
    EXPECT_THAT(must(m_store.bySession(m_mentee.id)), IsEmpty());
}

} // namespace mockingbird::catalog::test
