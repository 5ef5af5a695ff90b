// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/rater_tendency.h"

#include "common/catalog/calibration_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "tests/support/temporary_folder.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

/// Three criteria of five levels; Ann and Ben rate what Maya held.
class RaterTendencyTest : public testing::Test {
protected:
    void SetUp() override {
        catalog = std::move(catalog::Catalog::open(folder.path() / "catalog")).value();
        maya = *catalog->people().add("Maya", {catalog::Role::Mentee});
        ann = *catalog->people().add("Ann", {catalog::Role::Mentor});
        ben = *catalog->people().add("Ben", {catalog::Role::Mentor});
        catalog::Kit described;
        described.name = "Kit";
        described.questions = {{{}, "Why us?", "", {}, "", 0}};
        described.rubric.name = "Rubric";
        for (const char* name : {"Structure", "Service", "Delivery"})
            described.rubric.criteria.push_back(
                {{},
                 name,
                 "",
                 1,
                 {{1, "a", "-"}, {2, "b", "-"}, {3, "c", "-"}, {4, "d", "-"}, {5, "e", "-"}}});
        kit = *catalog->kits().publish(described);
    }

    catalog::SessionId held(std::vector<catalog::PersonId> panel) {
        return catalog->sessions().add(maya.id, kit.id, catalog::SessionMode::InPerson, panel)->id;
    }
    void rate(catalog::SessionId session, const catalog::Person& rater, const std::vector<int>& levels) {
        catalog->actAs(rater.id);
        const auto review = *catalog->reviews().mine(session);
        for (std::size_t index = 0; index < levels.size(); ++index)
            ASSERT_TRUE(
                catalog->reviews().setScore(review.id, kit.rubric.criteria[index].id, levels[index]).ok());
    }
    void seal(catalog::SessionId session, const catalog::Person& rater) {
        catalog->actAs(rater.id);
        const auto sealed = catalog->reviews().seal(catalog->reviews().mine(session)->id);
        ASSERT_TRUE(sealed.ok()) << sealed.error().detail;
    }

    mockingbird::test::TemporaryFolder folder;
    std::unique_ptr<catalog::Catalog> catalog;
    catalog::Person maya, ann, ben;
    catalog::Kit kit;
};

TEST_F(RaterTendencyTest, IsAbsentWithoutSealedReviews) {
    const auto session = held({ann.id});
    rate(session, ann, {1, 2, 3});
    const auto tendency = *tendencyOf(*catalog, ann.id);
    EXPECT_EQ(tendency.reviews, 0U);
    EXPECT_FALSE(tendency.severity);
    EXPECT_FALSE(tendency.spreadWithin);
    EXPECT_FALSE(tendency.centralShare);
    EXPECT_FALSE(tendency.evidenceShare);
}

TEST_F(RaterTendencyTest, MeasuresAgainstTheCoRaters) {
    const auto session = held({ann.id, ben.id});
    rate(session, ann, {1, 3, 5});
    rate(session, ben, {3, 3, 4});
    seal(session, ann);
    seal(session, ben);
    const auto tendency = *tendencyOf(*catalog, ann.id);
    EXPECT_EQ(tendency.reviews, 1U);
    ASSERT_TRUE(tendency.severity);
    EXPECT_NEAR(tendency.severity->value, (-2.0 + 0 + 1) / 3, 1e-12);
    EXPECT_EQ(tendency.severity->n, 3U);
    EXPECT_NEAR(tendency.spreadWithin->value, std::sqrt(8.0 / 3), 1e-12);
    EXPECT_EQ(tendency.spreadWithin->n, 1U);
    EXPECT_NEAR(tendency.coRatersSpreadWithin->value, std::sqrt(2.0 / 9), 1e-12);
    EXPECT_NEAR(tendency.centralShare->value, 1.0 / 3, 1e-12);
    EXPECT_NEAR(tendency.coRatersCentralShare->value, 2.0 / 3, 1e-12);
    EXPECT_EQ(tendency.evidenceShare->value, 0);
    EXPECT_EQ(tendency.evidenceShare->n, 3U);
    EXPECT_NEAR(tendencyOf(*catalog, ben.id)->severity->value, 1.0 / 3, 1e-12);
}

TEST_F(RaterTendencyTest, LetsNothingShowThroughThatTheRaterMayNotReadYet) {
    const auto third = *catalog->people().add("Cy", {catalog::Role::Mentor});
    const auto session = held({ann.id, ben.id, third.id});
    rate(session, ann, {1, 3, 5});
    rate(session, ben, {3, 3, 4});
    seal(session, ann);
    EXPECT_FALSE(tendencyOf(*catalog, ann.id)->severity) << "Ben's is a draft";
    seal(session, ben);
    EXPECT_FALSE(tendencyOf(*catalog, ann.id)->severity) << "Cy hasn't sealed";
    rate(session, third, {2});
    seal(session, third);
    const auto severity = tendencyOf(*catalog, ann.id)->severity;
    ASSERT_TRUE(severity);
    EXPECT_NEAR(severity->value, ((1 - 2.5) + 0 + 1) / 3, 1e-12);
}

TEST_F(RaterTendencyTest, CountsTheMenteesOwnViewOnNeitherSide) {
    const auto session = held({ann.id});
    rate(session, ann, {1, 3, 5});
    rate(session, maya, {5, 5, 5});
    seal(session, maya);
    seal(session, ann);
    EXPECT_FALSE(tendencyOf(*catalog, ann.id)->severity);
    EXPECT_EQ(tendencyOf(*catalog, maya.id)->reviews, 0U);
}

TEST_F(RaterTendencyTest, TellsTheShareOfScoresWithEvidence) {
    const auto session = held({ann.id});
    const auto recording = *catalog->recordings().begin(session, {});
    ASSERT_TRUE(
        catalog->recordings()
            .finish(recording.id, catalog::RecordingState::Complete, MediaTime::fromSeconds(10), 1, {})
            .ok());
    rate(session, ann, {2, 3});
    const auto scores = *catalog->reviews().scores(session);
    ASSERT_TRUE(catalog->reviews()
                    .addEvidence(scores[0].id, {std::nullopt, recording.id, MediaTime::fromSeconds(2)})
                    .ok());
    seal(session, ann);
    const auto tendency = *tendencyOf(*catalog, ann.id);
    EXPECT_DOUBLE_EQ(tendency.evidenceShare->value, 0.5);
    EXPECT_FALSE(tendency.spreadWithin) << "two levels are too few";
}

TEST_F(RaterTendencyTest, FailsForNobody) {
    const auto tendency = tendencyOf(*catalog, catalog::PersonId::make());
    ASSERT_TRUE(tendency.ok());
    EXPECT_EQ(tendency->reviews, 0U);
}

} // namespace
} // namespace mockingbird::review
