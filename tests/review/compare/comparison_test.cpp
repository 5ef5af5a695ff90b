// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/comparison.h"

#include "common/catalog/catalog.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/recording_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace mockingbird::review {
namespace {

using catalog::CriterionId;
using catalog::ReviewState;
using catalog::Role;

/// A kit of two criteria (weights 2 and 1, levels 1 to 5), one mentee and two raters.
class ComparisonTest : public testing::Test {
protected:
    void SetUp() override {
        m_folder =
            std::filesystem::temp_directory_path() / ("mockingbird-compare-" + Uuid7::make().toString());
        auto opened = catalog::Catalog::open(m_folder);
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        m_catalog = std::move(opened).value();
        m_mentee = *m_catalog->people().add("Maya", {Role::Mentee});
        m_ann = *m_catalog->people().add("Ann", {Role::Mentor});
        m_ben = *m_catalog->people().add("Ben", {Role::Mentor});
        m_catalog->actAs(m_ann.id);

        catalog::Kit kit;
        kit.name = "Library Assistant";
        kit.questions.push_back({{}, "Why us?", "", {}, "", 0});
        kit.questions.push_back({{}, "A hard day?", "", {}, "", 0});
        kit.rubric.name = "Panel";
        kit.rubric.criteria.push_back({{}, "Structure", "", 2.0, levels()});
        kit.rubric.criteria.push_back({{}, "Service", "", 1.0, levels()});
        auto published = m_catalog->kits().publish(kit);
        ASSERT_TRUE(published.ok()) << published.error().detail;
        m_kit = *published;
        m_structure = m_kit.rubric.criteria[0].id;
        m_service = m_kit.rubric.criteria[1].id;
    }

    void TearDown() override {
        m_catalog.reset();
        std::filesystem::remove_all(m_folder);
    }

    static std::vector<catalog::Level> levels() {
        return {{1, "Not yet", "-"},
                {2, "Beginning", "-"},
                {3, "Sound", "-"},
                {4, "Strong", "-"},
                {5, "Top", "-"}};
    }

    catalog::Session attempt(std::int64_t day) {
        return *m_catalog->sessions().add(m_mentee.id, m_kit.id, catalog::SessionMode::Solo, {},
                                          WallTime{day * 86'400'000});
    }

    void score(const catalog::Session& session, const catalog::Person& rater, CriterionId criterion,
               int level, std::optional<catalog::QuestionId> question = std::nullopt) {
        m_catalog->actAs(rater.id);
        const auto review = m_catalog->reviews().mine(session.id);
        ASSERT_TRUE(review.ok());
        const auto scored = m_catalog->reviews().setScore(review->id, criterion, level, question);
        ASSERT_TRUE(scored.ok()) << scored.error().detail;
    }

    void seal(const catalog::Session& session, const catalog::Person& rater) {
        m_catalog->actAs(rater.id);
        const auto sealed = m_catalog->reviews().seal(m_catalog->reviews().mine(session.id)->id);
        ASSERT_TRUE(sealed.ok()) << sealed.error().detail;
    }

    void agree(const catalog::Session& session, CriterionId criterion, int level,
               std::optional<catalog::QuestionId> question = std::nullopt) {
        m_catalog->actAs(m_ann.id);
        const auto agreed =
            m_catalog->consensus().agree(session.id, criterion, question, level, "We talked.");
        ASSERT_TRUE(agreed.ok()) << agreed.error().detail;
    }

    /// As somebody sees it; nobody in particular sees all.
    Comparison compare(catalog::PersonId actor = {}) {
        m_catalog->actAs(actor);
        auto comparison = compareAttempts(*m_catalog, m_mentee.id, m_kit.id);
        EXPECT_TRUE(comparison.ok());
        return comparison.ok() ? *comparison : Comparison{};
    }

    std::filesystem::path m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::Person m_mentee, m_ann, m_ben;
    catalog::Kit m_kit;
    CriterionId m_structure, m_service;
};

TEST_F(ComparisonTest, HasNoAttemptsWhereTheMenteeHasNone) {
    const Comparison comparison = compare();
    EXPECT_TRUE(comparison.attempts.empty());
    EXPECT_EQ(comparison.criteria.size(), 2u);
    EXPECT_TRUE(kitsOf(*m_catalog, m_mentee.id)->empty());
}

TEST_F(ComparisonTest, RefusesAnUnknownMentee) {
    const auto comparison = compareAttempts(*m_catalog, catalog::PersonId::make(), m_kit.id);
    ASSERT_FALSE(comparison.ok());
    EXPECT_EQ(comparison.error().code, ErrorCode::NotFound);
}

TEST_F(ComparisonTest, TakesAttemptsInTheOrderTheyWereHeld) {
    const auto later = attempt(20);
    const auto earlier = attempt(10);
    const Comparison comparison = compare();
    ASSERT_EQ(comparison.attempts.size(), 2u);
    EXPECT_EQ(comparison.attempts[0].session, earlier.id);
    EXPECT_EQ(comparison.attempts[0].number, 1);
    EXPECT_EQ(comparison.attempts[1].session, later.id);
    EXPECT_EQ(comparison.attempts[1].number, 2);
    const auto kits = kitsOf(*m_catalog, m_mentee.id);
    ASSERT_EQ(kits->size(), 1u);
    EXPECT_EQ(kits->front().id, m_kit.id);
}

TEST_F(ComparisonTest, GivesMeanSpreadAndChangeOfTwoRaters) {
    const auto first = attempt(1);
    const auto second = attempt(2);
    const auto third = attempt(3);
    score(first, m_ann, m_structure, 2);
    score(first, m_ben, m_structure, 3); // mean 2.5
    score(second, m_ann, m_structure, 3);
    score(second, m_ben, m_structure, 5); // mean 4
    score(third, m_ann, m_structure, 3);  // mean 3

    const Comparison comparison = compare();
    const auto& cells = comparison.criteria[0].cells;
    ASSERT_EQ(cells.size(), 3u);
    ASSERT_EQ(cells[0].scores.size(), 2u);
    EXPECT_EQ(cells[0].scores[0].raterName, "Ann");
    EXPECT_DOUBLE_EQ(cells[0].scores[0].level, 2);
    EXPECT_EQ(cells[0].scores[1].raterName, "Ben");
    EXPECT_DOUBLE_EQ(*cells[0].mean, 2.5);
    EXPECT_DOUBLE_EQ(*cells[0].lowest, 2);
    EXPECT_DOUBLE_EQ(*cells[0].highest, 3);
    EXPECT_FALSE(cells[0].sinceFirst);
    EXPECT_FALSE(cells[0].sincePrevious);
    EXPECT_DOUBLE_EQ(*cells[1].sinceFirst, 1.5);
    EXPECT_DOUBLE_EQ(*cells[1].sincePrevious, 1.5);
    EXPECT_DOUBLE_EQ(*cells[2].sinceFirst, 0.5);
    EXPECT_DOUBLE_EQ(*cells[2].sincePrevious, -1.0);
}

TEST_F(ComparisonTest, LeavesACellWithoutScoresEmptyRatherThanZero) {
    const auto first = attempt(1);
    const auto second = attempt(2);
    score(first, m_ann, m_structure, 2);
    score(second, m_ann, m_service, 4);
    const Comparison comparison = compare();
    EXPECT_FALSE(comparison.criteria[0].cells[1].mean);
    EXPECT_FALSE(comparison.criteria[0].cells[1].sinceFirst);
    EXPECT_TRUE(comparison.criteria[1].cells[1].mean);
    EXPECT_FALSE(comparison.criteria[1].cells[1].sincePrevious);
}

TEST_F(ComparisonTest, WeighsTheTotalAndGivesItOnlyWhenEveryCriterionHasAScore) {
    const auto first = attempt(1);
    const auto second = attempt(2);
    score(first, m_ann, m_structure, 2);
    score(first, m_ann, m_service, 5); // (2*2 + 1*5) of (2*5 + 1*5) = 9 of 15
    score(second, m_ann, m_structure, 4);
    {
        const Comparison comparison = compare();
        ASSERT_TRUE(comparison.attempts[0].total);
        EXPECT_DOUBLE_EQ(comparison.attempts[0].total->percent, 60);
        EXPECT_FALSE(comparison.attempts[1].total);
    }
    score(second, m_ann, m_service, 4); // (8 + 4) of 15
    const Comparison comparison = compare();
    ASSERT_TRUE(comparison.attempts[1].total);
    EXPECT_DOUBLE_EQ(comparison.attempts[1].total->percent, 80);
    EXPECT_DOUBLE_EQ(*comparison.attempts[1].total->sinceFirst, 20);
}

TEST_F(ComparisonTest, TakesTheMeanOfARatersQuestionsWhereTheSessionHasNoLevel) {
    const auto first = attempt(1);
    score(first, m_ann, m_structure, 2, m_kit.questions[0].id);
    score(first, m_ann, m_structure, 5, m_kit.questions[1].id);
    {
        const Comparison comparison = compare();
        const auto& scores = comparison.criteria[0].cells[0].scores;
        ASSERT_EQ(scores.size(), 1u);
        EXPECT_DOUBLE_EQ(scores[0].level, 3.5);
        EXPECT_TRUE(scores[0].fromQuestions);
    }
    score(first, m_ann, m_structure, 4);
    const Comparison comparison = compare();
    EXPECT_DOUBLE_EQ(comparison.criteria[0].cells[0].scores[0].level, 4);
    EXPECT_FALSE(comparison.criteria[0].cells[0].scores[0].fromQuestions);
}

TEST_F(ComparisonTest, TellsDraftsFromSealedReviews) {
    const auto first = attempt(1);
    score(first, m_ann, m_structure, 2);
    score(first, m_ben, m_structure, 3);
    m_catalog->actAs(m_ann.id);
    ASSERT_TRUE(m_catalog->reviews().seal(m_catalog->reviews().mine(first.id)->id).ok());
    const Comparison comparison = compare();
    const auto& scores = comparison.criteria[0].cells[0].scores;
    EXPECT_EQ(scores[0].state, ReviewState::Sealed);
    EXPECT_EQ(scores[1].state, ReviewState::Draft);
    EXPECT_TRUE(comparison.attempts[0].hasDrafts);
}

TEST_F(ComparisonTest, NeverMeasuresAcrossVersionsOfTheRubric) {
    const auto old = attempt(1);
    score(old, m_ann, m_structure, 1);
    catalog::Kit changed = m_kit;
    changed.rubric.criteria[0].levels[4].anchor = "Something else is asked for now";
    const auto republished = m_catalog->kits().publish(changed);
    ASSERT_TRUE(republished.ok());
    const auto second = attempt(2);
    const auto third = attempt(3);
    score(second, m_ann, m_structure, 3);
    score(third, m_ann, m_structure, 4);

    const Comparison comparison = compare();
    ASSERT_EQ(comparison.attempts.size(), 3u);
    EXPECT_TRUE(comparison.mixesRubrics());
    EXPECT_TRUE(comparison.attempts[0].rubricDiffers);
    EXPECT_FALSE(comparison.attempts[0].kitDiffers) << "that its rubric is another says more";
    EXPECT_FALSE(comparison.mixesKits()) << "nothing is measured across the versions";
    EXPECT_FALSE(comparison.attempts[1].rubricDiffers);
    const auto& cells = comparison.criteria[0].cells;
    EXPECT_DOUBLE_EQ(*cells[0].mean, 1);
    EXPECT_FALSE(cells[1].sinceFirst);
    EXPECT_DOUBLE_EQ(*cells[2].sinceFirst, 1);
    EXPECT_DOUBLE_EQ(*cells[2].sincePrevious, 1);
}

TEST_F(ComparisonTest, MeasuresAcrossVersionsOfAKitWhoseRubricStayed) {
    const auto old = attempt(1);
    score(old, m_ann, m_structure, 1);
    catalog::Kit changed = m_kit;
    changed.questions[0].text = "Why this library?";
    ASSERT_TRUE(m_catalog->kits().publish(changed).ok());
    const auto second = attempt(2);
    score(second, m_ann, m_structure, 3);
    const Comparison comparison = compare();
    EXPECT_FALSE(comparison.mixesRubrics());
    EXPECT_TRUE(comparison.mixesKits()) << "and that is told";
    EXPECT_TRUE(comparison.attempts[0].kitDiffers);
    EXPECT_FALSE(comparison.attempts[1].kitDiffers);
    EXPECT_DOUBLE_EQ(*comparison.criteria[0].cells[1].sinceFirst, 2);
}

TEST_F(ComparisonTest, KeepsADraftToItsRater) {
    const auto held = attempt(1);
    score(held, m_ann, m_structure, 2);
    score(held, m_ben, m_structure, 4);
    EXPECT_EQ(compare(m_ann.id).criteria[0].cells[0].mean, 2);
    EXPECT_EQ(compare(m_mentee.id).criteria[0].cells[0].mean, std::nullopt);
    // The control: both are there.
    EXPECT_EQ(compare().criteria[0].cells[0].mean, 3);
}

TEST_F(ComparisonTest, KeepsASealedReviewFromThoseWhoMayNotReadItYet) {
    const auto held = attempt(1);
    score(held, m_ann, m_structure, 2);
    score(held, m_ben, m_structure, 4);
    seal(held, m_ann);
    EXPECT_EQ(compare(m_ben.id).criteria[0].cells[0].mean, 4);
    EXPECT_EQ(compare(m_mentee.id).criteria[0].cells[0].mean, std::nullopt);
    seal(held, m_ben);
    EXPECT_EQ(compare(m_ben.id).criteria[0].cells[0].mean, 3);
    EXPECT_EQ(compare(m_mentee.id).criteria[0].cells[0].mean, 3);
}

TEST_F(ComparisonTest, LetsTheAgreedLevelStandForTheMeanAndKeepsTheFirstOnes) {
    const auto first = attempt(1);
    const auto second = attempt(2);
    for (const auto& held : {first, second}) {
        score(held, m_ann, m_structure, 2);
        score(held, m_ben, m_structure, 5);
        score(held, m_ann, m_service, 3);
        score(held, m_ben, m_service, 3);
        seal(held, m_ann);
        seal(held, m_ben);
    }
    agree(second, m_structure, 4);
    const Comparison comparison = compare(m_mentee.id);
    const auto& cells = comparison.criteria[0].cells;
    EXPECT_FALSE(cells[0].agreed);
    EXPECT_EQ(cells[0].mean, 3.5);
    EXPECT_EQ(cells[1].agreed, 4);
    EXPECT_EQ(cells[1].mean, 4);
    EXPECT_EQ(cells[1].sincePrevious, 0.5);
    ASSERT_EQ(cells[1].scores.size(), 2u);
    EXPECT_EQ(cells[1].scores[0].level, 2);
    EXPECT_EQ(cells[1].scores[1].level, 5);
    EXPECT_EQ(cells[1].lowest, 2);
    EXPECT_EQ(cells[1].highest, 5);
    ASSERT_TRUE(comparison.attempts[1].total); // (2*4 + 1*3) of 15
    EXPECT_NEAR(comparison.attempts[1].total->percent, 100 * 11.0 / 15, 1e-9);
}

TEST_F(ComparisonTest, TakesAgreedQuestionsTogetherWithThoseNobodyTalkedAbout) {
    const auto held = attempt(1);
    score(held, m_ann, m_structure, 1, m_kit.questions[0].id);
    score(held, m_ben, m_structure, 5, m_kit.questions[0].id);
    score(held, m_ann, m_structure, 2, m_kit.questions[1].id);
    score(held, m_ben, m_structure, 3, m_kit.questions[1].id);
    seal(held, m_ann);
    seal(held, m_ben);
    agree(held, m_structure, 4, m_kit.questions[0].id);
    EXPECT_EQ(compare().criteria[0].cells[0].agreed, (4 + 2.5) / 2);
}

TEST_F(ComparisonTest, SetsTheMenteesOwnViewBesideTheRaters) {
    const auto held = attempt(1);
    score(held, m_mentee, m_structure, 5);
    EXPECT_EQ(compare().criteria[0].cells[0].mean, 5) << "all there is";
    score(held, m_ann, m_structure, 2);
    const ComparisonCell cell = compare().criteria[0].cells[0];
    EXPECT_EQ(cell.mean, 2);
    EXPECT_EQ(cell.highest, 2);
    ASSERT_EQ(cell.scores.size(), 2u);
    EXPECT_FALSE(cell.scores[0].ofMentee);
    EXPECT_TRUE(cell.scores[1].ofMentee);
}

} // namespace
} // namespace mockingbird::review
