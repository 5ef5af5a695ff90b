// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_plan.h"

#include "common/base/whole_file.h"
#include "tests/studio/people_file/people_promises.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = PlannedRow::Kind;

PeoplePlan planned(std::string_view csv) {
    const auto snapshot = mockingbird::test::samplePeople();
    auto plan = planPeople(csv, snapshot);
    EXPECT_TRUE(plan.ok()) << (plan.ok() ? "" : plan.error().detail);
    if (!plan.ok())
        return {};
    EXPECT_EQ(mockingbird::test::brokenPromise(*plan, snapshot), std::nullopt);
    return std::move(plan).value();
}

std::string changesOf(const PlannedRow& row) {
    std::string text;
    for (const PlannedChange& change : row.changes)
        text += change.what + ": " + change.from + " > " + change.to + "\n";
    return text;
}

} // namespace

TEST(PeoplePlan, FindsColumnsWhateverTheyAreCalledAndWhereverTheyStand) {
    const auto plan = planned("Work location;E-mail;Job Title;Full Name;FT/PT;Shoe size\n"
                              "South;d@x.test;Page;Dora Ek;part time;39\n");
    ASSERT_THAT(plan.rows, SizeIs(1));
    const PlannedRow& row = plan.rows[0];
    EXPECT_EQ(row.kind, Kind::Added);
    EXPECT_EQ(row.line, 2U);
    EXPECT_EQ(row.person.name, "Dora Ek");
    EXPECT_EQ(row.person.branch, "South");
    EXPECT_EQ(row.person.classification, "Page");
    EXPECT_EQ(row.values.at("employment"), "part-time");
    EXPECT_EQ(row.values.at("contact"), "d@x.test");
    EXPECT_THAT(plan.ignored, ElementsAre("Shoe size"));
}

TEST(PeoplePlan, FirstAndLastNamesMakeAName) {
    const auto plan = planned("Last name,First name\nEk,Dora\n");
    EXPECT_EQ(plan.rows.at(0).person.name, "Dora Ek");
}

TEST(PeoplePlan, SaysWhichFieldChangesFromWhatToWhat) {
    const auto plan = planned("Name,Branch,Roles,Desk\n  ana  DÍAZ ,South,Mentee / Mentor,Children\n");
    ASSERT_THAT(plan.rows, SizeIs(1));
    EXPECT_EQ(plan.rows[0].kind, Kind::Changed);
    EXPECT_EQ(changesOf(plan.rows[0]),
              "Roles: mentee > mentee, mentor\nBranch: North > South\nDesk:  > Children\n");
}

TEST(PeoplePlan, WhatIsAsItWasAndEmptyCellsAreUnchanged) {
    const auto plan = planned("Name,Branch,Roles\nAna Díaz,North,mentee\nBen Okafor,,\n");
    EXPECT_EQ(plan.rows.at(0).kind, Kind::Unchanged);
    EXPECT_EQ(plan.rows.at(1).kind, Kind::Unchanged);
    EXPECT_FALSE(plan.doesSomething());
}

TEST(PeoplePlan, RefusesARowWithItsLineAndReasonAndTakesTheOthers) {
    const auto plan = planned("Name,Roles,Hire date,Extra time\n"
                              "Dora,boss,,\n"
                              ",mentee,,\n"
                              "Eva,mentee,1.5.2020,\n"
                              "Fay,mentee,,300 %\n"
                              "Gil,mentee,2020-05-01,25 %\n");
    ASSERT_THAT(plan.rows, SizeIs(5));
    EXPECT_THAT(plan.rows[0].reason, HasSubstr("boss"));
    EXPECT_THAT(plan.rows[1].reason, HasSubstr("no name"));
    EXPECT_EQ(plan.rows[1].line, 3U);
    EXPECT_THAT(plan.rows[2].reason, HasSubstr("Hired on"));
    EXPECT_THAT(plan.rows[3].reason, HasSubstr("200 per cent"));
    EXPECT_EQ(plan.count(Kind::Refused), 4U);
    EXPECT_EQ(plan.rows[4].kind, Kind::Added);
    EXPECT_EQ(plan.rows[4].person.accommodations.extraTimePercent, 25);
}

TEST(PeoplePlan, TwoPeopleOfOneNameAreToldApartByIdOrContact) {
    EXPECT_THAT(planned("Name,Branch\nSam Reed,West\n").rows.at(0).reason, HasSubstr("2 people"));
    const auto byContact = planned("Name,Email,Branch\nSam Reed,SAM.R@library.test,West\n");
    EXPECT_EQ(byContact.rows.at(0).kind, Kind::Changed);
    const auto byId = planned("Id,Name\n01900000-0000-7000-8000-000000000006,Samuel Reed\n");
    EXPECT_EQ(changesOf(byId.rows.at(0)), "Name: Sam Reed > Samuel Reed\n");
    EXPECT_EQ(planned("Id,Name\nnonsense,Samuel\n").rows.at(0).kind, Kind::Refused);
}

TEST(PeoplePlan, MakesCohortsAndPairsOfTheSameFile) {
    const auto plan = planned("Name,Cohort,Mentor,Liaison,Cohort starts\n"
                              "Dora Ek,2027,Eva Lund,Chen Li,2027-01-01\n"
                              "Eva Lund,,,,\n");
    ASSERT_THAT(plan.cohorts, SizeIs(1));
    EXPECT_EQ(plan.cohorts[0].startsOn, "2027-01-01");
    ASSERT_TRUE(plan.rows.at(0).pair.has_value());
    EXPECT_TRUE(plan.rows[0].pair->changed.isNull());
    EXPECT_EQ(plan.rows[0].person.roles, std::set{catalog::Role::Mentee});
    EXPECT_EQ(plan.rows[1].person.roles, std::set{catalog::Role::Mentor}) << "as they are named so";
}

TEST(PeoplePlan, ChangesAPairThatRunsAndLeavesOneThatIsTheSame) {
    const auto changed = planned("Name,Cohort,Mentor\nAna Díaz,2026,Chen Li\n");
    ASSERT_THAT(changed.rows, SizeIs(2)) << "and a row for the role that Chen gets";
    EXPECT_FALSE(changed.rows[0].pair->changed.isNull());
    EXPECT_EQ(changesOf(changed.rows[0]),
              "Mentor in 2026: Ben Okafor, liaison Chen Li > Chen Li, liaison Chen Li\n");
    EXPECT_EQ(changesOf(changed.rows[1]), "Roles: liaison > mentor, liaison\n");
    EXPECT_FALSE(planned("Name,Cohort,Mentor\nAna Díaz,2026,Ben Okafor\n").doesSomething());
    EXPECT_FALSE(planned("Name,Mentor\nAna Díaz,Ben Okafor\n").doesSomething())
        << "the only cohort that runs is meant";
}

TEST(PeoplePlan, RefusesPairsThatCanNotBe) {
    const auto reason = [](const std::string& row) {
        return planned("Name,Cohort,Mentor,Liaison\n" + row + "\n").rows.at(0).reason;
    };
    EXPECT_THAT(reason("Dora,2026,Nobody Known,"), HasSubstr("neither in the catalog"));
    EXPECT_THAT(reason("Dora,2025,Ben Okafor,"), HasSubstr("has ended"));
    EXPECT_THAT(reason("Dora,2026,Dora,"), HasSubstr("own mentor"));
    EXPECT_THAT(reason("Dora,2026,,Chen Li"), HasSubstr("needs a mentor"));
    EXPECT_THAT(reason("Dora,2026,Sam Reed,"), HasSubstr("2 people"));
}

TEST(PeoplePlan, WhoHangsOnARefusedRowIsRefusedToo) {
    const auto plan = planned("Name,Roles,Cohort,Mentor\n"
                              "Dora,,2026,Eva\n"
                              "Eva,boss,,\n");
    EXPECT_THAT(plan.rows.at(0).reason, testing::EndsWith(", line 3, is refused"));
    EXPECT_FALSE(plan.doesSomething());
    EXPECT_THAT(plan.cohorts, IsEmpty());
}

TEST(PeoplePlan, WhoImportsStaysACoordinator) {
    EXPECT_THAT(planned("Name,Roles\nIda Coordinator,mentor\n").rows.at(0).reason, HasSubstr("coordinator"));
}

TEST(PeoplePlan, AFurtherRowOfSomebodyBringsAnotherPairAndNothingElse) {
    const auto plan = planned("Name,Branch,Cohort,Mentor\n"
                              "Dora,South,2026,Ben Okafor\n"
                              "Dora,South,2026,Chen Li\n"
                              "Dora,West,2026,Ida Coordinator\n");
    EXPECT_EQ(plan.rows.at(0).kind, Kind::Added);
    EXPECT_EQ(plan.rows.at(1).kind, Kind::Changed);
    EXPECT_TRUE(plan.rows[1].pair.has_value());
    EXPECT_THAT(plan.rows.at(2).reason, HasSubstr("line 2 says something else"));
}

TEST(PeoplePlan, WhatTheFileSaysTwiceIsDoneOnce) {
    const auto plan = planned("Name,Cohort,Mentor,Liaison\n"
                              "Dora,2026,Ben Okafor,\n"
                              "Dora,2026,Ben Okafor,\n"
                              "Dora,2026,Ben Okafor,Chen Li\n");
    EXPECT_TRUE(plan.rows.at(0).pair.has_value());
    EXPECT_EQ(plan.rows.at(1).kind, Kind::Unchanged);
    EXPECT_THAT(plan.rows.at(2).reason, HasSubstr("line 2 names another liaison"));
}

TEST(PeoplePlan, AFileWithoutNamesIsRefusedWhole) {
    const auto snapshot = mockingbird::test::samplePeople();
    const auto refused = planPeople("Branch,Roles\nNorth,mentee\n", snapshot);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(refused.error().detail, HasSubstr("line 1"));
    EXPECT_FALSE(planPeople("", snapshot).ok());
}

TEST(PeoplePlan, ReadsOtherEncodings) {
    const auto plan = planned("Name;Branch\nZo\xEB Gr\xFCn;S\xFC"
                              "d\n");
    EXPECT_EQ(plan.rows.at(0).person.name, "Zoë Grün");
    EXPECT_NE(plan.encoding, exchange::TextEncoding::Utf8);
}

TEST(PeoplePlan, KeepsItsPromisesForWhatFuzzingFound) {
    const auto snapshot = mockingbird::test::samplePeople();
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "tests/studio/people_file/corpus")) {
        const auto plan = planPeople(readWholeFile(entry.path()).value(), snapshot);
        if (plan.ok()) {
            EXPECT_EQ(mockingbird::test::brokenPromise(*plan, snapshot), std::nullopt) << entry.path();
        }
        ++files;
    }
    EXPECT_GT(files, 10U);
}

} // namespace mockingbird::studio::test
