// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/quarter_sheet.h"

#include "common/exchange/csv.h"
#include "review/report/quarter_csv.h"

#include <cstdlib>
#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

WallTime at(const char* day) {
    return catalog::beginOfDay(day).value();
}

/// One of each thing that a quarter has; the names are such as no other word holds.
PairQuarter aQuarter() {
    PairQuarter quarter;
    quarter.quarter = {2026, 3};
    quarter.now = at("2026-09-20");
    quarter.cohort.name = "Autumn";
    quarter.mentee.name = "Zofia Menteeson";
    quarter.mentor.name = "Quentin Mentorby";
    quarter.liaison = catalog::Person{{}, "Lia Isonne", {}, {}, {}, {}};
    QuarterSession held;
    held.session.id = catalog::SessionId::make();
    held.session.kitName = "Library Page";
    held.session.attempt = 2;
    held.session.startedAt = at("2026-08-02");
    held.outstanding = 1;
    quarter.sessions = {held};
    quarter.lastSession = held.session.startedAt;
    quarter.outstanding = {
        {held.session.id, held.session.startedAt, {}, "Quentin Mentorby", false, false, true},
        {held.session.id, held.session.startedAt, {}, "Otto Otherman", true, false, false}};
    catalog::Feedback feedback;
    feedback.session = held.session.id;
    feedback.heldAt = held.session.startedAt;
    feedback.openedAt = at("2026-08-20");
    quarter.feedback = {feedback};
    catalog::TakenAlong taken;
    taken.commitment.text = "=1+1 less haste";
    taken.heldAt = at("2026-05-02");
    quarter.openCommitments = {taken};
    quarter.confidenceShared = true;
    quarter.outcomes = {{{}, {}, catalog::OutcomeKind::Promoted, "2026-09-01", "to Clerk", {}, "Lia Isonne"}};
    return quarter;
}

std::string cellOf(const ReportSheet& sheet, const std::string& fact) {
    for (const auto& [name, value] : sheet.facts)
        if (name == fact)
            return value;
    return "no such fact";
}

class QuarterSheet : public testing::Test {
protected:
    static void SetUpTestSuite() {
        setenv("TZ", "America/New_York", 1); // a place where a day of UTC is another one
        tzset();
    }
};

TEST_F(QuarterSheet, ByRoleItNamesNobody) {
    const PairQuarter quarter = aQuarter();
    for (const std::string& text :
         {sheetHtml(quarterSheet(quarter, Naming::ByRole)), quarterCsv(quarter, Naming::ByRole)}) {
        for (const char* name : {"Zofia", "Quentin", "Lia ", "Otto"})
            EXPECT_THAT(text, Not(HasSubstr(name)));
        EXPECT_THAT(text, Not(HasSubstr(quarter.sessions.front().session.id.toString())));
        EXPECT_THAT(text, AllOf(HasSubstr("the mentor"), AnyOf(HasSubstr("a rater"), HasSubstr("A rater"))));
    }
    EXPECT_THAT(sheetHtml(quarterSheet(quarter, Naming::ByName)), // the control
                AllOf(HasSubstr("Zofia Menteeson"), HasSubstr("Quentin Mentorby"), HasSubstr("Otto")));
}

TEST_F(QuarterSheet, TotalsAreTheQuartersOwnInBothForms) {
    const PairQuarter quarter = aQuarter();
    const ReportSheet sheet = quarterSheet(quarter, Naming::ByName);
    EXPECT_EQ(cellOf(sheet, "Sessions"), "1");
    EXPECT_EQ(cellOf(sheet, "Reviews owed"), "2, 1 of them overdue");
    EXPECT_EQ(cellOf(sheet, "Feedback not looked at"), "1");
    const auto table = exchange::readCsv(quarterCsv(quarter, Naming::ByName)).value();
    const exchange::CsvHeading heading(table.heading());
    std::map<std::string, std::string> totals;
    std::map<std::string, int> rows;
    for (const exchange::CsvRow& row : table.records()) {
        const std::string& kind = row.cell(heading.column({"kind"}));
        ++rows[kind];
        if (kind == "total")
            totals[row.cell(heading.column({"what"}))] = row.cell(heading.column({"count"}));
    }
    EXPECT_EQ(totals.at("reviews owed"), std::to_string(rows.at("review owed")));
    EXPECT_EQ(totals.at("sessions"), std::to_string(rows.at("session")));
    EXPECT_EQ(totals.at("outcomes"), std::to_string(rows.at("outcome")));
    EXPECT_EQ(totals.at("reviews overdue"), "1");
}

TEST_F(QuarterSheet, ASpreadsheetOpensItWithoutGuessingAndRunsNothing) {
    const std::string csv = quarterCsv(aQuarter(), Naming::ByRole);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    EXPECT_THAT(csv, AllOf(HasSubstr("'=1+1 less haste"), HasSubstr("2026-08-02"), HasSubstr("\r\n")));
}

TEST_F(QuarterSheet, DaysAreThoseOfThisPlace) {
    const std::string page = sheetHtml(quarterSheet(aQuarter(), Naming::ByName));
    EXPECT_THAT(page, AllOf(HasSubstr("July to September 2026"), HasSubstr("2 August 2026"),
                            HasSubstr("1 September 2026"), HasSubstr("49 days")));
}

TEST_F(QuarterSheet, ConfidenceThatIsNotSharedIsSaidToBeTheMentees) {
    PairQuarter quarter = aQuarter();
    quarter.confidenceShared = false;
    EXPECT_THAT(sheetHtml(quarterSheet(quarter, Naming::ByRole)), HasSubstr("keeps it to themselves"));
}

} // namespace
} // namespace mockingbird::review
