// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/checklist_text.h"

#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;

namespace {

std::vector<std::string> linesOf(std::string_view markdown) {
    std::vector<std::string> lines;
    for (const ChecklistLine& line : checklistLines(markdown))
        lines.push_back(line.heading + " / " + line.text);
    return lines;
}

/// Noon of a day in the machine's zone.
WallTime noon(int year, int month, int day) {
    std::tm local{};
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    local.tm_mday = day;
    local.tm_hour = 12;
    local.tm_isdst = -1;
    return {std::int64_t{mktime(&local)} * 1000};
}

} // namespace

TEST(ChecklistText, TakesEachPointWithTheHeadingAboveIt) {
    EXPECT_THAT(linesOf("# Checklist\n\n- [ ] Breathe\n\n## Two weeks before\n- [ ] Read\n* [x] Write\n"
                        "  + [X] Within\n1. [ ] First\n2) [ ] Second\n"),
                ElementsAre("Checklist / Breathe", "Two weeks before / Read", "Two weeks before / Write",
                            "Two weeks before / Within", "Two weeks before / First",
                            "Two weeks before / Second"));
}

TEST(ChecklistText, JoinsThePointThatGoesOnInTheNextLine) {
    EXPECT_THAT(
        linesOf("- [ ] Seven questions in one go. Find out where\n      you tire.\n\nNo point.\n- [ ] Two\n"
                "- plain\n  and on\n"),
        ElementsAre(" / Seven questions in one go. Find out where you tire.", " / Two"));
}

TEST(ChecklistText, LeavesOutWhatIsNoPoint) {
    EXPECT_THAT(
        linesOf("- [] no\n- [  ] no\n-[ ] no\n- [ ]no\n- [y] no\n[ ] no\n- a [ ] no\n#no heading\n- [ ]  \n"
                "```\n- [ ] code\n```\n~~~\n# code\n~~~\n- [ ] yes"),
        ElementsAre(" / yes"));
}

TEST(ChecklistText, ReadsEveryKindOfLineEndAndDropsMarksOfEmphasis) {
    EXPECT_THAT(linesOf("## On the **day** ##\r\n- [ ] What **you** did, in `one` go \\* twice\r\n"),
                ElementsAre("On the day / What you did, in one go * twice"));
    EXPECT_TRUE(checklistLines("").empty());
}

TEST(ChecklistText, KnowsHowLongBeforeAnInterviewAHeadingIs) {
    EXPECT_EQ(daysBefore("A month before"), 30);
    EXPECT_EQ(daysBefore("Three weeks before"), 21);
    EXPECT_EQ(daysBefore("Two Weeks Before the interview"), 14);
    EXPECT_EQ(daysBefore("One week before"), 7);
    EXPECT_EQ(daysBefore("10 days before"), 10);
    EXPECT_EQ(daysBefore("The day before"), 1);
    EXPECT_EQ(daysBefore("The evening before"), 1);
    EXPECT_EQ(daysBefore("Ten minutes before"), 0);
    EXPECT_EQ(daysBefore("Just before"), 0);
    EXPECT_EQ(daysBefore("In the panel"), 0);
    EXPECT_EQ(daysBefore("Take along"), 0);
    EXPECT_EQ(daysBefore("At each question"), 0);
    EXPECT_EQ(daysBefore("Afterwards"), -1);
    EXPECT_EQ(daysBefore("This week"), std::nullopt);
    EXPECT_EQ(daysBefore("Before you begin"), std::nullopt);
    EXPECT_EQ(daysBefore(""), std::nullopt);
}

TEST(ChecklistText, CountsDaysOfTheCalendarBackwards) {
    EXPECT_EQ(dayBefore(noon(2026, 3, 1), 0), "2026-03-01");
    EXPECT_EQ(dayBefore(noon(2026, 3, 1), 1), "2026-02-28");
    EXPECT_EQ(dayBefore(noon(2024, 3, 1), 1), "2024-02-29");
    EXPECT_EQ(dayBefore(noon(2026, 1, 5), 14), "2025-12-22");
    EXPECT_EQ(dayBefore(noon(2026, 12, 31), -1), "2027-01-01");
}

TEST(ChecklistText, TellsADateFromOtherText) {
    EXPECT_TRUE(isIsoDate("2026-03-01"));
    EXPECT_TRUE(isIsoDate("2024-02-29"));
    for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-01", "2026-1-1", "01.03.2026", "2026-03-0x",
                             "2026-03-32", "", "0000-01-01", "2026/03/01"})
        EXPECT_FALSE(isIsoDate(text)) << text;
}

} // namespace mockingbird::catalog::test
