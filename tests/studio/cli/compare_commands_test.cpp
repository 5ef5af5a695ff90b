// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/wall_time.h"
#include "common/base/whole_file.h"
#include "common/catalog/quarter.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

/// On the sample, whose cohort has sixteen mentees.
class CompareCommands : public CliTest {
protected:
    std::string file(const std::string& name) { return (folder / name).string(); }
    std::string written(const std::string& name) { return readWholeFile(folder / name).valueOr(""); }
    const std::string now = catalog::quarterOf(WallTime::now()).name();
};

TEST_F(CompareCommands, APersonsProgressStandsBesideTheComparison) {
    const auto answer = sample({"compare", "Maya"});
    ASSERT_EQ(answer.status, 0) << answer.err;
    const auto& progress = answer.document.at("progress");
    EXPECT_THAT(progress.at("attempts"), SizeIs(3));
    EXPECT_THAT(progress.at("groups"), SizeIs(1));
    EXPECT_EQ(progress.at("groups")[0].at("criteria")[0].at("attempts")[1].at("since_first").at("by"), 1.5);
    int kept = 0;
    for (const auto& commitment : progress.at("commitments"))
        kept += commitment.at("fate") == "kept" ? 1 : 0;
    EXPECT_EQ(kept, 2);
    EXPECT_NEAR(progress.at("attempts")[2].at("delivery").at("mean_answer").get<double>(), 33.4, 0.5);
    EXPECT_THAT(plain({"--catalog", catalog(), "--sample", "compare", "Maya"}).out,
                HasSubstr("+2 since attempt 1, give or take 1.2: more than raters of one attempt differ."));
}

TEST_F(CompareCommands, AQuarterListsItsPairsAndFindsWhatIsOverdue) {
    const auto list = sample({"--as", "Grace", "compare", "--quarter", now});
    ASSERT_EQ(list.status, 0) << list.err;
    ASSERT_THAT(list.document, SizeIs(16));
    std::string late;
    for (const auto& row : list.document)
        if (row.at("reviews_overdue") > 0)
            late = row.at("mentee").at("name");
    EXPECT_EQ(late, "Hana Sato");
    EXPECT_THAT(sample({"compare", "--quarter", now, "--branch", "Hillside"}).document, SizeIs(1));
    EXPECT_EQ(sample({"compare", "--quarter", "2026-Q5"}).code(), "invalid-argument");
    EXPECT_EQ(sample({"--as", "Maya", "compare", "--quarter", now}).code(), "denied");
}

TEST_F(CompareCommands, OnePairsQuarterIsPrintedAndWrittenWithoutNames) {
    const auto quarter = sample({"compare", "--pair", "Maya", "--quarter", now});
    ASSERT_EQ(quarter.status, 0) << quarter.err;
    EXPECT_EQ(quarter.document.at("mentee").at("name"), "Maya Okafor");
    EXPECT_EQ(quarter.document.at("totals").at("sessions"), quarter.document.at("sessions").size());
    EXPECT_FALSE(quarter.document.at("talk_about").empty());
    for (const std::string name : {"q.html", "q.csv", "q.json"}) {
        ASSERT_EQ(sample({"compare", "--pair", "Maya", "-o", file(name)}).status, 0) << name;
        EXPECT_THAT(written(name), AllOf(Not(HasSubstr("Maya")), Not(HasSubstr("Tom")))) << name;
    }
    ASSERT_EQ(sample({"compare", "--pair", "Maya", "-o", file("q.pdf")}).status, 0);
    EXPECT_THAT(written("q.pdf"), StartsWith("%PDF-"));
    ASSERT_EQ(sample({"compare", "--pair", "Maya", "--names", "-o", file("n.html")}).status, 0);
    EXPECT_THAT(written("n.html"), HasSubstr("Maya Okafor"));
    EXPECT_EQ(sample({"compare", "--pair", "Ingrid"}).code(), "not-found");
}

TEST_F(CompareCommands, ACohortsYearNamesNobodyAndShowsNoSmallGroup) {
    const auto year = sample({"compare", "--cohort", "Sample"});
    ASSERT_EQ(year.status, 0) << year.err;
    EXPECT_EQ(year.document.at("mentees"), 16);
    for (const auto& part : year.document.at("participation"))
        for (const auto& group : part.at("groups"))
            if (group.at("group") == "Hillside" || group.at("group") == "Riverside") {
                EXPECT_TRUE(group.at("total").is_null()) << "of one and of four";
            }
    for (const std::string name : {"y.html", "y.csv", "y.json"}) {
        ASSERT_EQ(sample({"compare", "--cohort", "Sample", "-o", file(name)}).status, 0) << name;
        EXPECT_THAT(written(name), AllOf(Not(HasSubstr("Maya")), Not(HasSubstr("Tom")))) << name;
    }
    EXPECT_THAT(written("y.html"), HasSubstr("<dt>Mentees</dt><dd>16</dd>"));
    EXPECT_THAT(written("y.csv"), AllOf(StartsWith("\xEF\xBB\xBF"), HasSubstr("mentees,,,,,16,")));
    EXPECT_EQ(sample({"--as", "Tom", "compare", "--cohort", "Sample"}).code(), "denied");
    EXPECT_EQ(sample({"compare", "--cohort", "Sample", "--branch", "Central"}).status, 0)
        << "that is a quarter's list";
}

TEST_F(CompareCommands, WhatIsMeantIsSaidOnce) {
    EXPECT_EQ(sample({"compare"}).code(), "invalid-argument");
    EXPECT_EQ(sample({"compare", "Maya", "--cohort", "Sample"}).code(), "invalid-argument");
    EXPECT_EQ(sample({"compare", "--quarter", now, "--year", "2026"}).code(), "invalid-argument");
    EXPECT_EQ(sample({"compare", "--cohort", "Sample", "-o", file("y.doc")}).code(), "invalid-argument");
    EXPECT_EQ(sample({"compare", "--quarter", now, "-o", file("l.csv")}).code(), "invalid-argument");
}

} // namespace
} // namespace mockingbird::studio::test
