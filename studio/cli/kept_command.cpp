// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/programme.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::CommitmentId;
using catalog::Programme;
using catalog::TakenAlong;

struct Wanted {
    std::string person;
    std::string commitment;
    std::string session;
    std::optional<MediaTime> at;
    int part = 1;
};

nlohmann::json closingDocument(const catalog::CommitmentClosing& closing) {
    const bool shown = closing.moment.has_value();
    return {{"session", closing.session.toString()},
            {"held_at", closing.heldAt.toIso()},
            {"recording", shown ? nlohmann::json(closing.moment->recording.toString()) : nlohmann::json()},
            {"at", shown ? nlohmann::json(closing.moment->at.seconds()) : nlohmann::json()},
            {"closed_at", closing.closedAt.toIso()},
            {"by", closing.by.isNull() ? nlohmann::json() : reference(closing.by, closing.byName)}};
}

nlohmann::json document(const TakenAlong& taken) {
    return {{"id", taken.commitment.id.toString()},
            {"text", taken.commitment.text},
            {"session", taken.session.toString()},
            {"held_at", taken.heldAt.toIso()},
            {"kit", reference(taken.kit, taken.kitName)},
            {"rater", reference(taken.rater, taken.raterName)},
            {"kept", taken.closing ? closingDocument(*taken.closing) : nlohmann::json()}};
}

Result<catalog::Person> personOf(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    return wanted.person.empty() ? Result<catalog::Person>(actor) : catalog.people().find(wanted.person);
}

/// By its id, or a part of it among those of the person named.
Result<TakenAlong> commitmentOf(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto store = Programme(catalog).commitments();
    if (const auto whole = CommitmentId::parse(wanted.commitment))
        return store.byId(*whole);
    return store.find(wanted.commitment, TRY(personOf(invocation, wanted)).id);
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    const auto person = TRY(personOf(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Taken along", "Kept", "Commitment"});
    for (const TakenAlong& taken : TRY(Programme(catalog).commitments().ofMentee(person.id))) {
        outcome.document.push_back(document(taken));
        table.add({shortId(taken.commitment.id.toString()), localMinute(taken.heldAt.milliseconds),
                   taken.closing ? localMinute(taken.closing->heldAt.milliseconds) : "open",
                   taken.commitment.text});
    }
    outcome.text = table.empty() ? person.name + " has taken nothing along.\n" : table.toString();
    return outcome;
}

Result<Outcome> close(Invocation& invocation, const Wanted& wanted) {
    const TakenAlong taken = TRY(commitmentOf(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    std::optional<catalog::ShownMoment> moment;
    if (wanted.at)
        moment = catalog::ShownMoment{TRY(recordingOf(catalog, session, wanted.part)).id, *wanted.at};
    auto store = Programme(catalog).commitments();
    TRY(store.close(taken.commitment.id, session.id, moment));
    return Outcome{document(TRY(store.byId(taken.commitment.id))), "Kept: " + taken.commitment.text + "\n"};
}

Result<Outcome> reopen(Invocation& invocation, const Wanted& wanted) {
    const TakenAlong taken = TRY(commitmentOf(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    auto store = Programme(catalog).commitments();
    TRY(store.reopen(taken.commitment.id));
    return Outcome{document(TRY(store.byId(taken.commitment.id))),
                   "Open again: " + taken.commitment.text + "\n"};
}

} // namespace

void addKeptCommand(CommandSet& commands) {
    const Command all =
        commands.add("kept", "What somebody took along from each attempt, and which later one kept it");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--person", wanted->person, "PERSON", "Whose; else your own");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });

    const Command closed = all.add("close", "Says that a later attempt kept it");
    closed.text("COMMITMENT", wanted->commitment, "COMMITMENT", "Its id, or a part of it",
                Command::Need::Required);
    closed.text("--session", wanted->session, "SESSION", "The later attempt", Command::Need::Required);
    closed.time("--at", wanted->at, "The moment that shows it");
    closed.part(wanted->part);
    closed.text("--person", wanted->person, "PERSON", "Whose it is, where a part of its id is given");
    closed.runs([wanted](Invocation& invocation) { return close(invocation, *wanted); });

    const Command reopened = all.add("reopen", "Takes that back");
    reopened.text("COMMITMENT", wanted->commitment, "COMMITMENT", "Its id, or a part of it",
                  Command::Need::Required);
    reopened.text("--person", wanted->person, "PERSON", "Whose it is, where a part of its id is given");
    reopened.runs([wanted](Invocation& invocation) { return reopen(invocation, *wanted); });
}

} // namespace mockingbird::studio
