// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/cohort_sheet.h"

#include "review/report/number_text.h"
#include "review/report/quarter_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

std::string hundredths(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

SheetSection attemptSection(const CohortYear& year) {
    SheetSection section{.title = "Attempts a mentee"};
    section.table.heading = {"Attempts in the year", "Mentees"};
    const auto& ranges = attemptRanges();
    for (std::size_t i = 0; i < ranges.size() && i < year.attempts.counts.size(); ++i)
        section.table.rows.push_back({rangeText(ranges[i]), countText(year.attempts.counts[i])});
    section.table.rows.push_back({"In all", countText(year.attempts.total)});
    return section;
}

SheetSection participationSection(const Participation& part) {
    SheetSection section{.title = "Who took part: " + groupingText(part.grouping)};
    if (part.groups.empty()) {
        section.lines.emplace_back(kNoGroupText);
        return section;
    }
    section.table.heading = {groupingText(part.grouping)};
    for (const AttemptRange& range : attemptRanges())
        section.table.heading.push_back(range.to == 0 ? "No attempt" : rangeText(range));
    section.table.heading.emplace_back("Mentees");
    for (std::size_t row = 0; row < part.groups.size() && row < part.mentees.cells.size(); ++row) {
        std::vector<std::string> cells{groupText(part.groups[row])};
        for (const GuardedCount& count : part.mentees.cells[row])
            cells.push_back(countText(count));
        cells.push_back(countText(part.mentees.rowTotals.at(row)));
        section.table.rows.push_back(std::move(cells));
    }
    std::vector<std::string> totals{"In all"};
    for (const GuardedCount& count : part.mentees.columnTotals)
        totals.push_back(countText(count));
    totals.push_back(countText(part.mentees.total));
    section.table.rows.push_back(std::move(totals));
    return section;
}

std::string levelsText(const std::vector<LevelRange>& levels) {
    if (levels.empty())
        return std::string(kWithheld);
    std::string text;
    for (const LevelRange& range : levels)
        text += (text.empty() ? "" : "\n") + std::string("level ") + rangeText(range) + ": " +
                std::to_string(range.count);
    return text;
}

/// A section for each kit and version of its rubric.
std::vector<SheetSection> levelSections(const CohortYear& year) {
    std::vector<SheetSection> sections;
    const CriterionYear* before = nullptr;
    for (const CriterionYear& criterion : year.criteria) {
        if (before == nullptr || before->kit != criterion.kit ||
            before->rubricVersion != criterion.rubricVersion) {
            sections.push_back({.title = "Levels given: " + kitText(year, criterion.kit, criterion.kitName,
                                                                    criterion.rubricVersion)});
            sections.back().table.heading = {"Criterion", "Given by raters", "Mean", "Agreed on"};
        }
        before = &criterion;
        SheetSection& section = sections.back();
        section.table.rows.push_back({criterion.name, levelsText(criterion.given),
                                      criterion.mean ? hundredths(*criterion.mean) : std::string(kWithheld),
                                      levelsText(criterion.agreed)});
        ShareBar bar{criterion.name, {}};
        for (const LevelRange& range : criterion.given)
            bar.parts.emplace_back(rangeText(range), range.count);
        if (!bar.parts.empty())
            section.bars.push_back(std::move(bar));
    }
    return sections;
}

SheetSection hardestSection(const CohortYear& year) {
    SheetSection section{.title = "Hardest questions"};
    section.table.heading = {"Question or criterion", "Kit", "Mean of the scale", "Levels given"};
    for (const HardItem& item : year.hardest)
        section.table.rows.push_back({item.text + (item.isQuestion ? "" : " (criterion)"),
                                      kitText(year, item.kit, item.kitName, item.rubricVersion),
                                      numberText(item.percent) + " %", std::to_string(item.scores)});
    if (section.table.rows.empty())
        section.lines.emplace_back("No question was answered by five mentees and scored.");
    else
        section.note = "The lowest first. 0 % is the lowest level, 100 % the highest. Where a kit scores no "
                       "question by itself, its criteria stand here.";
    return section;
}

SheetSection raterSection(const CohortYear& year) {
    SheetSection section{.title = "How raters agreed"};
    section.table.heading = {"Kit", "Agreement", "Strictness"};
    for (const RatersYear& raters : year.raters)
        section.table.rows.push_back({kitText(year, raters.kit, raters.kitName, raters.rubricVersion),
                                      alphaText(raters.alpha), severityText(raters.severitySpread)});
    if (section.table.rows.empty())
        section.lines.emplace_back("Too few sessions were rated by two raters.");
    return section;
}

SheetSection outcomeYearSection(const CohortYear& year) {
    SheetSection section{.title = "Outcomes"};
    section.table.heading = {"What",
                             "Jan to Mar",
                             "Apr to Jun",
                             "Jul to Sep",
                             "Oct to Dec",
                             "In all",
                             "Attempts before it, median"};
    for (const OutcomesYear& outcome : year.outcomes) {
        std::vector<std::string> row{outcomeKindText(outcome.kind)};
        for (const GuardedCount& count : outcome.mentees)
            row.push_back(countText(count));
        row.push_back(countText(outcome.total));
        row.push_back(outcome.medianAttemptsBefore ? numberText(*outcome.medianAttemptsBefore)
                                                   : std::string(kWithheld));
        section.table.rows.push_back(std::move(row));
    }
    section.note = "Mentees of whom something was entered, by quarter. " + std::string(kNoCauseNote);
    return section;
}

} // namespace

std::string countText(const GuardedCount& count) {
    return count ? std::to_string(*count) : std::string(kWithheld);
}

std::string rangeText(const AttemptRange& range) {
    if (!range.to)
        return std::to_string(range.from) + " or more";
    if (*range.to == 0)
        return "none";
    return *range.to == range.from ? std::to_string(range.from)
                                   : std::to_string(range.from) + " to " + std::to_string(*range.to);
}

std::string rangeText(const LevelRange& range) {
    return range.from == range.to ? std::to_string(range.from)
                                  : std::to_string(range.from) + " to " + std::to_string(range.to);
}

std::string groupingText(Grouping grouping) {
    switch (grouping) {
    case Grouping::Classification:
        return "Classification";
    case Grouping::Branch:
        return "Branch";
    case Grouping::Employment:
        break;
    }
    return "Full-time or part-time";
}

std::string groupText(const std::string& group) {
    return group.empty() ? "not known" : group;
}

std::string kitText(const CohortYear& year, catalog::KitId kit, const std::string& name, int rubricVersion) {
    const bool several = std::ranges::any_of(year.criteria, [&](const CriterionYear& criterion) {
        return criterion.kit == kit && criterion.rubricVersion != rubricVersion;
    });
    return several ? name + ", rubric version " + std::to_string(rubricVersion) : name;
}

std::string alphaText(const std::optional<Agreement>& alpha) {
    if (!alpha)
        return "can\u2019t be told: too few levels were given by two raters";
    const std::string_view words = alpha->value >= 0.8     ? "good"
                                   : alpha->value >= 0.667 ? "enough for careful conclusions"
                                                           : "too low to build on single levels";
    return std::string(words) + " (Krippendorff\u2019s alpha " + hundredths(alpha->value) + ", of " +
           std::to_string(alpha->n) + " criteria of attempts that two raters or more rated)";
}

std::string severityText(const std::optional<double>& spread) {
    if (!spread)
        return std::string(kWithheld) + ": it takes five raters";
    return "about two raters in three lie within " + hundredths(*spread) + " levels of their co-raters";
}

std::string tooFewText(const CohortYear& year) {
    if (!year.mentees)
        return "Fewer than five mentees were in this cohort in " + std::to_string(year.year) +
               ". What so few did isn\u2019t shown.";
    if (*year.mentees == 0)
        return "Nobody was in this cohort in " + std::to_string(year.year) + ".";
    return {};
}

ReportSheet cohortSheet(const CohortYear& year) {
    ReportSheet sheet;
    sheet.eyebrow = "Practice interviews \u00B7 a cohort\u2019s year";
    sheet.title = year.cohort.name;
    sheet.lead = std::to_string(year.year);
    sheet.notice = "This is of a group, and names nobody. " + std::string(kWithheldNote);
    sheet.facts = {
        {"Year", std::to_string(year.year)},
        {"Mentees", year.mentees ? std::to_string(*year.mentees) : std::string("fewer than five")}};
    sheet.footer = "One cohort, one calendar year; a mentee counts in one cohort a year.";
    if (const std::string few = tooFewText(year); !few.empty()) {
        sheet.sections.push_back({.title = "Nothing to show", .lines = {few}});
        return sheet;
    }
    sheet.sections.push_back(attemptSection(year));
    for (const Participation& part : year.participation)
        sheet.sections.push_back(participationSection(part));
    for (SheetSection& section : levelSections(year))
        sheet.sections.push_back(std::move(section));
    if (year.kitsLeftOut)
        sheet.sections.back().note = "Kits that too few practised with are left out.";
    sheet.sections.push_back(hardestSection(year));
    sheet.sections.push_back(raterSection(year));
    sheet.sections.push_back(outcomeYearSection(year));
    return sheet;
}

} // namespace mockingbird::review
