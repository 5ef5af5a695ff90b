// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

struct NewNote {
    std::string session;
    std::optional<MediaTime> at;
    std::optional<MediaTime> until;
    std::string criterion;
    std::string question;
    bool isPrivate = false;
    std::vector<std::string> tags;
    std::vector<std::string> words;
    int part = 1;
};

Result<Outcome> addNote(Invocation& invocation, const NewNote& wanted) {
    if (wanted.words.empty() && wanted.tags.empty())
        return Error{ErrorCode::InvalidArgument, "a note needs a text, or a tag", 0};
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    const auto recording = TRY(recordingOf(catalog, session, wanted.part));
    catalog::Note note;
    note.recording = recording.id;
    note.at = wanted.at.value_or(MediaTime{});
    note.until = wanted.until;
    note.tags = wanted.tags;
    note.text = joined(wanted.words);
    note.audience = wanted.isPrivate ? catalog::NoteAudience::Private : catalog::NoteAudience::Shared;
    note.question = TRY(questionOf(kit, wanted.question));
    if (!wanted.criterion.empty())
        note.criterion = TRY(criterionOf(kit, wanted.criterion)).id;
    TRY(invocation.actor());
    // A note that is refused doesn't leave a review without a word behind.
    std::optional<catalog::Note> added;
    const auto work = [&]() -> Result<void> {
        const auto review = TRY(catalog.reviews().mine(session.id));
        added = TRY(catalog.reviews().addNote(review.id, note));
        return {};
    };
    TRY(catalog.atomically(work));
    return Outcome{noteDocument(*added, kit), "Noted at " + added->at.toShortString() + " by " +
                                                  added->authorName +
                                                  (wanted.isPrivate ? ", for nobody else to read" : "") +
                                                  " [" + shortId(added->id.toString()) + "].\n"};
}

} // namespace

void addNoteCommand(CommandSet& commands) {
    const Command command =
        commands.add("note", "Notes something at a moment, or over a range, of a session");
    const auto note = std::make_shared<NewNote>();
    command.session(note->session);
    command.time("--at", note->at, "The moment", Command::Need::Required);
    command.time("--until", note->until, "The end, where it is about a range");
    command.text("--criterion", note->criterion, "C",
                 "What it is about: a name, an id, or its number in the rubric");
    command.text("--question", note->question, "N",
                 "The question it belongs to: its number in the kit, or its id");
    command.flag("--private", note->isPrivate, "For nobody else to read, ever");
    command.texts("--tag", note->tags, "TEXT", "A word to find it by; repeatable");
    command.part(note->part);
    command.words("TEXT", note->words, "What is to be said; a tag alone will do", Command::Need::Optional);
    command.runs([note](Invocation& invocation) { return addNote(invocation, *note); });
}

} // namespace mockingbird::studio
