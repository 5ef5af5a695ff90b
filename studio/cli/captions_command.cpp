// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/caption_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

#include <filesystem>

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::string file;
    std::string language;
    int part = 1;
    bool remove = false;
};

std::string cuesText(const catalog::Captions& captions) {
    std::string text;
    for (const catalog::Cue& cue : captions.cues) {
        text += cue.start.toShortString() + "  ";
        if (!cue.speaker.empty())
            text += cue.speaker + ": ";
        for (const char letter : cue.text)
            text += letter == '\n' ? ' ' : letter;
        text += '\n';
    }
    return text;
}

Result<Outcome> captions(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto recording = TRY(recordingOf(catalog, session, wanted.part));
    TRY(invocation.actIfKnown());
    if (wanted.remove && !wanted.file.empty())
        return Error{ErrorCode::InvalidArgument, "captions are either taken in or removed", 0};
    if (!wanted.file.empty()) {
        const auto cues = TRY(review::readCaptions(wanted.file));
        const auto set = TRY(catalog.captions().set(
            recording.id, wanted.language, std::filesystem::path(wanted.file).filename().string(), cues));
        return Outcome{captionsDocument(set, CaptionDetail::Count),
                       "The recording has " + std::to_string(set.cues.size()) + " captions now.\n"};
    }
    const auto known = TRY(catalog.captions().ofRecording(recording.id));
    if (!known)
        return Error{ErrorCode::NotFound, "the recording has no captions", 0};
    if (!wanted.remove)
        return Outcome{captionsDocument(*known, CaptionDetail::Cues), cuesText(*known)};
    TRY(catalog.captions().remove(recording.id));
    return Outcome{captionsDocument(*known, CaptionDetail::Count), "The captions are removed.\n"};
}

} // namespace

void addCaptionsCommand(CommandSet& commands) {
    const Command command =
        commands.add("captions", "Takes in the captions of a recording (WebVTT or SubRip), or prints them");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.text("FILE", wanted->file, "", "A file ending in .vtt or .srt; replaces what was there");
    command.text("--language", wanted->language, "L", "Such as en or pt-BR");
    command.part(wanted->part);
    command.flag("--remove", wanted->remove, "Removes them");
    command.runs([wanted](Invocation& invocation) { return captions(invocation, *wanted); });
}

} // namespace mockingbird::studio
