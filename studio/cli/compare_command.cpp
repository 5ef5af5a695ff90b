// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "review/report/comparison_csv.h"
#include "review/report/comparison_html.h"
#include "review/report/number_text.h"
#include "review/report/pdf/pdf_report.h"
#include "review/report/pdf/report_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string person;
    std::string kit;
    std::string file;
};

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

Result<std::string> written(const review::Comparison& comparison, review::ReportFormat format) {
    switch (format) {
    case review::ReportFormat::Html:
        return review::comparisonHtml(comparison);
    case review::ReportFormat::Pdf:
        return review::comparisonPdf(comparison);
    case review::ReportFormat::Csv:
        break;
    }
    return review::comparisonCsv(comparison);
}

Result<Outcome> compare(Invocation& invocation, const Wanted& wanted) {
    const review::ReportFormat format =
        wanted.file.empty() ? review::ReportFormat::Html : TRY(review::reportFormatOf(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto mentee = TRY(catalog.people().find(wanted.person));
    const auto kit = TRY(kitToCompare(catalog, mentee, wanted.kit));
    const auto comparison = TRY(review::compareAttempts(catalog, mentee.id, kit.id));
    Outcome outcome;
    outcome.document = comparisonDocument(comparison);
    outcome.text = comparisonText(comparison);
    if (!wanted.file.empty()) {
        const std::string bytes = TRY(written(comparison, format));
        TRY(writeWholeFile(wanted.file, bytes));
        outcome.document["file"] = absoluteName(wanted.file);
        outcome.document["format"] = name(format);
        outcome.text = "The comparison is in " + wanted.file + ".\n";
    }
    return outcome;
}

} // namespace

void addCompareCommand(CommandSet& commands) {
    const Command command = commands.add("compare", "A mentee's attempts at a kit beside each other");
    const auto wanted = std::make_shared<Wanted>();
    command.text("PERSON", wanted->person, "", "The mentee's name or id", Command::Need::Required);
    command.text("--kit", wanted->kit, "K", "The kit, where there are attempts at several");
    command.output(wanted->file, "A file to write instead of printing: .html, .pdf or .csv",
                   Command::Need::Optional);
    command.runs([wanted](Invocation& invocation) { return compare(invocation, *wanted); });
}

} // namespace mockingbird::studio
