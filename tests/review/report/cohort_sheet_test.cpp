// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/cohort_sheet.h"

#include "common/exchange/csv.h"
#include "review/report/cohort_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

CohortYear aYear() {
    CohortYear year;
    year.cohort.name = "Autumn";
    year.year = 2026;
    year.mentees = 17;
    const std::size_t ranges = attemptRanges().size();
    year.attempts.counts.assign(ranges, 5);
    year.attempts.counts.back() = std::nullopt;
    year.attempts.total = 17;
    Participation branches;
    branches.grouping = Grouping::Branch;
    branches.groups = {"Central", ""};
    branches.mentees.cells = {std::vector<GuardedCount>(ranges, 6), std::vector<GuardedCount>(ranges)};
    branches.mentees.rowTotals = {12, std::nullopt};
    branches.mentees.columnTotals.assign(ranges, std::nullopt);
    branches.mentees.total = 17;
    year.participation = {branches};
    CriterionYear structure;
    structure.kit = catalog::KitId::make();
    structure.kitName = "Library Page";
    structure.name = "Structure";
    structure.given = {{1, 2, 9}, {3, 3, 30}};
    structure.mean = 2.65;
    CriterionYear tone = structure;
    tone.name = "Tone";
    tone.given.clear();
    tone.mean.reset();
    year.criteria = {structure, tone};
    year.raters = {{structure.kit, "Library Page", 1, Agreement{0.71, 40}, std::nullopt}};
    for (const catalog::OutcomeKind kind : catalog::kOutcomeKinds)
        year.outcomes.push_back({kind, {}, std::nullopt, std::nullopt});
    year.outcomes.front() = {catalog::OutcomeKind::Applied, {0, 6, 0, 5}, 11, 2.5};
    return year;
}

TEST(CohortSheet, WhatIsWithheldIsSaidInWordsAndNeverANumber) {
    const std::string page = sheetHtml(cohortSheet(aYear()));
    EXPECT_THAT(page, AllOf(HasSubstr("not shown"), HasSubstr("fewer than five people"),
                            HasSubstr("not known"), HasSubstr("level 1 to 2: 9")));
    const std::string csv = cohortCsv(aYear());
    EXPECT_THAT(csv, AllOf(HasSubstr("attempts a mentee,,,,6 or more,,yes"),
                           HasSubstr("participation by branch,,,not known,in all,,yes")));
}

TEST(CohortSheet, TotalsOfBothFormsAreTheYears) {
    const std::string page = sheetHtml(cohortSheet(aYear()));
    EXPECT_THAT(page, AllOf(HasSubstr("<dt>Mentees</dt><dd>17</dd>"), HasSubstr("2.65")));
    const auto table = exchange::readCsv(cohortCsv(aYear())).value();
    const exchange::CsvHeading heading(table.heading());
    std::string total;
    for (const exchange::CsvRow& row : table.records())
        if (row.cell(heading.column({"table"})) == "outcomes" &&
            row.cell(heading.column({"group"})) == "applied" &&
            row.cell(heading.column({"category"})) == "in all")
            total = row.cell(heading.column({"value"}));
    EXPECT_EQ(total, "11");
}

TEST(CohortSheet, NothingLooksLikeADayToASpreadsheet) {
    const std::string csv = cohortCsv(aYear());
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    EXPECT_THAT(csv, AllOf(HasSubstr(",1 to 2,"), Not(HasSubstr("1-2")), HasSubstr("2026-Q2")));
}

TEST(CohortSheet, OfFewerThanFiveMenteesThereIsASentenceAndNothingElse) {
    CohortYear year = aYear();
    year.mentees = std::nullopt;
    const std::string page = sheetHtml(cohortSheet(year));
    EXPECT_THAT(page, AllOf(HasSubstr("Fewer than five mentees"), HasSubstr("<dd>fewer than five</dd>"),
                            Not(HasSubstr("Structure")), Not(HasSubstr("Central"))));
    EXPECT_THAT(cohortCsv(year), AllOf(HasSubstr("mentees,,,,,,yes"), Not(HasSubstr("Central"))));
}

TEST(CohortSheet, SaysOfOutcomesThatNothingIsClaimedOfTheirCause) {
    EXPECT_THAT(sheetHtml(cohortSheet(aYear())), HasSubstr("doesn\u2019t say that one led to the other"));
}

TEST(CohortSheet, AgreementIsTheWordsThatItsAlphaHas) {
    EXPECT_THAT(alphaText(Agreement{0.85, 10}), HasSubstr("good"));
    EXPECT_THAT(alphaText(Agreement{0.7, 10}), HasSubstr("careful"));
    EXPECT_THAT(alphaText(Agreement{0.2, 10}), HasSubstr("too low"));
    EXPECT_THAT(alphaText(std::nullopt), HasSubstr("can\u2019t be told"));
}

} // namespace
} // namespace mockingbird::review
