// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/recording_store.h"
#include "recorder/filing/recovery.h"
#include "review/captions/caption_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"
#include "studio/cli/text_table.h"

#include <filesystem>

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::vector<std::string> files;
    std::vector<std::string> captions; ///< of the first files
    std::string language;
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

/// The captions that came with a file.
struct Given {
    std::string source;
    std::vector<catalog::Cue> cues;
    std::string warning; ///< why those that lie beside it are not taken
};

/// Those named have to be readable, before anything is copied; those that merely lie there need not be.
Result<std::vector<Given>> givenCaptions(const Wanted& wanted) {
    if (wanted.captions.size() > wanted.files.size())
        return Error{ErrorCode::InvalidArgument, "there are more captions than files to import", 0};
    std::vector<Given> all;
    for (std::size_t i = 0; i < wanted.files.size(); ++i) {
        Given given;
        const bool named = i < wanted.captions.size();
        const std::filesystem::path file =
            named ? std::filesystem::path(wanted.captions[i]) : review::captionsBeside(wanted.files[i]);
        if (!file.empty()) {
            auto cues = review::readCaptions(file);
            given.source = file.filename().string();
            if (cues.ok())
                given.cues = std::move(cues).value();
            else if (named)
                return cues.error();
            else
                given.warning =
                    given.source + " lies beside it, and is not taken: " + cues.error().detail + ".";
        }
        all.push_back(std::move(given));
    }
    return all;
}

Result<Outcome> importAll(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto mentee = TRY(invocation.mentee(wanted.mentee));
    const auto kit = TRY(invocation.kit(wanted.kit));
    TRY(invocation.actIfKnown());
    const auto captions = TRY(givenCaptions(wanted));
    Outcome outcome{nlohmann::json::array()};
    for (std::size_t i = 0; i < wanted.files.size(); ++i) {
        const std::string& file = wanted.files[i];
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
        document["captions"] = nlohmann::json::array();
        if (!captions[i].warning.empty()) {
            document["warnings"].push_back(captions[i].warning);
            outcome.text += captions[i].warning + "\n";
        }
        for (const auto& recording : TRY(catalog.recordings().ofSession(session->id))) {
            if (!captions[i].cues.empty()) {
                const auto set = TRY(catalog.captions().set(recording.id, wanted.language, captions[i].source,
                                                            captions[i].cues));
                document["captions"].push_back(captionsDocument(set, CaptionDetail::Count));
                outcome.text += "With its captions from " + set.source + ".\n";
            }
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
    command.texts("--captions", wanted->captions, "FILE",
                  "Captions of the first, the second ... file; those of the same name beside it otherwise");
    command.text("--language", wanted->language, "L", "Of the captions, such as en");
    command.runs([wanted](Invocation& invocation) { return importAll(invocation, *wanted); });
}

} // namespace mockingbird::studio
