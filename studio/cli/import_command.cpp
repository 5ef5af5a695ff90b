// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/recording_store.h"
#include "recorder/filing/recovery.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::vector<std::string> files;
    std::string mentee;
    std::string kit;
    catalog::SessionMode mode = catalog::SessionMode::InPerson;
};

/// A session of its own for the file; none where it can't be read.
Result<catalog::Session> importOne(catalog::Catalog& catalog, const std::string& file,
                                   catalog::PersonId mentee, catalog::KitId kit, catalog::SessionMode mode) {
    const auto session = TRY(catalog.sessions().add(mentee, kit, mode));
    const auto recording = recorder::importRecording(catalog, session.id, file);
    if (!recording.ok()) {
        TRY(catalog.sessions().remove(session.id));
        return recording.error();
    }
    return catalog.sessions().byId(session.id);
}

Result<Outcome> importAll(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto mentee = TRY(invocation.mentee(wanted.mentee));
    const auto kit = TRY(invocation.kit(wanted.kit));
    TRY(invocation.actIfKnown());
    Outcome outcome{nlohmann::json::array()};
    for (const std::string& file : wanted.files) {
        invocation.progress("Copying " + file);
        const auto session = importOne(catalog, file, mentee.id, kit.id, wanted.mode);
        if (!session.ok() && outcome.document.empty())
            return session.error();
        if (!session.ok()) {
            // Those before it are in the catalog, and the document says which.
            outcome.failure = session.error();
            return outcome;
        }
        outcome.text += file + " is attempt " + std::to_string(session->attempt) + " of " +
                        session->menteeName + ", session " + session->id.toString() + ".\n";
        nlohmann::json document = TRY(sessionDocument(catalog, *session));
        document["warnings"] = nlohmann::json::array();
        for (const auto& recording : TRY(catalog.recordings().ofSession(session->id))) {
            if (recording.state != catalog::RecordingState::Salvaged)
                continue;
            const std::string warning = file + " is cut short: its first " +
                                        recording.duration.toShortString() +
                                        " could be read and are kept. The original was not touched.";
            document["warnings"].push_back(warning);
            outcome.text += warning + "\n";
        }
        outcome.document.push_back(std::move(document));
    }
    if (wanted.files.size() == 1)
        outcome.document = nlohmann::json(outcome.document.front());
    return outcome;
}

} // namespace

void addImportCommand(CommandSet& commands) {
    const Command command =
        commands.add("import", "Takes in recordings made elsewhere, one session for each file");
    const auto wanted = std::make_shared<Wanted>();
    command.words("FILE", wanted->files, "Video or sound files; they are copied");
    command.text("--mentee", wanted->mentee, "P", "Whose interview it is");
    command.text("--kit", wanted->kit, "K", "The kit it was held with");
    command.mode(wanted->mode);
    command.runs([wanted](Invocation& invocation) { return importAll(invocation, *wanted); });
}

} // namespace mockingbird::studio
