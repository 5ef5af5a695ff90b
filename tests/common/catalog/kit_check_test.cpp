// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_check.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::Contains;
using ::testing::IsEmpty;

TEST(KitCheck, AWholeKitHasNoFindings) {
    EXPECT_THAT(findingsOf(sampleKit()), IsEmpty());
}

TEST(KitCheck, AnEmptyKitLacksNameQuestionsAndCriteria) {
    const Kit kit;
    std::vector<KitFault> faults;
    for (const KitFinding& finding : findingsOf(kit)) {
        EXPECT_TRUE(blocks(finding.fault));
        EXPECT_FALSE(describe(finding, kit).empty());
        faults.push_back(finding.fault);
    }
    EXPECT_EQ(faults, (std::vector{KitFault::NoName, KitFault::NoQuestions, KitFault::NoCriteria}));
}

TEST(KitCheck, SaysWhereAFaultLies) {
    Kit kit = sampleKit();
    kit.questions[1].text = "  ";
    kit.rubric.criteria[1].levels[2].anchor.clear();
    kit.rubric.criteria[0].levels[3].level = 5;
    const auto findings = findingsOf(kit);
    EXPECT_THAT(findings, Contains(KitFinding{KitFault::QuestionWithoutText, 1, {}, {}}));
    EXPECT_THAT(findings, Contains(KitFinding{KitFault::AnchorMissing, {}, 1, 2}));
    EXPECT_THAT(findings, Contains(KitFinding{KitFault::LevelTwice, {}, 0, 4}));
    EXPECT_EQ(describe({KitFault::QuestionWithoutText, 1, {}, {}}, kit), "question 2 needs a text");
    EXPECT_EQ(describe({KitFault::LevelTwice, {}, 0, 4}, kit), "\"Structure\" has the level 5 twice");
}

TEST(KitCheck, WhatOnlyCallsForALookDoesNotBlock) {
    Kit kit = sampleKit();
    kit.rubric.criteria[0].levels[0].anchor.clear();
    kit.rubric.criteria[0].levels[1].label.clear();
    kit.profile.totalMinutes = 3; // two questions take 30 + 120 and 30 + 90 seconds
    const auto findings = findingsOf(kit);
    EXPECT_EQ(findings.size(), 3U);
    for (const KitFinding& finding : findings)
        EXPECT_FALSE(blocks(finding.fault)) << describe(finding, kit);
    kit.profile.totalMinutes = 5;
    EXPECT_EQ(findingsOf(kit).size(), 2U);
}

} // namespace mockingbird::catalog::test
