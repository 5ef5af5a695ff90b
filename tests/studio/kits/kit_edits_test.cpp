// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_edits.h"

#include "common/catalog/kit_check.h"
#include "tests/studio/kits/kit_fixture.h"

#include <set>

namespace mockingbird::studio::test {

namespace {

std::vector<std::string> labelsOf(const catalog::Criterion& criterion) {
    std::vector<std::string> labels;
    for (const catalog::Level& level : criterion.levels)
        labels.push_back(level.label);
    return labels;
}

} // namespace

TEST(KitEdits, SuggestAWordOfItsOwnForEachOfTwoToTenLevels) {
    for (int levels = catalog::kFewestLevels; levels <= catalog::kMostLevels; ++levels) {
        const auto labels = suggestedLabels(levels);
        EXPECT_EQ(labels.size(), static_cast<std::size_t>(levels));
        EXPECT_EQ(std::set<std::string>(labels.begin(), labels.end()).size(), labels.size()) << levels;
    }
}

TEST(KitEdits, ANewCriterionHasTheScalesLevelsWithWords) {
    const auto criterion = newCriterion("Calm", 4);
    EXPECT_FALSE(criterion.id.isNull());
    ASSERT_EQ(criterion.levels.size(), 4u);
    EXPECT_EQ(criterion.levels.back().level, 4);
    EXPECT_EQ(labelsOf(criterion), suggestedLabels(4));
}

TEST(KitEdits, AnotherNumberOfLevelsKeepsWhatSomebodyWrote) {
    auto criterion = newCriterion("Calm", 3);
    criterion.levels[1].anchor = "Takes a breath";
    setLevelCount(criterion, 5);
    EXPECT_EQ(labelsOf(criterion), suggestedLabels(5)) << "nobody had written other words";
    EXPECT_EQ(criterion.levels[1].anchor, "Takes a breath");
    criterion.levels[0].label = "Loses it";
    setLevelCount(criterion, 6);
    EXPECT_EQ(criterion.levels[0].label, "Loses it");
    EXPECT_EQ(criterion.levels[5].label, "Outstanding");
    setLevelCount(criterion, 1);
    EXPECT_EQ(criterion.levels.size(), 2u) << "not fewer";
    setLevelCount(criterion, 99);
    EXPECT_EQ(criterion.levels.size(), 10u) << "and not more";
}

TEST(KitEdits, LinesComeWithoutBulletsNumbersAndBlanks) {
    EXPECT_EQ(cleanLines("1. Why us?\r\n\n  2) A hard day?\n- And then?\n• Last one \n"),
              (std::vector<std::string>{"Why us?", "A hard day?", "And then?", "Last one"}));
    EXPECT_EQ(cleanLines("3.5 stars, why?"), (std::vector<std::string>{"3.5 stars, why?"}));
    EXPECT_EQ(cleanLines("2024 was hard. Why?"), (std::vector<std::string>{"2024 was hard. Why?"}));
    EXPECT_TRUE(cleanLines(" \n ").empty());
}

TEST(KitEdits, WeightsAreSharesOfTheWhole) {
    catalog::Rubric rubric = smallKit().rubric;
    EXPECT_DOUBLE_EQ(weightShare(rubric, 0), 25);
    EXPECT_DOUBLE_EQ(weightShare(rubric, 1), 75);
    rubric.criteria[0].weight = rubric.criteria[1].weight = 0;
    EXPECT_DOUBLE_EQ(weightShare(rubric, 1), 0);
}

TEST(KitEdits, ItemsMoveAndStayWithinTheirList) {
    std::vector<int> items = {1, 2, 3, 4};
    moveItem(items, 0, 2);
    EXPECT_EQ(items, (std::vector<int>{2, 3, 1, 4}));
    moveItem(items, 3, -1);
    EXPECT_EQ(items, (std::vector<int>{4, 2, 3, 1}));
    moveItem(items, 0, 9);
    EXPECT_EQ(items, (std::vector<int>{2, 3, 1, 4}));
}

TEST(KitEdits, FivePresetsDifferAndEachMakesAKitThatCanBePublished) {
    const auto& presets = profilePresets();
    ASSERT_EQ(presets.size(), 5u);
    for (std::size_t i = 0; i < presets.size(); ++i) {
        EXPECT_EQ(presetOf(presets[i]), static_cast<int>(i)) << presets[i].name;
        catalog::Kit kit = smallKit();
        kit.profile = presets[i];
        for (const catalog::KitFinding& finding : catalog::findingsOf(kit))
            ADD_FAILURE() << presets[i].name << ": " << catalog::describe(finding, kit);
    }
    EXPECT_EQ(presets[2].timesUp, catalog::TimesUp::Bell) << "the oral board";
    EXPECT_TRUE(presets[2].passLinePercent);
    catalog::TimingProfile own = presets[0];
    own.answerSeconds += 15;
    EXPECT_EQ(presetOf(own), -1);
}

} // namespace mockingbird::studio::test
