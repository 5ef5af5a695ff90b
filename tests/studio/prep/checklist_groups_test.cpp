// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/checklist_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio {

using ::testing::ElementsAre;

namespace {

catalog::ChecklistItem item(const std::string& text, const std::string& dueOn,
                            const std::string& heading = {}, bool ticked = false) {
    return {text, heading, text, dueOn, ticked, {}};
}

std::vector<std::string> said(const std::vector<ChecklistGroup>& groups) {
    std::vector<std::string> lines;
    for (const ChecklistGroup& group : groups) {
        std::string line = group.heading.toStdString() + ":";
        for (const auto& one : group.items)
            line += " " + one.text;
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST(ChecklistGroups, WhatIsDueComesFirstAndWhatIsDoneLast) {
    const QDate today(2026, 3, 10);
    const catalog::Checklist list{
        {item("done", "2026-03-01", "Two weeks before", true), item("later", "2026-03-15", "The day before"),
         item("some day", "", "Notes"), item("today", "2026-03-10", "One week before"),
         item("late", "2026-03-03", "Two weeks before"), item("own", ""), item("own soon", "2026-03-11")}};
    EXPECT_THAT(said(checklistGroups(list, today)),
                ElementsAre("Due now: late today", "Your own, tomorrow: own soon",
                            "The day before, in 5 days: later", "Notes: some day", "Your own: own",
                            "Done: done"));
    EXPECT_EQ(dueNow(list, today), 2);
    EXPECT_EQ(dueNow(list, today.addDays(1)), 3);
    EXPECT_TRUE(checklistGroups({}, today).empty());
}

} // namespace mockingbird::studio
