// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/programme.h"
#include "review/report/cohort_sheet.h"
#include "review/report/number_text.h"
#include "review/report/pdf/report_file.h"
#include "review/report/pdf/sheet_pdf.h"
#include "review/report/progress_sections.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/compare_documents.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

#include <algorithm>
#include <functional>

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string person;
    std::string kit;
    std::string pair;
    std::string quarter;
    std::string cohort;
    std::string branch;
    std::optional<int> year;
    bool names = false;
    std::string file;
};

enum class Target { Printed, Json, Report };

struct Form {
    Target target = Target::Printed;
    review::ReportFormat format = review::ReportFormat::Html;
};

Result<Form> formOf(const std::string& file) {
    if (file.empty())
        return Form{};
    if (file.ends_with(".json"))
        return Form{Target::Json, {}};
    return Form{Target::Report, TRY(review::reportFormatOf(file))};
}

/// Writes what is wanted where a file is named; else the outcome stays what is printed.
Result<Outcome> delivered(Outcome outcome, const Wanted& wanted, const nlohmann::json& document,
                          const std::function<Result<std::string>(review::ReportFormat)>& report) {
    const Form form = TRY(formOf(wanted.file));
    if (form.target == Target::Printed)
        return outcome;
    const std::string bytes =
        form.target == Target::Json ? document.dump(2) + "\n" : TRY(report(form.format));
    TRY(writeWholeFile(wanted.file, bytes));
    outcome.document["file"] = absoluteName(wanted.file);
    outcome.document["format"] = form.target == Target::Json ? "json" : name(form.format);
    outcome.text = "It is in " + wanted.file + ".\n";
    return outcome;
}

Result<catalog::Kit> kitToCompare(catalog::Catalog& catalog, const catalog::Person& mentee,
                                  const std::string& name) {
    if (!name.empty())
        return catalog.kits().find(name);
    auto kits = TRY(review::kitsOf(catalog, mentee.id));
    if (kits.empty())
        return Error{ErrorCode::NotFound, mentee.name + " has not recorded an attempt yet", 0};
    if (kits.size() == 1)
        return std::move(kits.front());
    std::string names;
    for (const catalog::Kit& kit : kits)
        names += (names.empty() ? "" : ", ") + kit.name;
    return Error{ErrorCode::InvalidArgument,
                 mentee.name + " has attempts at several kits; say --kit with one of: " + names, 0};
}

std::string cellText(const review::ComparisonCell& cell) {
    if (!cell.mean)
        return cell.inRubric ? "-" : "(not asked)";
    std::string text = review::numberText(*cell.mean);
    if (cell.scores.size() > 1) {
        text += " (";
        for (const review::RaterScore& score : cell.scores)
            text +=
                (text.back() == '(' ? "" : ", ") + score.raterName + " " + review::numberText(score.level);
        text += ")";
    }
    if (cell.sincePrevious)
        text += "  " + review::changeText(*cell.sincePrevious);
    return text;
}

std::string comparisonText(const review::Comparison& comparison) {
    std::string text = comparison.mentee.name + ", \"" + comparison.kit.name + "\"\n\n";
    std::vector<std::string> heading{"Criterion"};
    std::vector<std::string> totals{"In all"};
    for (const review::Attempt& attempt : comparison.attempts) {
        heading.push_back("Attempt " + std::to_string(attempt.number) +
                          (attempt.hasDrafts ? " (draft)" : ""));
        totals.push_back(attempt.total ? review::numberText(attempt.total->percent) + " %" : "-");
        if (attempt.total && attempt.total->sincePrevious)
            totals.back() += "  " + review::changeText(*attempt.total->sincePrevious);
    }
    TextTable table(heading);
    for (const review::ComparedCriterion& compared : comparison.criteria) {
        std::vector<std::string> row{compared.criterion.name};
        for (const review::ComparisonCell& cell : compared.cells)
            row.push_back(cellText(cell));
        table.add(std::move(row));
    }
    table.add(std::move(totals));
    text += table.toString();
    if (comparison.mixesRubrics())
        text +=
            "\nThe attempts were held with different versions of the rubric; changes between those are not "
            "counted.\n";
    if (comparison.mixesKits())
        text += "\nThe attempts were held with different versions of the kit, with other questions or times; "
                "what was scored is the same where changes are shown.\n";
    return text;
}

/// Sentences on lines of their own after each other; other lines with a semicolon between them.
void oneLine(std::string& cell) {
    for (std::size_t i = 1; i < cell.size(); ++i)
        if (cell[i] == '\n')
            cell[i] = cell[i - 1] == '.' ? ' ' : ';';
}

/// What a sheet says in a section, its title first.
std::string sectionText(const review::SheetSection& section) {
    std::string text = "\n" + section.title + "\n";
    for (const std::string& line : section.lines)
        text += "  " + line + "\n";
    for (const std::string& point : section.points)
        text += "  - " + point + "\n";
    if (section.table.rows.empty())
        return text;
    TextTable table(section.table.heading);
    for (std::vector<std::string> row : section.table.rows) {
        for (std::string& cell : row)
            oneLine(cell);
        table.add(std::move(row));
    }
    text += table.toString();
    if (!section.note.empty())
        text += section.note + "\n";
    return text;
}

Result<Outcome> compareAttemptsOf(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto mentee = TRY(catalog.people().find(wanted.person));
    const auto kit = TRY(kitToCompare(catalog, mentee, wanted.kit));
    const auto comparison = TRY(review::compareAttempts(catalog, mentee.id, kit.id));
    auto progress = TRY(review::progressOf(catalog, mentee.id));
    review::measureDelivery(catalog, progress, kit.id);
    Outcome outcome;
    outcome.document = comparisonDocument(comparison);
    outcome.document["progress"] = progressDocument(progress);
    outcome.text = comparisonText(comparison);
    for (const review::SheetSection& section : review::progressSections(progress, kit.id))
        outcome.text += sectionText(section);
    const nlohmann::json document = outcome.document;
    return delivered(std::move(outcome), wanted, document, [&](review::ReportFormat format) {
        return review::comparisonReport(comparison, progress, format);
    });
}

std::string sheetText(const review::ReportSheet& sheet) {
    std::string text = sheet.title + ", " + sheet.lead + "\n";
    for (const auto& [name, value] : sheet.facts)
        text += "  " + name + ": " + value + "\n";
    for (const review::SheetSection& section : sheet.sections)
        text += sectionText(section);
    return text + "\n" + sheet.notice + "\n";
}

Result<catalog::QuarterFilter> filterOf(catalog::Catalog& catalog, const Wanted& wanted) {
    catalog::QuarterFilter filter;
    filter.quarter = wanted.quarter.empty() ? catalog::quarterOf(WallTime::now())
                                            : TRY(catalog::parseQuarter(wanted.quarter));
    if (!wanted.cohort.empty())
        filter.cohort = TRY(findCohort(catalog, wanted.cohort)).id;
    if (!wanted.branch.empty())
        filter.branch = wanted.branch;
    return filter;
}

/// Of those in sight that ran in the quarter: by the end of its id, or its mentee's name or id.
Result<catalog::PairId> pairIn(const std::vector<catalog::QuarterRow>& rows, catalog::Catalog& catalog,
                               const std::string& text) {
    constexpr std::size_t kLeast = 6;
    std::vector<const catalog::QuarterRow*> found;
    for (const catalog::QuarterRow& row : rows)
        if (text.size() >= kLeast && row.pair.toString().ends_with(text))
            found.push_back(&row);
    if (found.empty()) {
        const auto mentee = TRY(catalog.people().find(text));
        for (const catalog::QuarterRow& row : rows)
            if (row.mentee == mentee.id)
                found.push_back(&row);
    }
    if (found.size() == 1)
        return found.front()->pair;
    std::string ids;
    for (const catalog::QuarterRow* row : found)
        ids += (ids.empty() ? "" : ", ") + row->cohortName + " " + shortId(row->pair.toString());
    if (found.empty())
        return Error{ErrorCode::NotFound, "no pair of \"" + text + "\" that you may see ran in that quarter",
                     0};
    return Error{ErrorCode::InvalidArgument, "several pairs fit; say one by its id: " + ids, 0};
}

Result<Outcome> comparePair(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto filter = TRY(filterOf(catalog, wanted));
    const WallTime now = WallTime::now();
    const auto rows = TRY(catalog::Programme(catalog).quarters().list(filter, now));
    const auto pair = TRY(pairIn(rows, catalog, wanted.pair));
    const auto quarter = TRY(review::readPairQuarter(catalog, pair, filter.quarter, now));
    const review::Naming naming = wanted.names ? review::Naming::ByName : review::Naming::ByRole;
    Outcome outcome;
    outcome.document = pairQuarterDocument(quarter, review::Naming::ByName);
    outcome.text = sheetText(review::quarterSheet(quarter, review::Naming::ByName));
    return delivered(
        std::move(outcome), wanted, pairQuarterDocument(quarter, naming),
        [&](review::ReportFormat format) { return review::quarterReport(quarter, naming, format); });
}

Result<Outcome> listPairs(Invocation& invocation, const Wanted& wanted) {
    if (!wanted.file.empty())
        return Error{ErrorCode::InvalidArgument, "-o takes one pair, one person or one cohort\u2019s year",
                     0};
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto filter = TRY(filterOf(catalog, wanted));
    Outcome outcome;
    outcome.document = nlohmann::json::array();
    TextTable table({"Id", "Mentee", "Branch", "Mentor", "Sessions", "Reviews owed", "Overdue",
                     "Feedback not looked at", "Commitments open"});
    for (const auto& row : TRY(catalog::Programme(catalog).quarters().list(filter, WallTime::now()))) {
        outcome.document.push_back(quarterRowDocument(row));
        table.add({shortId(row.pair.toString()), row.menteeName, row.branch, row.mentorName,
                   std::to_string(row.sessions), std::to_string(row.outstanding), std::to_string(row.overdue),
                   std::to_string(row.unopened), std::to_string(row.openCommitments)});
    }
    outcome.text = table.empty() ? "No pair ran in that quarter.\n" : table.toString();
    return outcome;
}

Result<Outcome> compareCohort(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto cohort = TRY(findCohort(catalog, wanted.cohort));
    const auto years = TRY(catalog::Programme(catalog).cohortYears().years(cohort.id, WallTime::now()));
    if (years.empty() && !wanted.year)
        return Error{ErrorCode::NotFound, "no pair of this cohort has begun yet", 0};
    const auto year = TRY(review::readCohortYear(catalog, cohort.id,
                                                 wanted.year.value_or(years.empty() ? 0 : years.front()),
                                                 invocation.telling("Counting the year")));
    Outcome outcome;
    outcome.document = cohortYearDocument(year);
    outcome.text = sheetText(review::cohortSheet(year));
    const nlohmann::json document = outcome.document;
    return delivered(std::move(outcome), wanted, document,
                     [&](review::ReportFormat format) { return review::cohortReport(year, format); });
}

Result<Outcome> compare(Invocation& invocation, const Wanted& wanted) {
    TRY(formOf(wanted.file)); // before anything is read
    const bool ofQuarter = !wanted.pair.empty() || !wanted.quarter.empty() || !wanted.branch.empty();
    const bool several = !wanted.person.empty() && (ofQuarter || !wanted.cohort.empty());
    if (several || (wanted.person.empty() && !ofQuarter && wanted.cohort.empty()) ||
        (ofQuarter && wanted.year))
        return Error{ErrorCode::InvalidArgument,
                     "say a PERSON, a --quarter (of one --pair, or of all), or a --cohort (and its --year)",
                     0};
    if (!wanted.person.empty())
        return compareAttemptsOf(invocation, wanted);
    if (!wanted.pair.empty())
        return comparePair(invocation, wanted);
    return ofQuarter ? listPairs(invocation, wanted) : compareCohort(invocation, wanted);
}

} // namespace

void addCompareCommand(CommandSet& commands) {
    const Command command = commands.add(
        "compare",
        "A mentee\u2019s attempts beside each other, a pair\u2019s quarter, or a cohort\u2019s year");
    const auto wanted = std::make_shared<Wanted>();
    command.text("PERSON", wanted->person, "", "The mentee's name or id");
    command.text("--kit", wanted->kit, "K", "The kit, where there are attempts at several");
    command.text("--quarter", wanted->quarter, "Q", "Such as 2026-Q3: its pairs, or one of them");
    command.text("--pair", wanted->pair, "P", "The mentee's name, or the end of the pair's id");
    command.text("--cohort", wanted->cohort, "C", "The cohort's year; with --quarter, its pairs alone");
    command.number("--year", wanted->year, "Of the cohort; its last one otherwise");
    command.text("--branch", wanted->branch, "B", "With --quarter: pairs of that branch");
    command.flag("--names", wanted->names, "A pair's quarter is written with names; a file is without else");
    command.output(wanted->file, "A file to write: .html, .pdf, .csv or .json", Command::Need::Optional);
    command.runs([wanted](Invocation& invocation) { return compare(invocation, *wanted); });
}

} // namespace mockingbird::studio
