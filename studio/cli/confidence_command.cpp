// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Confidence;
using catalog::ConfidenceMoment;
using catalog::Preparation;

struct Wanted {
    std::string person;
    std::string before;
    std::string after;
    int level = 0;
    bool off = false;
};

nlohmann::json levelOf(const std::optional<Confidence>& said) {
    return said ? nlohmann::json(said->level) : nlohmann::json(nullptr);
}

std::string textOf(const std::optional<Confidence>& said) {
    return said ? std::to_string(said->level) : "-";
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto person = wanted.person.empty() ? actor : TRY(catalog.people().find(wanted.person));
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Session", "Began", "Before", "After"});
    for (const auto& one : TRY(Preparation(catalog).confidence().bySession(person.id))) {
        outcome.document.push_back({{"id", one.session.toString()},
                                    {"started_at", one.startedAt.toIso()},
                                    {"before", levelOf(one.before)},
                                    {"after", levelOf(one.after)}});
        table.add({shortId(one.session.toString()), localMinute(one.startedAt.milliseconds),
                   textOf(one.before), textOf(one.after)});
    }
    outcome.text = table.empty() ? "Nothing was said, or it isn't shared.\n" : table.toString();
    return outcome;
}

Result<Outcome> set(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    if (!wanted.before.empty() && !wanted.after.empty())
        return Error{ErrorCode::InvalidArgument, "it is either before or after a session", 0};
    const std::string& named = wanted.after.empty() ? wanted.before : wanted.after;
    const auto session = named.empty() ? catalog::SessionId{} : TRY(catalog.sessions().find(named)).id;
    const auto moment = wanted.after.empty() ? ConfidenceMoment::Before : ConfidenceMoment::After;
    const Confidence said =
        TRY(Preparation(catalog).confidence().set(actor.id, moment, wanted.level, session));
    return Outcome{
        {{"id", said.id.toString()},
         {"moment", catalog::name(said.moment)},
         {"level", said.level},
         {"session", session.isNull() ? nlohmann::json(nullptr) : nlohmann::json(session.toString())}},
        "Noted: " + std::to_string(said.level) + " of 10, " + std::string(catalog::name(said.moment)) +
            (session.isNull() ? " the next interview.\n" : " the interview.\n")};
}

Result<Outcome> share(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    TRY(Preparation(catalog).confidence().share(actor.id, !wanted.off));
    return Outcome{{{"id", actor.id.toString()}, {"shared", !wanted.off}},
                   wanted.off ? "These numbers are yours alone.\n"
                              : "Your mentor and liaison may see the numbers.\n"};
}

} // namespace

void addConfidenceCommand(CommandSet& commands) {
    const Command all = commands.add("confidence", "How confident you were before and after each session");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--person", wanted->person, "PERSON", "Somebody who shares theirs with you");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });
    const Command said = all.add("set", "Says it: before the next interview, or for a session");
    said.number("LEVEL", wanted->level, "1 to 10", Command::Need::Required);
    said.text("--before", wanted->before, "SESSION", "Before this session");
    said.text("--after", wanted->after, "SESSION", "After this session");
    said.runs([wanted](Invocation& invocation) { return set(invocation, *wanted); });
    const Command shown = all.add("share", "Lets your mentor and liaison see them");
    shown.flag("--off", wanted->off, "Not any more");
    shown.runs([wanted](Invocation& invocation) { return share(invocation, *wanted); });
}

} // namespace mockingbird::studio
