// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_store.h"

#include "common/catalog/kit_json.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, APublishedKitComesBackAsItWas) {
    const Kit kit = must(m_catalog->kits().byId(m_kit.id));
    EXPECT_EQ(toJson(kit), toJson(m_kit));
    EXPECT_EQ(kit.version, 1);
    EXPECT_EQ(kit.questions.size(), 2U);
    EXPECT_EQ(kit.rubric.criteria[1].levels[4].anchor, "And what was learnt");
    EXPECT_EQ(kit.profile.passLinePercent, 70.0);
}

TEST_F(CatalogTest, PublishingAgainMakesTheNextVersionAndKeepsTheFirst) {
    Kit next = m_kit;
    next.name = "Senior Library Assistant, new";
    next = must(m_catalog->kits().publish(next));
    EXPECT_EQ(next.version, 2);
    EXPECT_EQ(next.rubric.version, 1) << "the rubric is the same";
    EXPECT_EQ(must(m_catalog->kits().byId(m_kit.id)).version, 2);
    EXPECT_EQ(must(m_catalog->kits().byId(m_kit.id, 1)).name, "Senior Library Assistant");
    EXPECT_EQ(must(m_catalog->kits().all()).size(), 1U);
    EXPECT_EQ(codeOf(m_catalog->kits().byId(m_kit.id, 3)), ErrorCode::NotFound);
    EXPECT_EQ(must(m_catalog->sessions().byId(m_session.id)).kitVersion, 1) << "a session keeps its version";
}

TEST_F(CatalogTest, ARubricThatDiffersGetsItsOwnVersion) {
    Kit next = m_kit;
    next.rubric.criteria[0].weight = 3;
    next = must(m_catalog->kits().publish(next));
    EXPECT_EQ(next.rubric.version, 2);
    EXPECT_EQ(next.rubric.criteria[0].id, m_kit.rubric.criteria[0].id);
    EXPECT_EQ(must(m_catalog->kits().byId(m_kit.id, 1)).rubric.criteria[0].weight, 2.0);
}

TEST_F(CatalogTest, WhatHasNoIdKeepsThatOfTheSameWordsBefore) {
    Kit next = sampleKit();
    next.id = m_kit.id;
    next.questions.push_back({{}, "Anything to ask us?", "", {}, "", 0});
    next = must(m_catalog->kits().publish(next));
    EXPECT_EQ(next.questions[0].id, m_kit.questions[0].id);
    EXPECT_NE(next.questions[2].id, m_kit.questions[0].id);
    EXPECT_EQ(next.rubric.id, m_kit.rubric.id);
    EXPECT_EQ(next.rubric.version, 1);
}

TEST_F(CatalogTest, AKitFromAnotherCatalogKeepsItsIds) {
    const TemporaryFolder folder;
    const auto other = must(Catalog::open(folder.path()));
    const Kit carried = must(kitFromJson(nlohmann::json::parse(toJson(m_kit).dump())));
    EXPECT_EQ(toJson(must(other->kits().publish(carried))), toJson(m_kit));
}

TEST_F(CatalogTest, AKitIsFoundByNameOrId) {
    EXPECT_EQ(must(m_catalog->kits().find("senior")).id, m_kit.id);
    EXPECT_EQ(must(m_catalog->kits().find(m_kit.id.toString())).id, m_kit.id);
    EXPECT_EQ(codeOf(m_catalog->kits().find("junior")), ErrorCode::NotFound);
}

TEST_F(CatalogTest, LevelsAreSortedAndARepeatedOneRefused) {
    Kit kit = sampleKit();
    std::swap(kit.rubric.criteria[0].levels[0], kit.rubric.criteria[0].levels[4]);
    EXPECT_EQ(must(m_catalog->kits().publish(kit)).rubric.criteria[0].levels[0].level, 1);
    kit.rubric.criteria[0].levels[0].level = 3;
    EXPECT_EQ(codeOf(m_catalog->kits().publish(kit)), ErrorCode::InvalidArgument);
}

class UnfitKitTest : public CatalogTest, public ::testing::WithParamInterface<int> {};

TEST_P(UnfitKitTest, IsRefusedAndNothingIsKept) {
    using Spoil = void (*)(Kit&);
    static constexpr Spoil kSpoils[] = {
        [](Kit& kit) { kit.name = " "; },
        [](Kit& kit) { kit.questions.clear(); },
        [](Kit& kit) { kit.questions[0].text.clear(); },
        [](Kit& kit) { kit.questions[0].seconds = -1; },
        [](Kit& kit) { kit.questions[0].id = kit.questions[1].id = QuestionId::make(); },
        [](Kit& kit) { kit.rubric.criteria.clear(); },
        [](Kit& kit) { kit.rubric.criteria[0].name.clear(); },
        [](Kit& kit) { kit.rubric.criteria[0].weight = -1; },
        [](Kit& kit) { kit.rubric.criteria[1].levels.resize(1); },
        [](Kit& kit) { kit.profile.passLinePercent = 101; },
        [](Kit& kit) { kit.profile.answerSeconds = -5; },
    };
    const auto revision = m_catalog->revision();
    Kit kit = sampleKit();
    kSpoils[GetParam()](kit);
    EXPECT_EQ(codeOf(m_catalog->kits().publish(kit)), ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalog->revision(), revision);
}

INSTANTIATE_TEST_SUITE_P(Ways, UnfitKitTest, ::testing::Range(0, 11));

TEST_F(CatalogTest, MaterialsBelongToAKitOrToNone) {
    auto& materials = m_catalog->materials();
    const Material star = must(materials.add(m_kit.id, "STAR", "markdown", "Situation"));
    const Material loose = must(materials.add({}, "Panels", "markdown", "Three people"));
    EXPECT_EQ(must(materials.ofKit(m_kit.id)).size(), 1U);
    EXPECT_EQ(must(materials.ofKit({})).at(0).id, loose.id);
    EXPECT_EQ(must(materials.all()).size(), 2U);
    EXPECT_EQ(must(materials.byId(star.id)).text, "Situation");
    EXPECT_EQ(must(materials.attachments(loose.id)).at(0).attachment, Attachment::everyone());
    EXPECT_EQ(codeOf(materials.add(KitId::make(), "X", "markdown", "")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(materials.add({}, " ", "markdown", "")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(materials.byId(MaterialId::make())), ErrorCode::NotFound);
    const auto known = MaterialId::make();
    EXPECT_EQ(must(materials.add({}, "Brought along", "markdown", "", known)).id, known);
    EXPECT_EQ(codeOf(materials.add({}, "Again", "markdown", "", known)), ErrorCode::InvalidArgument);
}

TEST_F(CatalogTest, EachVersionOfAKitKeepsItsOwnWayOfScoring) {
    Kit next = m_kit;
    next.profile.scoring = ScoringScope::Question;
    next.profile.selfReviewFirst = true;
    next = must(m_catalog->kits().publish(next));
    EXPECT_EQ(next.version, m_kit.version + 1);
    EXPECT_EQ(next.rubric.version, m_kit.rubric.version) << "the rubric is the same";
    EXPECT_EQ(must(m_catalog->kits().byId(m_kit.id)).profile.scoring, ScoringScope::Question);
    EXPECT_TRUE(must(m_catalog->kits().byId(m_kit.id)).profile.selfReviewFirst);
    EXPECT_EQ(must(m_catalog->kits().byId(m_kit.id, 1)).profile.scoring, ScoringScope::Session);
    EXPECT_FALSE(must(m_catalog->kits().byId(m_kit.id, 1)).profile.selfReviewFirst);
}

} // namespace mockingbird::catalog::test
