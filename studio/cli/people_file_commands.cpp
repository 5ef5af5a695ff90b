// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/programme_documents.h"
#include "studio/cli/text_table.h"
#include "studio/people_file/people_export.h"
#include "studio/people_file/people_import.h"

#include <filesystem>

namespace mockingbird::studio {

namespace {

using catalog::Catalog;

struct Wanted {
    std::string file;
    bool dryRun = false;
};

std::string described(const PlannedRow& row) {
    std::string text;
    for (const PlannedChange& change : row.changes)
        text += (text.empty() ? "" : "; ") + change.what + ": " +
                (change.from.empty() ? "" : change.from + " -> ") + change.to;
    return row.reason.empty() ? text : text + (text.empty() ? "" : "; ") + row.reason;
}

std::string previewOf(const PeoplePlan& plan) {
    TextTable table({"Line", "Name", "Will be", "What"});
    for (const PlannedRow& row : plan.rows)
        table.add({std::to_string(row.line), row.person.name, std::string(name(row.kind)), described(row)});
    std::string text = table.toString();
    for (const catalog::Cohort& cohort : plan.cohorts)
        text += "New cohort: " + cohort.name + "\n";
    for (const std::string& column : plan.ignored)
        text += "Not taken: the column \"" + column + "\"\n";
    return text;
}

Result<Outcome> importPeople(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const std::string bytes = TRY(readWholeFile(wanted.file));
    const PeoplePlan plan = TRY(planPeople(bytes, TRY(snapshotForImport(catalog))));
    Outcome outcome{planDocument(plan), previewOf(plan)};
    outcome.document["import"] = nullptr;
    if (wanted.dryRun || !plan.doesSomething()) {
        outcome.text += "Nothing was changed.\n";
        return outcome;
    }
    const auto done = TRY(applyPlan(catalog, plan, std::filesystem::path(wanted.file).filename().string()));
    outcome.document["import"] = importDocument(done);
    outcome.text += std::to_string(plan.count(PlannedRow::Kind::Added)) + " added, " +
                    std::to_string(plan.count(PlannedRow::Kind::Changed)) + " changed, " +
                    std::to_string(plan.count(PlannedRow::Kind::Refused)) +
                    " refused. people undo takes it back.\n";
    return outcome;
}

Result<Outcome> listImports(Invocation& invocation) {
    Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "File", "When", "Steps", ""});
    for (const catalog::PeopleImport& import : TRY(catalog.peopleImports().all())) {
        outcome.document.push_back(importDocument(import));
        table.add({shortId(import.id.toString()), import.file, localMinute(import.at.milliseconds),
                   std::to_string(import.steps.size()), import.undone ? "taken back" : ""});
    }
    outcome.text = table.toString();
    return outcome;
}

/// By id or its end; the last one that stands for an empty text.
Result<catalog::PeopleImport> importNamed(Catalog& catalog, const std::string& text) {
    constexpr std::size_t kLeast = 6;
    for (const catalog::PeopleImport& import : TRY(catalog.peopleImports().all())) {
        if (text.empty() ? !import.undone : text.size() >= kLeast && import.id.toString().ends_with(text))
            return import;
    }
    return Error{ErrorCode::NotFound,
                 text.empty() ? "no import is left to take back" : "there is no import \"" + text + "\"", 0};
}

Result<Outcome> undo(Invocation& invocation, const std::string& text) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto import = TRY(importNamed(catalog, text));
    const PeopleUndo done = TRY(undoImport(catalog, import.id));
    Outcome outcome{{{"id", import.id.toString()}, {"taken_back", done.takenBack}, {"kept", done.kept}},
                    std::to_string(done.takenBack) + " things of " + import.file + " are taken back.\n"};
    for (const std::string& sentence : done.kept)
        outcome.text += sentence + "\n";
    return outcome;
}

Result<Outcome> exportPeople(Invocation& invocation, const std::string& file) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto people = TRY(catalog.people().all());
    TRY(writeWholeFile(file, TRY(peopleAsCsv(catalog, people))));
    return Outcome{{{"file", absoluteName(file)}, {"people", people.size()}},
                   std::to_string(people.size()) + " people are in " + file + ".\n"};
}

} // namespace

void addPeopleFileCommands(const Command& people) {
    const Command import = people.add("import", "Brings people, cohorts and pairs in from a CSV file");
    const auto wanted = std::make_shared<Wanted>();
    import.text("FILE", wanted->file, "", "A table with a column of names", Command::Need::Required);
    import.flag("--dry-run", wanted->dryRun, "Says row by row what would happen, and changes nothing");
    import.runs([wanted](Invocation& invocation) { return importPeople(invocation, *wanted);
});

people.add("imports", "The imports there were").runs(listImports);

const Command back = people.add("undo", "Takes an import back as a whole, the last one if none is named");
const auto which = std::make_shared<std::string>();
back.text("IMPORT", *which, "", "Its id or six or more characters of its end");
back.runs([which](Invocation& invocation) { return undo(invocation, *which); });

const Command out = people.add("export", "Writes everybody into a CSV file that import reads again");
const auto file = std::make_shared<std::string>();
out.output(*file, "The file to write");
out.runs([file](Invocation& invocation) { return exportPeople(invocation, *file); });
} // namespace mockingbird::studio

} // namespace mockingbird::studio
