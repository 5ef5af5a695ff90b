// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/progress.h"

#include "common/catalog/preparation.h"
#include "common/catalog/programme.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mockingbird::review {
namespace {

class ProgressTest : public testing::Test {
protected:
    PersonProgress progress(catalog::PersonId actor = {}) {
        m_catalog->actAs(actor);
        auto progress = progressOf(*m_catalog, m_catalog.mentee.id);
        EXPECT_TRUE(progress.ok()) << (progress.ok() ? "" : progress.error().detail);
        return progress.ok() ? *progress : PersonProgress{};
    }

    /// Rated by both, sealed, and so opened.
    catalog::Session rated(int daysAgo, const std::vector<int>& ann, const std::vector<int>& ben) {
        const catalog::Session session = m_catalog.addSession(daysAgo);
        m_catalog.score(m_catalog.ann, session, ann);
        m_catalog.score(m_catalog.ben, session, ben);
        m_catalog.seal(m_catalog.ann, session);
        m_catalog.seal(m_catalog.ben, session);
        return session;
    }

    test::ReviewedCatalog m_catalog;
};

TEST_F(ProgressTest, IsEmptyOfSomebodyWithoutAnAttempt) {
    const PersonProgress none = progress();
    EXPECT_EQ(none.mentee.id, m_catalog.mentee.id);
    EXPECT_TRUE(none.attempts.empty());
    EXPECT_TRUE(none.groups.empty());
    EXPECT_TRUE(none.commitments.empty());
    EXPECT_EQ(progressOf(*m_catalog, catalog::PersonId::make()).error().code, ErrorCode::NotFound);
}

TEST_F(ProgressTest, MeasuresChangeAgainstHowFarRatersLieApart) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    rated(30, {2, 2, 3}, {3, 2, 3});
    rated(5, {5, 2, 2}, {4, 2, 3});
    const PersonProgress found = progress();
    ASSERT_EQ(found.groups.size(), 1u);
    ASSERT_EQ(found.groups[0].attempts, (std::vector<std::size_t>{0, 1, 2}));
    const CriterionProgress& structure = found.groups[0].criteria[0];
    // Within attempts: 3 times half a level to both sides of the mean: 1.5 over 3 degrees of freedom.
    ASSERT_TRUE(structure.spread);
    EXPECT_DOUBLE_EQ(structure.spread->variance, 0.5);
    EXPECT_EQ(structure.spread->degrees, 3);
    EXPECT_FALSE(structure.sinceFirst[0]);
    ASSERT_TRUE(structure.sinceFirst[2]);
    EXPECT_EQ(structure.sinceFirst[2]->attempt, 0u);
    EXPECT_DOUBLE_EQ(structure.sinceFirst[2]->change.by, 3);
    EXPECT_NEAR(*structure.sinceFirst[2]->change.margin, 3.182446 * std::sqrt(0.5), 1e-5);
    EXPECT_EQ(structure.sinceFirst[2]->change.verdict, ChangeVerdict::BeyondRaters);
    ASSERT_TRUE(structure.sincePrevious[2]);
    EXPECT_EQ(structure.sincePrevious[2]->attempt, 1u);
    EXPECT_EQ(structure.sincePrevious[2]->change.verdict, ChangeVerdict::WithinRaters);
    const CriterionProgress& own = found.groups[0].criteria[2];
    EXPECT_EQ(own.sinceFirst[2]->change.verdict, ChangeVerdict::WithinRaters);
}

TEST_F(ProgressTest, AsksOthersAttemptsWhereTheirOwnSayTooLittle) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    rated(5, {4, 2, 2}, {5, 2, 3});
    EXPECT_FALSE(progress().groups[0].criteria[0].spreadOfOthers);
    EXPECT_EQ(progress().groups[0].criteria[0].spread->degrees, 2);
    const catalog::Person maya = m_catalog.mentee;
    m_catalog->actAs({});
    m_catalog.mentee = *m_catalog->people().add("Noor Haddad", {catalog::Role::Mentee});
    for (const int day : {3, 2, 1})
        rated(day, {1, 3, 3}, {3, 3, 3});
    m_catalog.mentee = maya;
    const PersonProgress found = progress();
    ASSERT_EQ(found.attempts.size(), 2u);
    const CriterionProgress& structure = found.groups[0].criteria[0];
    EXPECT_TRUE(structure.spreadOfOthers);
    EXPECT_EQ(structure.spread->degrees, 5);
    EXPECT_DOUBLE_EQ(structure.spread->variance, (0.5 + 0.5 + 3 * 2) / 5); // levels apart: 1, 1, and 2 thrice
}

TEST_F(ProgressTest, SetsKitsAndVersionsOfARubricApart) {
    rated(40, {1, 1, 1}, {1, 1, 1});
    catalog::Kit changed = m_catalog.kit;
    changed.rubric.criteria[0].levels.pop_back();
    m_catalog->actAs({});
    const auto second = m_catalog->kits().publish(changed);
    ASSERT_TRUE(second.ok()) << second.error().detail;
    rated(20, {4, 1, 1}, {4, 1, 1});
    catalog::Kit other = m_catalog.kit;
    other.id = {};
    other.rubric.id = {};
    other.name = "Branch Manager";
    for (catalog::Question& question : other.questions)
        question.id = {};
    for (catalog::Criterion& criterion : other.rubric.criteria)
        criterion.id = {};
    m_catalog.kit = *m_catalog->kits().publish(other);
    rated(10, {3, 3, 3}, {3, 3, 3});

    const PersonProgress found = progress();
    EXPECT_EQ(found.attempts.size(), 3u);
    ASSERT_EQ(found.groups.size(), 3u);
    EXPECT_EQ(found.groups[0].kit.name, "Branch Manager"); // the newest attempt's first
    EXPECT_EQ(found.groups[1].kit.rubric.version, 2);
    EXPECT_EQ(found.groups[2].kit.rubric.version, 1);
    for (const ProgressGroup& group : found.groups) {
        ASSERT_EQ(group.attempts.size(), 1u);
        for (const CriterionProgress& criterion : group.criteria)
            EXPECT_FALSE(criterion.sinceFirst[0]);
    }
}

TEST_F(ProgressTest, ComparesTheMenteesOwnLevelsWithNoRaters) {
    const catalog::Session alone = m_catalog.addSession(50);
    m_catalog.score(m_catalog.mentee, alone, {5, 5, 5});
    m_catalog.seal(m_catalog.mentee, alone);
    rated(40, {2, 2, 2}, {2, 2, 2});
    const catalog::Session again = m_catalog.addSession(10);
    m_catalog.score(m_catalog.mentee, again, {4, 5, 5});
    m_catalog.seal(m_catalog.mentee, again);
    const PersonProgress found = progress();
    const CriterionProgress& structure = found.groups[0].criteria[0];
    EXPECT_FALSE(structure.sinceFirst[1]); // two raters' 2 is not measured against the mentee's own 5
    ASSERT_TRUE(structure.sincePrevious[2]);
    EXPECT_EQ(structure.sincePrevious[2]->attempt, 0u);
    EXPECT_DOUBLE_EQ(structure.sincePrevious[2]->change.by, -1);
    EXPECT_EQ(structure.sincePrevious[2]->change.verdict, ChangeVerdict::NotKnown);
    EXPECT_EQ(structure.spread->degrees, 1);
}

TEST_F(ProgressTest, LeavesOutWhatTheViewerMayNotReadYet) {
    rated(40, {1, 1, 1}, {1, 1, 1});
    const catalog::Session half = m_catalog.addSession(5);
    m_catalog.score(m_catalog.ann, half, {5, 5, 5});
    m_catalog.score(m_catalog.ben, half, {4, 4, 4});
    m_catalog.seal(m_catalog.ben, half);
    const PersonProgress ann = progress(m_catalog.ann.id);
    ASSERT_EQ(ann.groups[0].criteria[0].cells[1].scores.size(), 1u);
    EXPECT_EQ(ann.groups[0].criteria[0].cells[1].scores[0].rater, m_catalog.ann.id);
    EXPECT_TRUE(ann.attempts[1].hasDrafts);
    const PersonProgress maya = progress(m_catalog.mentee.id);
    EXPECT_FALSE(maya.groups[0].criteria[0].cells[1].mean);
    EXPECT_FALSE(maya.groups[0].criteria[0].sinceFirst[1]);
}

TEST_F(ProgressTest, TellsWhatBecameOfWhatWasTakenAlong) {
    const catalog::Session first = m_catalog.addSession(40);
    m_catalog.score(m_catalog.ben, first, {1, 1, 1});
    m_catalog->actAs(m_catalog.ben.id);
    const auto review = m_catalog->reviews().mine(first.id);
    ASSERT_TRUE(m_catalog->reviews().setCommitments(review->id, {"Begin with the result", "Slow down"}).ok());
    m_catalog.seal(m_catalog.ben, first);
    PersonProgress found = progress();
    ASSERT_EQ(found.commitments.size(), 2u);
    EXPECT_EQ(found.commitments[0].fate, CommitmentFate::NoAttemptSince);

    const catalog::Session second = m_catalog.addRecordedSession(5);
    const auto recording = m_catalog->recordings().ofSession(second.id)->front();
    m_catalog->actAs(m_catalog.mentee.id);
    const auto moment = catalog::ShownMoment{recording.id, MediaTime::fromSeconds(4)};
    const auto closed = catalog::Programme(*m_catalog)
                            .commitments()
                            .close(found.commitments[0].taken.commitment.id, second.id, moment);
    ASSERT_TRUE(closed.ok()) << closed.error().detail;
    found = progress();
    ASSERT_EQ(found.commitments.size(), 2u);
    EXPECT_EQ(found.commitments[0].fate, CommitmentFate::Closed);
    EXPECT_EQ(found.commitments[0].taken.closing->moment->at, MediaTime::fromSeconds(4));
    EXPECT_EQ(found.commitments[1].fate, CommitmentFate::Open);
}

TEST_F(ProgressTest, HasConfidenceForWhoMayReadIt) {
    const catalog::Session session = m_catalog.addSession(3);
    m_catalog->actAs(m_catalog.mentee.id);
    ASSERT_TRUE(catalog::Preparation(*m_catalog)
                    .confidence()
                    .set(m_catalog.mentee.id, catalog::ConfidenceMoment::After, 6, session.id)
                    .ok());
    EXPECT_EQ(progress(m_catalog.mentee.id).attempts[0].confidenceAfter, 6);
    EXPECT_FALSE(progress(m_catalog.mentee.id).attempts[0].confidenceBefore);
    EXPECT_FALSE(progress(m_catalog.ann.id).attempts[0].confidenceAfter);
}

} // namespace
} // namespace mockingbird::review
