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
        [](Kit& kit) { kit.profile.scale = 11; },
        [](Kit& kit) {
            for (int level = 6; level <= 11; ++level)
                kit.rubric.criteria[0].levels.push_back({level, "More", ""});
        },
        [](Kit& kit) { kit.rubric.criteria[1].name = "structure"; },
        [](Kit& kit) { kit.rubric.criteria[0].weight = kit.rubric.criteria[1].weight = 0; },
    };
    const auto revision = m_catalog->revision();
    Kit kit = sampleKit();
    kSpoils[GetParam()](kit);
    EXPECT_EQ(codeOf(m_catalog->kits().publish(kit)), ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalog->revision(), revision);
}

INSTANTIATE_TEST_SUITE_P(Ways, UnfitKitTest, ::testing::Range(0, 15));

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

TEST_F(CatalogTest, AVersionSaysHowTimesUpIsToldAndTheScale) {
    Kit next = m_kit;
    next.profile.timesUp = TimesUp::Bell;
    next.profile.scale = 7;
    must(m_catalog->kits().publish(next));
    const TimingProfile now = must(m_catalog->kits().byId(m_kit.id)).profile;
    EXPECT_EQ(now.timesUp, TimesUp::Bell);
    EXPECT_EQ(now.scale, 7);
    const TimingProfile before = must(m_catalog->kits().byId(m_kit.id, 1)).profile;
    EXPECT_EQ(before.timesUp, TimesUp::Silent);
    EXPECT_EQ(before.scale, 5);
}

TEST_F(CatalogTest, VersionsTellWhoPublishedThemAndWhen) {
    m_catalog->actAs(m_mentor.id);
    Kit next = m_kit;
    next.position = "Branch Manager";
    must(m_catalog->kits().publish(next));
    const auto versions = must(m_catalog->kits().versions(m_kit.id));
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].version, 2);
    EXPECT_EQ(versions[0].author, m_mentor.id);
    EXPECT_EQ(versions[0].authorName, m_mentor.name);
    EXPECT_GT(versions[0].publishedAt.milliseconds, 0);
    EXPECT_EQ(versions[1].version, 1);
    EXPECT_EQ(codeOf(m_catalog->kits().versions(KitId::make())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ARetiredKitIsOfferedToNobodyAndKeptForItsSessions) {
    auto& kits = m_catalog->kits();
    must(kits.retire(m_kit.id));
    const auto revision = m_catalog->revision();
    must(kits.retire(m_kit.id));
    EXPECT_EQ(m_catalog->revision(), revision) << "it was retired already";
    EXPECT_TRUE(must(kits.heads()).empty());
    EXPECT_TRUE(must(kits.all()).empty());
    const auto heads = must(kits.heads(KitStore::Listed::AlsoRetired));
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_TRUE(heads[0].retired);
    EXPECT_EQ(must(kits.byId(m_session.kit, m_session.kitVersion)).name, m_kit.name);
    EXPECT_EQ(must(kits.find("senior")).id, m_kit.id) << "no other fits";
    EXPECT_EQ(must(m_catalog->sessions().byId(m_session.id)).kitName, m_kit.name);
    must(kits.bringBack(m_kit.id));
    EXPECT_EQ(must(kits.heads()).size(), 1U);
    EXPECT_EQ(codeOf(kits.retire(KitId::make())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, AHeadSaysWhatTheNewestVersionHolds) {
    Kit next = m_kit;
    next.questions.push_back({{}, "Anything to ask us?", "", {}, "", 0});
    next.profile.totalMinutes = 45;
    must(m_catalog->kits().publish(next));
    Kit other = sampleKit();
    other.name = "branch manager";
    must(m_catalog->kits().publish(other));
    const auto heads = must(m_catalog->kits().heads());
    ASSERT_EQ(heads.size(), 2U);
    EXPECT_EQ(heads[0].name, "branch manager") << "by name, whatever its case";
    EXPECT_EQ(heads[1].version, 2);
    EXPECT_EQ(heads[1].questions, 3);
    EXPECT_EQ(heads[1].criteria, 2);
    EXPECT_EQ(heads[1].totalMinutes, 45);
    EXPECT_EQ(heads[1].classification, "Grade 9");
    EXPECT_FALSE(heads[1].retired);
}

} // namespace mockingbird::catalog::test
