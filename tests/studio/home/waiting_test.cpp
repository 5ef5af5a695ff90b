// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/preparation.h"
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

TEST_F(WaitingTest, TellsAMenteeAndTheirMentorOfTheInterviewAhead) {
    const auto cohort = m_catalog->people().addCohort("This year", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, {}).ok());
    const auto material = m_catalog->materials().add(
        m_kit.id, "Checklist", "markdown", "## Two weeks before\n- [ ] Read\n## Afterwards\n- [ ] Rest\n");
    ASSERT_TRUE(material.ok());
    const WallTime now{1'772'000'000'000};
    catalog::Appointment one;
    one.mentee = m_mentee.id;
    one.kit = m_kit.id;
    one.at = {now.milliseconds + 3 * 86'400'000LL};
    ASSERT_TRUE(catalog::Preparation(*m_catalog).appointments().make(one).ok());
    const auto mentors = waitingFor(*m_catalog, m_mentor, now).value();
    ASSERT_EQ(mentors.size(), 1u);
    EXPECT_EQ(mentors[0].kind, Waiting::Kind::Interview);
    EXPECT_EQ(mentors[0].who, "Ben");
    m_catalog->actAs(m_mentee.id);
    auto mine = waitingFor(*m_catalog, m_mentee, now).value();
    ASSERT_EQ(mine.size(), 2u);
    EXPECT_EQ(mine[0].kind, Waiting::Kind::Interview);
    EXPECT_EQ(mine[1].kind, Waiting::Kind::ChecklistDue);
    EXPECT_EQ(mine[1].count, 1) << "what comes afterwards isn't due";
    const auto appointment = mine[0].appointment->id;
    ASSERT_TRUE(
        catalog::Preparation(*m_catalog).checklists().tick(m_mentee.id, appointment, "Read", true).ok());
    EXPECT_EQ(waitingFor(*m_catalog, m_mentee, now)->size(), 1u);
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentee, {one.at.milliseconds + 86'400'000LL})->empty())
        << "it is over";
}

TEST_F(WaitingTest, AsksAMenteeForTheirConfidenceAfterAnInterviewOnce) {
    const auto session = recorded();
    m_catalog->actAs(m_mentee.id);
    ASSERT_EQ(waitingFor(*m_catalog, m_mentee)->size(), 1u);
    EXPECT_EQ(waitingFor(*m_catalog, m_mentee)->front().kind, Waiting::Kind::ConfidenceAfter);
    ASSERT_TRUE(catalog::Preparation(*m_catalog)
                    .confidence()
                    .set(m_mentee.id, catalog::ConfidenceMoment::After, 7, session.id)
                    .ok());
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentee)->empty());
}

TEST_F(WaitingTest, TellsALiaisonOfReviewsThatAreOverdueAndOfPairsInWhichNothingHappens) {
    const auto liaison = m_catalog->people().add("Grace", {Role::Liaison}).value();
    const auto cohort = m_catalog->people().addCohort("This year", "2026-01-01", "2026-12-31").value();
    const auto session = recorded();
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, liaison.id).ok());
    m_catalog->actAs(liaison.id);
    const auto later = [&](int days) {
        return WallTime{session.startedAt.milliseconds + days * 86'400'000LL};
    };
    EXPECT_TRUE(waitingFor(*m_catalog, liaison, later(13))->empty());
    const auto overdue = waitingFor(*m_catalog, liaison, later(15)).value();
    ASSERT_EQ(overdue.size(), 1u);
    EXPECT_EQ(overdue[0].kind, Waiting::Kind::ReviewOverdue);
    EXPECT_EQ(overdue[0].from, "Ada");
    m_catalog->actAs(m_mentor.id);
    ASSERT_TRUE(m_catalog->reviews().seal(m_catalog->reviews().mine(session.id)->id).ok());
    m_catalog->actAs(liaison.id);
    EXPECT_TRUE(waitingFor(*m_catalog, liaison, later(30))->empty());
    const auto quiet = waitingFor(*m_catalog, liaison, later(50)).value();
    ASSERT_EQ(quiet.size(), 1u);
    EXPECT_EQ(quiet[0].kind, Waiting::Kind::PairQuiet);
    EXPECT_EQ(quiet[0].who, "Ben");
    EXPECT_EQ(quiet[0].since, session.startedAt);
    m_catalog->actAs(m_mentee.id);
    catalog::Appointment one;
    one.mentee = m_mentee.id;
    one.at = later(55);
    ASSERT_TRUE(catalog::Preparation(*m_catalog).appointments().make(one).ok());
    m_catalog->actAs(liaison.id);
    const auto set = waitingFor(*m_catalog, liaison, later(50)).value();
    ASSERT_EQ(set.size(), 1u);
    EXPECT_EQ(set[0].kind, Waiting::Kind::Interview) << "a day is set";
}

TEST_F(WaitingTest, TellsACoordinatorOfMenteesWithoutAMentorAndOfRecordingsThatNeverEnded) {
    const auto cora = m_catalog->people().add("Cora", {Role::Coordinator}).value();
    m_catalog->actAs(cora.id);
    EXPECT_TRUE(waitingFor(*m_catalog, cora)->empty()) << "nobody is paired here";
    const auto cohort = m_catalog->people().addCohort("This year", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, {}).ok());
    EXPECT_TRUE(waitingFor(*m_catalog, cora)->empty());
    ASSERT_TRUE(m_catalog->people().add("Zoe", {Role::Mentee}).ok());
    auto waiting = waitingFor(*m_catalog, cora).value();
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].kind, Waiting::Kind::MenteeUnpaired);
    EXPECT_EQ(waiting[0].who, "Zoe");
    const auto session = m_catalog->sessions().add(m_mentee.id, m_kit.id, catalog::SessionMode::Solo).value();
    ASSERT_TRUE(m_catalog->recordings().begin(session.id, {}).ok());
    EXPECT_EQ(waitingFor(*m_catalog, cora)->size(), 1u) << "it may still run";
    waiting = waitingFor(*m_catalog, cora, {session.startedAt.milliseconds + 86'400'000LL}).value();
    ASSERT_EQ(waiting.size(), 2u);
    EXPECT_EQ(waiting[0].kind, Waiting::Kind::RecordingUnended);
}

TEST_F(WaitingTest, SaysSinceWhenAReviewWaits) {
    const auto session = recorded();
    EXPECT_EQ(waitingFor(*m_catalog, m_mentor)->front().since, session.startedAt);
}

TEST_F(WaitingTest, KeepsASessionWithoutRecordingOut) {
    ASSERT_TRUE(m_catalog->sessions().add(m_mentee.id, m_kit.id, catalog::SessionMode::Solo).ok());
    EXPECT_TRUE(waitingFor(*m_catalog, m_mentor)->empty());
}

} // namespace mockingbird::studio
