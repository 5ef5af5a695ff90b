// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/cohort_csv.h"

#include "common/exchange/csv.h"
#include "review/report/cohort_sheet.h"
#include "review/report/html_text.h"

#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

/// What a number is of.
struct CohortKey {
    std::string table;
    std::string kit = {};
    std::string rubricVersion = {};
    std::string group = {};
    std::string category = {};
};

class CohortRows {
public:
    CohortRows() {
        m_table.add({"table", "kit", "rubric_version", "group", "category", "value", "withheld"});
    }

    void add(const CohortKey& key, const std::string& value) {
        m_table.add({key.table, cleanText(key.kit), key.rubricVersion, cleanText(key.group),
                     cleanText(key.category), value, value.empty() ? "yes" : ""});
    }
    void add(const CohortKey& key, const GuardedCount& count) {
        add(key, count ? std::to_string(*count) : std::string());
    }
    void add(const CohortKey& key, const std::optional<double>& value) {
        std::array<char, 40> text{};
        if (value)
            std::snprintf(text.data(), text.size(), "%.4f", *value);
        add(key, std::string(text.data()));
    }
    [[nodiscard]] const std::string& text() const { return m_table.text(); }

private:
    exchange::CsvWriter m_table;
};

void addParticipation(CohortRows& rows, const Participation& part) {
    const std::string table =
        "participation by " + std::string(part.grouping == Grouping::Employment ? "employment"
                                          : part.grouping == Grouping::Branch   ? "branch"
                                                                                : "classification");
    const auto& ranges = attemptRanges();
    for (std::size_t row = 0; row < part.groups.size(); ++row) {
        for (std::size_t i = 0; i < ranges.size(); ++i)
            rows.add({.table = table, .group = groupText(part.groups[row]), .category = rangeText(ranges[i])},
                     part.mentees.cells.at(row).at(i));
        rows.add({.table = table, .group = groupText(part.groups[row]), .category = "in all"},
                 part.mentees.rowTotals.at(row));
    }
    for (std::size_t i = 0; i < ranges.size(); ++i)
        rows.add({.table = table, .group = "in all", .category = rangeText(ranges[i])},
                 part.mentees.columnTotals.at(i));
    rows.add({.table = table, .group = "in all", .category = "in all"}, part.mentees.total);
}

void addLevels(CohortRows& rows, CohortKey key, const std::vector<LevelRange>& levels) {
    if (levels.empty())
        rows.add(key, GuardedCount());
    for (const LevelRange& range : levels) {
        key.category = rangeText(range);
        rows.add(key, GuardedCount(range.count));
    }
}

void addOutcomes(CohortRows& rows, const CohortYear& year) {
    for (const OutcomesYear& outcome : year.outcomes) {
        CohortKey key{.table = "outcomes", .group = std::string(catalog::name(outcome.kind))};
        for (std::size_t i = 0; i < outcome.mentees.size(); ++i) {
            key.category = catalog::Quarter{year.year, static_cast<int>(i) + 1}.name();
            rows.add(key, outcome.mentees.at(i));
        }
        key.category = "in all";
        rows.add(key, outcome.total);
        key.category = "attempts before it, median";
        rows.add(key, outcome.medianAttemptsBefore);
    }
    for (std::size_t i = 0; i < year.outcomesByQuarter.size(); ++i)
        rows.add({.table = "outcomes",
                  .group = "in all",
                  .category = catalog::Quarter{year.year, static_cast<int>(i) + 1}.name()},
                 year.outcomesByQuarter.at(i));
}

} // namespace

std::string cohortCsv(const CohortYear& year) {
    CohortRows rows;
    rows.add({.table = "cohort", .group = year.cohort.name, .category = "year"}, std::to_string(year.year));
    rows.add({.table = "mentees"}, year.mentees);
    if (!tooFewText(year).empty())
        return rows.text();
    const auto& ranges = attemptRanges();
    for (std::size_t i = 0; i < ranges.size() && i < year.attempts.counts.size(); ++i)
        rows.add({.table = "attempts a mentee", .category = rangeText(ranges[i])}, year.attempts.counts[i]);
    rows.add({.table = "attempts a mentee", .category = "in all"}, year.attempts.total);
    for (const Participation& part : year.participation)
        addParticipation(rows, part);
    for (const CriterionYear& criterion : year.criteria) {
        CohortKey key{.table = "levels given",
                      .kit = criterion.kitName,
                      .rubricVersion = std::to_string(criterion.rubricVersion),
                      .group = criterion.name};
        addLevels(rows, key, criterion.given);
        key.category = "mean";
        rows.add(key, criterion.mean);
        key.table = "levels agreed on";
        key.category.clear();
        addLevels(rows, key, criterion.agreed);
    }
    for (const HardItem& item : year.hardest)
        rows.add({.table = item.isQuestion ? "hardest questions" : "lowest criteria",
                  .kit = item.kitName,
                  .rubricVersion = std::to_string(item.rubricVersion),
                  .group = item.text,
                  .category = "mean, percent of the scale"},
                 std::optional<double>(item.percent));
    for (const RatersYear& raters : year.raters) {
        CohortKey key{.table = "raters",
                      .kit = raters.kitName,
                      .rubricVersion = std::to_string(raters.rubricVersion),
                      .category = "krippendorff's alpha"};
        rows.add(key, raters.alpha ? std::optional<double>(raters.alpha->value) : std::nullopt);
        key.category = "spread of strictness, levels";
        rows.add(key, raters.severitySpread);
    }
    addOutcomes(rows, year);
    return rows.text();
}

} // namespace mockingbird::review
