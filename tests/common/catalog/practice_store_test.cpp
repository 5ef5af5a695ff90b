// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/practice_store.h"

#include "common/catalog/preparation.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(CatalogTest, WhatWasPractisedIsKeptAndCanBeTakenBack) {
    auto store = Preparation(*m_catalog).practice();
    m_catalog->actAs(m_mentee.id);
    const QuestionId question = m_kit.questions[0].id;
    const Practice first =
        must(store.add({{}, m_mentee.id, m_kit.id, question, PracticeOutcome::Again, 70, {}, {}}));
    must(store.add({{}, m_mentee.id, m_kit.id, question, PracticeOutcome::Answered, 90, m_session.id, {}}));
    auto all = must(store.of(m_mentee.id, m_kit.id));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].outcome, PracticeOutcome::Answered) << "the newest first";
    EXPECT_EQ(all[0].session, m_session.id);
    EXPECT_EQ(all[1].seconds, 70);
    must(store.remove(first.id));
    EXPECT_THAT(must(store.of(m_mentee.id, {})), SizeIs(1));
    must(store.restore(first.id));
    EXPECT_THAT(must(store.of(m_mentee.id, {})), SizeIs(2));
    EXPECT_THAT(must(store.of(m_mentee.id, KitId::make())), IsEmpty());
}

TEST_F(CatalogTest, PracticeIsRefusedForOthersAndForWhatIsNoQuestion) {
    auto store = Preparation(*m_catalog).practice();
    const Practice wanted{{}, m_mentee.id, m_kit.id, m_kit.questions[0].id, PracticeOutcome::Skipped,
                          0,  {},          {}};
    for (const PersonId other : {m_mentor.id, PersonId{}}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(store.add(wanted)), ErrorCode::Denied);
        EXPECT_EQ(codeOf(store.of(m_mentee.id, {})), ErrorCode::Denied);
    }
    m_catalog->actAs(m_mentee.id);
    Practice bad = wanted;
    bad.question = QuestionId::make();
    EXPECT_EQ(codeOf(store.add(bad)), ErrorCode::NotFound);
    bad = wanted;
    bad.seconds = -1;
    EXPECT_EQ(codeOf(store.add(bad)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(parsePracticeOutcome("well")), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
