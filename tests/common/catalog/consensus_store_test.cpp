// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/consensus_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ConsensusTest : public CatalogTest {
protected:
    ConsensusTest() : m_consensus(m_catalog->consensus()) {}

    void sealBoth() {
        must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel));
        for (const auto& [person, level] : {std::pair(m_mentor.id, 2), std::pair(m_liaison.id, 4)}) {
            m_catalog->actAs(person);
            const Review mine = must(m_catalog->reviews().mine(m_session.id));
            must(m_catalog->reviews().setScore(mine.id, criterion(), level));
            must(m_catalog->reviews().seal(mine.id));
        }
    }
    [[nodiscard]] CriterionId criterion() const { return m_kit.rubric.criteria[0].id; }

    ConsensusStore& m_consensus;
};

TEST_F(ConsensusTest, TheAgreedLevelStandsBesideTheFirstOnes) {
    sealBoth();
    const AgreedScore agreed = must(m_consensus.agree(m_session.id, criterion(), {}, 3, " In between "));
    EXPECT_EQ(agreed.level, 3);
    EXPECT_EQ(agreed.reason, "In between");
    EXPECT_EQ(agreed.author, m_liaison.id);
    EXPECT_EQ(agreed.authorName, "Chen Li");
    EXPECT_EQ(must(m_catalog->reviews().scores(m_session.id)).size(), 2U) << "the raters' own stay";
    m_catalog->actAs(m_mentor.id);
    const AgreedScore again = must(m_consensus.agree(m_session.id, criterion(), {}, 4, ""));
    EXPECT_EQ(again.id, agreed.id);
    EXPECT_EQ(again.author, m_mentor.id);
    const auto revision = m_catalog->revision();
    must(m_consensus.agree(m_session.id, criterion(), {}, 4, ""));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing happened";
    must(m_consensus.agree(m_session.id, criterion(), m_kit.questions[0].id, 2, ""));
    EXPECT_EQ(must(m_consensus.ofSession(m_session.id)).size(), 2U);
    must(m_consensus.withdraw(agreed.id));
    EXPECT_EQ(must(m_consensus.ofSession(m_session.id)).size(), 1U);
    EXPECT_EQ(codeOf(m_consensus.withdraw(agreed.id)), ErrorCode::NotFound);
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty()) << "the seals hold";
}

TEST_F(ConsensusTest, WhoIsAwaitedHoldsItUpAndTheMenteeHasNoPart) {
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, criterion(), {}, 3, "")), ErrorCode::InvalidArgument);
    sealBoth();
    EXPECT_TRUE(m_consensus.agree(m_session.id, criterion(), {}, 3, "").ok()) << "the control";
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, criterion(), {}, 5, "")), ErrorCode::Denied);
}

TEST_F(ConsensusTest, OneRaterAloneHasNobodyToAgreeWith) {
    must(m_catalog->reviews().seal(must(m_catalog->reviews().mine(m_session.id)).id));
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, criterion(), {}, 3, "")), ErrorCode::InvalidArgument);
}

TEST_F(ConsensusTest, InACalibrationTheCoordinatorSaysWhatIsRightBeforeAnybodyRates) {
    must(m_catalog->calibrations().begin(m_session.id, {}, "Practice"));
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, criterion(), {}, 3, "")), ErrorCode::Denied);
    m_catalog->actAs(m_liaison.id);
    EXPECT_EQ(must(m_consensus.agree(m_session.id, criterion(), {}, 3, "")).level, 3);
}

TEST_F(ConsensusTest, WhatTheKitDoesNotHaveIsRefused) {
    sealBoth();
    const auto refused = m_consensus.agree(m_session.id, criterion(), {}, 6, "");
    EXPECT_EQ(codeOf(refused), ErrorCode::OutOfRange);
    EXPECT_THAT(refused.error().detail, HasSubstr("1, 2, 3, 4, 5"));
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, CriterionId::make(), {}, 3, "")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_consensus.agree(m_session.id, criterion(), QuestionId::make(), 3, "")),
              ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_consensus.agree(SessionId::make(), criterion(), {}, 3, "")), ErrorCode::NotFound);
    EXPECT_THAT(must(m_consensus.ofSession(m_session.id)), IsEmpty());
}

} // namespace mockingbird::catalog::test
