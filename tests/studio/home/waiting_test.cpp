// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/recording_store.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace mockingbird::studio {

using catalog::Role;

class WaitingTest : public testing::Test {
protected:
    WaitingTest() : m_catalog(catalog::Catalog::open(m_folder / "catalog").value()) {
        m_mentee = m_catalog->people().add("Ben", {Role::Mentee}).value();
        m_mentor = m_catalog->people().add("Ada", {Role::Mentor}).value();
        m_catalog->actAs(m_mentor.id);
        catalog::Kit kit;
        kit.name = "Clerk";
        kit.questions = {{{}, "Why here?", {}, {}, {}, 0}};
        kit.rubric.name = "Clerk";
        kit.rubric.criteria = {
            {{}, "Service", {}, 1.0, {{1, "Low", "Little"}, {2, "Middle", "Some"}, {3, "High", "Much"}}}};
        m_kit = m_catalog->kits().publish(kit).value();
    }

    catalog::Session recorded() {
        const auto session =
            m_catalog->sessions().add(m_mentee.id, m_kit.id, catalog::SessionMode::Solo).value();
        const auto recording = m_catalog->recordings().begin(session.id, {}).value();
        EXPECT_TRUE(
            m_catalog->recordings()
                .finish(recording.id, catalog::RecordingState::Complete, MediaTime::fromSeconds(60), 1, {})
                .ok());
        return session;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::Person m_mentee;
    catalog::Person m_mentor;
    catalog::Kit m_kit;
};

TEST_F(WaitingTest, AsksAMentorForAReviewUntilItIsSealed) {
    const auto session = recorded();
    ASSERT_EQ(waitingFor(*m_catalog, m_mentor)->size(), 1u);
    EXPECT_EQ(waitingFor(*m_catalog, m_mentor)->front().kind, Waiting::Kind::ReviewToWrite);

    const auto review = m_catalog->reviews().mine(session.id);
    ASSERT_TRUE(review.ok());
    EXPECT_EQ(waitingFor(*m_catalog, m_mentor)->front().kind, Waiting::Kind::ReviewToFinish);

    ASSERT_TRUE(m_catalog->reviews().setScore(review->id, m_kit.rubric.criteria[0].id, 2).ok());
    ASSERT_TRUE(m_catalog->reviews().seal(review->id).ok());
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentor)->empty());
}

TEST_F(WaitingTest, AsksAMentorForTheirOwnMenteesAlone) {
    const auto other = m_catalog->people().add("Cara", {Role::Mentor}).value();
    const auto cohort = m_catalog->people().addCohort("This year", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, {}).ok());
    recorded();
    EXPECT_EQ(waitingFor(*m_catalog, m_mentor)->size(), 1u);
    EXPECT_TRUE(waitingFor(*m_catalog, other)->empty());
}

TEST_F(WaitingTest, TellsAMenteeOfFeedbackOnceItIsSealed) {
    const auto session = recorded();
    const auto review = m_catalog->reviews().mine(session.id).value();
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentee)->empty());
    ASSERT_TRUE(m_catalog->reviews().setCommitments(review.id, {"Name the result"}).ok());
    ASSERT_TRUE(m_catalog->reviews().seal(review.id).ok());
    const auto waiting = waitingFor(*m_catalog, m_mentee);
    ASSERT_EQ(waiting->size(), 1u);
    EXPECT_EQ(waiting->front().kind, Waiting::Kind::FeedbackToRead);
    EXPECT_EQ(waiting->front().from, "Ada");
}

TEST_F(WaitingTest, FeedbackIsAnnouncedAndNotOpenWhileAnotherRaterWrites) {
    const auto session = recorded();
    const auto other = m_catalog->people().add("Cara", {Role::Mentor}).value();
    const auto ada = m_catalog->reviews().mine(session.id).value();
    m_catalog->actAs(other.id);
    const auto cara = m_catalog->reviews().mine(session.id).value();
    m_catalog->actAs(m_mentor.id);
    ASSERT_TRUE(m_catalog->reviews().seal(ada.id).ok());
    ASSERT_EQ(waitingFor(*m_catalog, m_mentee)->size(), 1u);
    EXPECT_EQ(waitingFor(*m_catalog, m_mentee)->front().kind, Waiting::Kind::FeedbackSealed);
    m_catalog->actAs(other.id);
    ASSERT_TRUE(m_catalog->reviews().seal(cara.id).ok());
    ASSERT_EQ(waitingFor(*m_catalog, m_mentee)->size(), 2u);
    EXPECT_EQ(waitingFor(*m_catalog, m_mentee)->front().kind, Waiting::Kind::FeedbackToRead);
}

TEST_F(WaitingTest, AsksRatersToAgreeOnWhatDiffersOnceAllHaveSealed) {
    const auto session = recorded();
    const auto other = m_catalog->people().add("Cara", {Role::Mentor}).value();
    const catalog::CriterionId criterion = m_kit.rubric.criteria.front().id;
    const int top = m_kit.rubric.criteria.front().levels.back().level;
    const int bottom = m_kit.rubric.criteria.front().levels.front().level;
    for (const auto& [rater, level] : {std::pair(m_mentor.id, bottom), std::pair(other.id, top)}) {
        m_catalog->actAs(rater);
        const auto review = m_catalog->reviews().mine(session.id).value();
        ASSERT_TRUE(m_catalog->reviews().setScore(review.id, criterion, level).ok());
        ASSERT_TRUE(m_catalog->reviews().seal(review.id).ok());
    }
    ASSERT_EQ(waitingFor(*m_catalog, m_mentor)->size(), 1u);
    EXPECT_EQ(waitingFor(*m_catalog, m_mentor)->front().kind, Waiting::Kind::ScoresToAgree);
    ASSERT_TRUE(m_catalog->consensus().agree(session.id, criterion, std::nullopt, bottom, {}).ok());
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentor)->empty());
}

TEST_F(WaitingTest, KeepsASessionWithoutRecordingOut) {
    ASSERT_TRUE(m_catalog->sessions().add(m_mentee.id, m_kit.id, catalog::SessionMode::Solo).ok());
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentor)->empty());
}

} // namespace mockingbird::studio
