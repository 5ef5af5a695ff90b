// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string note;
    std::vector<std::string> words;
    bool undo = false;
};

Result<Outcome> reply(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actor());
    const auto note = TRY(catalog.reviews().findNote(wanted.note));
    const auto added = TRY(catalog.reviews().addReply(note.id, joined(wanted.words)));
    return Outcome{replyDocument(added),
                   added.authorName + " replied to the note at " + note.at.toShortString() + ".\n"};
}

Result<Outcome> understood(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actor());
    const auto found = TRY(catalog.reviews().findNote(wanted.note));
    TRY(catalog.reviews().setUnderstood(found.id, !wanted.undo));
    const auto note = TRY(catalog.reviews().note(found.id));
    const auto session = TRY(catalog.sessions().byId(note.session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    const auto replies = TRY(catalog.reviews().replies(note.session));
    return Outcome{noteDocument(note, kit, replies),
                   "The note at " + note.at.toShortString() +
                       (note.understood ? " is marked as understood.\n" : " is not marked any more.\n")};
}

constexpr const char* kWhichNote = "Its id, or six or more characters of the end of it, as show prints them";

} // namespace

void addReplyCommands(CommandSet& commands) {
    const Command replying = commands.add("reply", "Answers a note");
    const auto answer = std::make_shared<Wanted>();
    replying.text("NOTE", answer->note, "", kWhichNote, Command::Need::Required);
    replying.words("TEXT", answer->words, "What is to be said");
    replying.runs([answer](Invocation& invocation) { return reply(invocation, *answer); });

    const Command marking = commands.add("understood", "Marks a note as understood; the mentee's alone");
    const auto mark = std::make_shared<Wanted>();
    marking.text("NOTE", mark->note, "", kWhichNote, Command::Need::Required);
    marking.flag("--undo", mark->undo, "Takes the mark off again");
    marking.runs([mark](Invocation& invocation) { return understood(invocation, *mark); });
}

} // namespace mockingbird::studio
