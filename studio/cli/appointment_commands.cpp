// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/local_time.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Appointment;
using catalog::AppointmentKind;
using catalog::Preparation;

struct Wanted {
    std::string appointment;
    std::string mentee;
    std::string at;
    std::string kit;
    std::string mode;
    std::string place;
    std::string panel;
    std::string reason;
    std::string session;
    std::optional<int> minutes;
    bool real = false;
    bool all = false;
    bool none = false;
};

nlohmann::json document(const Appointment& one) {
    return {
        {"id", one.id.toString()},
        {"mentee", reference(one.mentee, one.menteeName)},
        {"kind", catalog::name(one.kind)},
        {"at", one.at.toIso()},
        {"minutes", one.minutes},
        {"kit", one.kit.isNull() ? nlohmann::json(nullptr) : reference(one.kit, one.kitName)},
        {"mode", catalog::name(one.mode)},
        {"place", one.place},
        {"panel", one.panel},
        {"changes", one.sequence},
        {"cancelled", one.cancelled},
        {"reason", one.reason},
        {"session", one.session.isNull() ? nlohmann::json(nullptr) : nlohmann::json(one.session.toString())}};
}

std::string state(const Appointment& one) {
    if (one.cancelled)
        return "cancelled";
    return one.session.isNull() ? "" : "held";
}

Outcome told(const Appointment& one, const std::string& what) {
    return Outcome{document(one), "The interview of " + one.menteeName + ", " +
                                      localMinute(one.at.milliseconds) + ", " + what + ".\n"};
}

/// Those of a mentee; without one, the acting person's own and those ahead of whom they accompany.
Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto store = Preparation(catalog).appointments();
    std::vector<Appointment> found;
    if (!wanted.mentee.empty()) {
        found = TRY(store.of(TRY(catalog.people().find(wanted.mentee)).id));
    } else {
        found = TRY(store.of(actor.id));
        for (Appointment& one : TRY(store.aheadOfMentees(WallTime::now(), 1000)))
            if (one.mentee != actor.id)
                found.push_back(std::move(one));
    }
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "When", "Mentee", "What", "Kit", "Where", "State"});
    for (const Appointment& one : found) {
        if (one.cancelled && !wanted.all)
            continue;
        outcome.document.push_back(document(one));
        table.add({shortId(one.id.toString()), localMinute(one.at.milliseconds), one.menteeName,
                   std::string(catalog::name(one.kind)), one.kitName, one.place, state(one)});
    }
    outcome.text = table.empty() ? "No interview is noted.\n" : table.toString();
    return outcome;
}

Result<Appointment> changed(catalog::Catalog& catalog, Appointment one, const Wanted& wanted) {
    if (!wanted.at.empty())
        one.at = TRY(parseLocalTime(wanted.at));
    if (wanted.minutes)
        one.minutes = *wanted.minutes;
    if (!wanted.kit.empty()) {
        const auto kit = TRY(catalog.kits().find(wanted.kit));
        one.kit = kit.id;
    }
    if (!wanted.mode.empty())
        one.mode = TRY(catalog::parseSessionMode(wanted.mode));
    if (!wanted.place.empty())
        one.place = wanted.place;
    if (!wanted.panel.empty())
        one.panel = wanted.panel;
    if (wanted.real)
        one.kind = AppointmentKind::Real;
    return one;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Appointment one;
    one.mentee = TRY(catalog.people().find(wanted.mentee)).id;
    one = TRY(changed(catalog, one, wanted));
    return told(TRY(Preparation(catalog).appointments().make(one)), "is noted");
}

Result<Appointment> found(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto store = Preparation(catalog).appointments();
    const auto own = store.find(wanted.appointment, actor.id);
    if (own.ok() || own.error().code != ErrorCode::NotFound)
        return own;
    return store.find(wanted.appointment); // the next of those whom they accompany
}

Result<Outcome> move(Invocation& invocation, const Wanted& wanted) {
    const Appointment one = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    return told(TRY(Preparation(catalog).appointments().change(TRY(changed(catalog, one, wanted)))),
                "is changed");
}

Result<Outcome> cancel(Invocation& invocation, const Wanted& wanted) {
    const Appointment one = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    return told(TRY(Preparation(catalog).appointments().cancel(one.id, wanted.reason)), "is cancelled");
}

Result<Outcome> restore(Invocation& invocation, const Wanted& wanted) {
    const Appointment one = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    return told(TRY(Preparation(catalog).appointments().restore(one.id)), "is taken up again");
}

Result<Outcome> hold(Invocation& invocation, const Wanted& wanted) {
    const Appointment one = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    if (wanted.none != wanted.session.empty())
        return Error{ErrorCode::InvalidArgument, "either the session that came of it is named, or --none", 0};
    const auto session = wanted.none ? catalog::SessionId{} : TRY(catalog.sessions().find(wanted.session)).id;
    return told(TRY(Preparation(catalog).appointments().hold(one.id, session)),
                wanted.none ? "has no recording" : "was held");
}

Result<Outcome> history(Invocation& invocation, const Wanted& wanted) {
    const Appointment one = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"When", "What", "Who", "For", "Reason"});
    for (const auto& change : TRY(Preparation(catalog).appointments().history(one.id))) {
        const bool timed = change.at.milliseconds != 0;
        outcome.document.push_back(
            {{"made_at", change.madeAt.toIso()},
             {"kind", change.kind},
             {"author", change.author},
             {"at", timed ? nlohmann::json(change.at.toIso()) : nlohmann::json(nullptr)},
             {"place", change.place},
             {"reason", change.reason}});
        table.add({localMinute(change.madeAt.milliseconds), change.kind, change.author,
                   timed ? localMinute(change.at.milliseconds) : "", change.reason});
    }
    outcome.text = table.toString();
    return outcome;
}

void details(const Command& command, Wanted& wanted, Command::Need time) {
    command.text("--at", wanted.at, "TIME", "Such as \"2026-03-01 14:30\"", time);
    command.text("--kit", wanted.kit, "KIT", "The kit, where it is known");
    command.number("--minutes", wanted.minutes, "How long it takes about");
    command.text("--mode", wanted.mode, "MODE", "in-person, virtual or solo");
    command.text("--place", wanted.place, "TEXT", "A room, or the link of a call");
    command.text("--panel", wanted.panel, "TEXT", "Who asks");
    command.flag("--real", wanted.real, "It is the one that decides");
}

} // namespace

void addAppointmentCommands(CommandSet& commands) {
    const Command all =
        commands.add("appointments", "When interviews are: one's own, and of those one accompanies");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--mentee", wanted->mentee, "PERSON", "Whose");
    all.flag("--all", wanted->all, "Cancelled ones, too");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });

    const Command made = all.add("add", "Notes one");
    made.text("MENTEE", wanted->mentee, "", "Whose interview it is", Command::Need::Required);
    details(made, *wanted, Command::Need::Required);
    made.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });

    using Action = Result<Outcome> (*)(Invocation&, const Wanted&);
    const auto one = [&](const char* name, const char* description, Action action) {
        const Command command = all.add(name, description);
        command.text("APPOINTMENT", wanted->appointment, "", "An id, a part of it, or next",
                     Command::Need::Required);
        command.runs([wanted, action](Invocation& invocation) { return action(invocation, *wanted); });
        return command;
    };
    details(one("move", "Changes what is given; the rest stays", move), *wanted, Command::Need::Optional);
    one("cancel", "Calls it off", cancel).text("--reason", wanted->reason, "TEXT", "Why");
    one("restore", "Takes a cancelled one up again", restore);
    const Command bound = one("hold", "Notes the session that came of it", hold);
    bound.text("SESSION", wanted->session, "", "An id, a part of it, or last");
    bound.flag("--none", wanted->none, "It has none after all");
    one("history", "Who made and changed it", history);
}

} // namespace mockingbird::studio
