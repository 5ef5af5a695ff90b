// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_difference.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using What = KitChange::What;
using Part = KitChange::Part;

Kit identified() {
    Kit kit = sampleKit();
    kit.questions.push_back({{}, "Anything to ask us?", "", {}, "", 0});
    for (Question& question : kit.questions)
        question.id = QuestionId::make();
    for (Criterion& criterion : kit.rubric.criteria)
        criterion.id = CriterionId::make();
    return kit;
}

} // namespace

TEST(KitDifference, TheSameKitDiffersInNothing) {
    EXPECT_THAT(changesBetween(identified(), identified()), SizeIs(10)) << "other ids, other parts";
    const Kit kit = identified();
    EXPECT_THAT(changesBetween(kit, kit), IsEmpty());
}

TEST(KitDifference, TellsWhatCameAndWentWithItsNumber) {
    const Kit before = identified();
    Kit after = before;
    after.questions.erase(after.questions.begin());
    after.rubric.criteria.push_back({CriterionId::make(), "Service", "", 1, {}});
    const auto changes = changesBetween(before, after);
    ASSERT_THAT(changes, SizeIs(2)) << "what only closed up did not move";
    EXPECT_EQ(changes[0].what, What::Removed);
    EXPECT_EQ(changes[0].part, Part::Question);
    EXPECT_EQ(changes[0].number, 1);
    EXPECT_EQ(changes[0].subject, before.questions[0].text);
    EXPECT_EQ(changes[1].what, What::Added);
    EXPECT_EQ(changes[1].part, Part::Criterion);
    EXPECT_EQ(changes[1].subject, "Service");
}

TEST(KitDifference, OneThatIsMovedIsTheOnlyOneThatMoved) {
    const Kit before = identified();
    Kit after = before;
    std::rotate(after.questions.begin(), after.questions.begin() + 2, after.questions.end());
    const auto changes = changesBetween(before, after);
    ASSERT_THAT(changes, SizeIs(1));
    EXPECT_EQ(changes[0].what, What::Moved);
    EXPECT_EQ(changes[0].before, "3");
    EXPECT_EQ(changes[0].after, "1");
}

TEST(KitDifference, TextsDifferWordByWordAndValuesByThemselves) {
    const Kit before = identified();
    Kit after = before;
    after.questions[0].text = "Tell us about a quarrel at the desk.";
    after.questions[0].probes.push_back("And then?");
    after.questions[1].seconds = 60;
    after.rubric.criteria[0].weight = 1.5;
    after.rubric.criteria[0].levels[4].anchor = "And what was learnt from it";
    after.rubric.criteria[0].levels[4].points = 17.5;
    after.rubric.criteria[0].pointsAreRanges = true;
    after.rubric.criteria[1].levels.pop_back();
    after.profile.passLinePercent.reset();
    after.profile.timesUp = TimesUp::Bell;
    after.name = "Senior Assistant";
    std::vector<std::string> told;
    for (const KitChange& change : changesBetween(before, after)) {
        told.push_back(std::string(name(change.what)) + " " + std::string(name(change.part)) + " " +
                       std::string(name(change.field)) + " " + change.before + " > " + change.after);
        if (change.field == KitField::Text) {
            EXPECT_EQ(change.words.size(), 4U);
        }
    }
    EXPECT_EQ(told, (std::vector<std::string>{
                        "changed kit name Senior Library Assistant > Senior Assistant",
                        "changed profile times_up silent > bell",
                        "changed profile pass_line 70 > ",
                        "changed question text Tell us about a conflict at the desk. > Tell us about a "
                        "quarrel at the desk.",
                        "changed question probes What then? > What then?\nAnd then?",
                        "changed question seconds 90 > 60",
                        "changed criterion weight 2 > 1.5",
                        "changed criterion points_are_ranges false > true",
                        "changed level anchor And what was learnt > And what was learnt from it",
                        "changed level points  > 17.5",
                        "removed level whole Outstanding > ",
                    }));
}

} // namespace mockingbird::catalog::test
