// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/recovery.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

Result<Outcome> recover(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    catalog.actAsStudio(); // as the window does at its start: whoever it belongs to
    Outcome outcome{nlohmann::json::array(), {}};
    for (const catalog::Recording& recording : TRY(recorder::recover(catalog))) {
        outcome.document.push_back(recordingDocument(catalog, recording));
        const auto session = TRY(catalog.sessions().byId(recording.session));
        outcome.text += session.menteeName + ", " + localMinute(session.startedAt.milliseconds) + ": ";
        outcome.text += recording.state == catalog::RecordingState::Lost
                            ? "nothing was kept before it was cut off.\n"
                            : recording.duration.toShortString() + " are whole again, " +
                                  readableBytes(recording.bytes) + ".\n";
    }
    if (outcome.document.empty())
        outcome.text = "No recording was cut off.\n";
    return outcome;
}

Result<Outcome> verify(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto problems = TRY(catalog.verify(invocation.telling("Checking")));
    invocation.progressInPlace("");
    Outcome outcome;
    outcome.document = {
        {"ok", problems.empty()}, {"problems", problems}, {"catalog", catalog.folder().string()}};
    for (const std::string& problem : problems)
        outcome.text += problem + "\n";
    if (problems.empty())
        outcome.text = "All is well with the catalog in " + catalog.folder().string() + ".\n";
    else
        outcome.failure =
            Error{ErrorCode::Corrupt,
                  "the check of " + catalog.folder().string() + " found " + std::to_string(problems.size()) +
                      (problems.size() == 1 ? " fault" : " faults"),
                  0};
    return outcome;
}

Result<Outcome> rebuild(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(catalog.rebuild(invocation.telling("Making the tables anew from the log")));
    invocation.progressInPlace("");
    Outcome outcome;
    outcome.document = {{"catalog", catalog.folder().string()}, {"revision", catalog.revision()}};
    outcome.text =
        "All tables of the catalog in " + catalog.folder().string() + " are made anew from its log.\n";
    return outcome;
}

} // namespace

void addUpkeepCommands(CommandSet& commands) {
    commands.add("recover", "Makes recordings whole again that were cut off").runs(recover);
    commands.add("verify", "Looks for damage in the catalog and its media").runs(verify);
    commands
        .add("rebuild", "Makes the catalog's tables anew from its log, where verify found that they differ")
        .runs(rebuild);
}

} // namespace mockingbird::studio
