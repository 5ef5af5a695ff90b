// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/canvas_rubric.h"

#include "common/catalog/kit_json.h"
#include "tests/common/exchange/random_kit.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string kHeading = "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
                             "Rating Name,Rating Description,Rating Points,"
                             "Rating Name,Rating Description,Rating Points,"
                             "Rating Name,Rating Description,Rating Points\n";

CanvasRubrics read(const std::string& rows, const std::string& heading = kHeading) {
    const auto table = readCsv(heading + rows);
    EXPECT_TRUE(table.ok());
    auto rubrics = canvasRubricsFrom(*table);
    if (!rubrics.ok()) {
        ADD_FAILURE() << rubrics.error().detail;
        return {};
    }
    return *rubrics;
}

std::string failure(const std::string& rows, const std::string& heading = kHeading) {
    const auto table = readCsv(heading + rows);
    const auto rubrics = canvasRubricsFrom(*table);
    return rubrics.ok() ? "read" : rubrics.error().detail;
}

std::vector<std::string> told(const CanvasRubrics& read) {
    std::vector<std::string> texts;
    for (const Remark& remark : read.remarks)
        texts.push_back(toString(remark));
    return texts;
}

nlohmann::json jsonOf(const catalog::Rubric& rubric) {
    catalog::Kit kit;
    kit.rubric = rubric;
    return catalog::toJson(kit)["rubric"];
}

std::vector<int> levelsOf(const catalog::Criterion& criterion) {
    std::vector<int> levels;
    for (const catalog::Level& level : criterion.levels)
        levels.push_back(level.level);
    return levels;
}

TEST(CanvasRubric, MakesEvenPointsLevelsAndAWeight) {
    const auto rubrics =
        read("Panel,Structure,How it is built,false,Strong,All of it,6,Fair,Some,4,Weak,Little,2\n"
             "Panel,Voice,,false,Clear,,5,Unclear,,0\n")
            .rubrics;
    ASSERT_EQ(rubrics.size(), 1u);
    EXPECT_EQ(rubrics[0].name, "Panel");
    ASSERT_EQ(rubrics[0].criteria.size(), 2u);
    const catalog::Criterion& structure = rubrics[0].criteria[0];
    EXPECT_EQ(structure.description, "How it is built");
    EXPECT_THAT(levelsOf(structure), ElementsAre(1, 2, 3));
    EXPECT_EQ(structure.weight, 2.0);
    EXPECT_EQ(structure.levels[2].label, "Strong");
    EXPECT_EQ(structure.levels[2].anchor, "All of it");
    EXPECT_FALSE(structure.levels[2].points);
    EXPECT_THAT(levelsOf(rubrics[0].criteria[1]), ElementsAre(0, 1));
    EXPECT_EQ(rubrics[0].criteria[1].weight, 5.0);
}

TEST(CanvasRubric, KeepsPointsThatAreNoEvenSteps) {
    const auto rubrics = read("Panel,Structure,,false,Strong,,\"4,5\",Fair,,3.25,Weak,,0\n");
    ASSERT_EQ(rubrics.rubrics.size(), 1u);
    const catalog::Criterion& structure = rubrics.rubrics[0].criteria[0];
    EXPECT_THAT(levelsOf(structure), ElementsAre(1, 2, 3));
    EXPECT_EQ(structure.levels[2].points, 4.5);
    EXPECT_EQ(structure.levels[1].points, 3.25);
    EXPECT_EQ(structure.levels[0].points, 0.0);
    EXPECT_EQ(structure.weight, 1.5) << "its share of the whole stays as in Canvas";
    EXPECT_THAT(told(rubrics),
                ElementsAre(AllOf(StartsWith("Line 2: the points of \"Structure\" are no even"),
                                  HasSubstr("kept for Canvas"))));
    EXPECT_THAT(canvasTable(rubrics.rubrics).bytes, HasSubstr("false,Strong,,4.5,Fair,,3.25,Weak,,0,"));
}

TEST(CanvasRubric, KeepsThatPointsAreRanges) {
    const auto rubrics = read("Panel,Structure,,TRUE,A,,3,B,,2,C,,1\n");
    EXPECT_TRUE(rubrics.rubrics.at(0).criteria[0].pointsAreRanges);
    EXPECT_THAT(told(rubrics), ElementsAre(HasSubstr("is a range of points in Canvas")));
    EXPECT_THAT(canvasTable(rubrics.rubrics).bytes, HasSubstr("\r\nPanel,Structure,,true,A,"));
}

TEST(CanvasRubric, GathersSeveralRubricsByTheirNames) {
    const auto rubrics =
        read("One,A,,false,x,,1,y,,0\nTwo,B,,false,x,,1,y,,0\nOne,C,,false,x,,2,y,,1\n").rubrics;
    ASSERT_EQ(rubrics.size(), 2u);
    EXPECT_EQ(rubrics[0].criteria.size(), 2u);
    EXPECT_EQ(rubrics[0].criteria[1].name, "C");
    EXPECT_EQ(rubrics[1].name, "Two");
}

TEST(CanvasRubric, ReadsNumberedHeadingsAndPutsRatingsInOrder) {
    const auto rubrics =
        read("P,C,D,false,low,,1,high,,2\n",
             "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name 1,"
             "Rating Description 1,Rating Points 1,Rating Name 2,Rating Description 2,Rating Points 2\n");
    const catalog::Criterion& criterion = rubrics.rubrics.at(0).criteria.at(0);
    EXPECT_EQ(criterion.levels[0].label, "low");
    EXPECT_THAT(told(rubrics),
                ElementsAre("Line 2: the ratings of \"C\" don't fall in points; they are put in order."));
}

TEST(CanvasRubric, AddsTheLevelBelowASingleRating) {
    const auto rubrics = read("P,C,D,false,Done,,5\n");
    EXPECT_THAT(levelsOf(rubrics.rubrics.at(0).criteria.at(0)), ElementsAre(0, 1));
    EXPECT_THAT(told(rubrics), ElementsAre(HasSubstr("\"Not shown\" with 0 points is added")));
}

TEST(CanvasRubric, SaysTheLineOfWhatIsWrong) {
    const std::string good = "P,A,,false,x,,1,y,,0\n";
    EXPECT_EQ(failure(good), "read") << "the control";
    EXPECT_EQ(failure(good + ",B,,false,x,,1\n"), "line 3: the rubric's name is missing");
    EXPECT_EQ(failure(good + "P,,,false,x,,1\n"), "line 3: a criterion's name is missing in \"P\"");
    EXPECT_EQ(failure(good + "P,B,,false\n"), "line 3: \"B\" has no ratings");
    EXPECT_EQ(failure(good + "P,B,,false,x,,\n"), "line 3: rating 1 of \"B\" has no points");
    EXPECT_EQ(failure(good + "P,B,,false,x,,1,y,,many\n"),
              "line 3: rating 2 of \"B\" has \"many\" for its points");
    EXPECT_THAT(failure("", "name,mail\n"),
                StartsWith("line 1: the heading is not that of rubrics from Canvas"));
    EXPECT_THAT(failure(""), HasSubstr("no rubrics"));
    std::string heading = kHeading.substr(0, kHeading.find(",Rating"));
    std::string row = "P,A,,false";
    for (int i = 11; i > 0; --i) {
        heading += ",Rating Name,Rating Description,Rating Points";
        row += ",r,," + std::to_string(i);
    }
    EXPECT_THAT(failure(row + "\n", heading + "\n"), HasSubstr("has 11 ratings"));
    EXPECT_EQ(failure(row.substr(0, row.rfind(",r")) + "\n", heading + "\n"), "read") << "the control";
}

TEST(CanvasRubric, WritesWhatCanvasTakesIn) {
    catalog::Rubric rubric;
    rubric.name = "Panel";
    rubric.criteria = {{{}, "Structure", "d", 2.0, {{1, "Weak", "a"}, {2, "", "b"}, {3, "Strong", "c"}}}};
    const auto table = canvasTable({rubric});
    EXPECT_THAT(table.bytes,
                StartsWith("Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
                           "Rating Name,Rating Description,Rating Points,"))
        << "without a byte order mark, which would hide the first heading from Canvas";
    EXPECT_THAT(table.bytes, HasSubstr("\r\nPanel,Structure,d,false,Strong,c,6,Level 2,b,4,Weak,a,2,"));
    EXPECT_THAT(table.remarks, IsEmpty());
    rubric.criteria[0].weight = 1.0 / 3;
    rubric.criteria[0].name = "=1";
    EXPECT_EQ(canvasTable({rubric}).remarks.size(), 2u);
}

TEST(CanvasRubric, FollowsPointsThatWereChangedInASpreadsheet) {
    catalog::Rubric rubric;
    rubric.name = "Panel";
    rubric.criteria = {{{}, "Structure", "d", 2.0, {{1, "Weak", "a"}, {2, "Strong", "c"}}}};
    std::string table = canvasTable({rubric}).bytes;
    table.replace(table.find("Strong,c,4"), 10, "Strong,c,9");
    const auto reread = canvasRubricsFrom(*readCsv(table));
    ASSERT_TRUE(reread.ok());
    EXPECT_EQ(reread->rubrics[0].criteria[0].levels[1].points, 9.0);
    EXPECT_THAT(told(*reread), testing::Contains(HasSubstr("points of \"Structure\" were changed")));
}

TEST(CanvasRubric, LosesNothingOnTheWayOutAndBack) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const catalog::Rubric rubric = RandomKit(seed).rubric();
        const auto reread = canvasRubricsFrom(*readCsv(canvasTable({rubric}).bytes));
        ASSERT_TRUE(reread.ok()) << reread.error().detail;
        ASSERT_EQ(jsonOf(reread->rubrics.at(0)), jsonOf(rubric)) << seed;
        EXPECT_THAT(reread->remarks, IsEmpty());
    }
}

TEST(CanvasRubric, LosesNothingOnTheWayInAndOut) {
    const std::string rows =
        "Panel,Structure,\"How, then?\",true,Strong,\"All, of it\",4.5,Fair,,3,Weak,Little,0\r\n"
        "Panel,Voice,,false,Clear,,2,Unclear,,1\r\n";
    const std::string table = canvasTable(read(rows).rubrics).bytes;
    const auto again = canvasTable(canvasRubricsFrom(*readCsv(table))->rubrics).bytes;
    EXPECT_EQ(again, table);
    EXPECT_THAT(
        table,
        HasSubstr("Panel,Structure,\"How, then?\",true,Strong,\"All, of it\",4.5,Fair,,3,Weak,Little,0,"));
    EXPECT_THAT(table, HasSubstr("Panel,Voice,,false,Clear,,2,Unclear,,1,,,,"))
        << "fewer ratings leave cells empty";
}

} // namespace
} // namespace mockingbird::exchange::test
