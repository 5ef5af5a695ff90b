// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

struct Filter {
    std::string mentee;
    std::string kit;
    int limit = 0; ///< 0 for all
};

Result<Outcome> list(Invocation& invocation, const Filter& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    catalog::SessionFilter filter;
    if (!wanted.mentee.empty())
        filter.mentee = TRY(catalog.people().find(wanted.mentee)).id;
    if (!wanted.kit.empty())
        filter.kit = TRY(catalog.kits().find(wanted.kit)).id;
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Held", "Mentee", "Kit", "Attempt", "Mode", "Length", "State"});
    const auto sessions = wanted.limit > 0 ? TRY(catalog.sessions().page(filter, wanted.limit))
                                           : TRY(catalog.sessions().all(filter));
    for (const catalog::Session& session : sessions) {
        MediaTime length;
        for (const auto& recording : TRY(catalog.recordings().ofSession(session.id)))
            length += recording.duration;
        table.add({shortId(session.id.toString()), localMinute(session.startedAt.milliseconds),
                   session.menteeName, session.kitName, std::to_string(session.attempt),
                   std::string(catalog::name(session.mode)), length.toShortString(), session.state});
        outcome.document.push_back(TRY(sessionDocument(catalog, session)));
    }
    outcome.text = table.empty() ? "There is no session yet. record makes one.\n" : table.toString();
    return outcome;
}

} // namespace

void addSessionsCommand(CommandSet& commands) {
    const Command sessions = commands.add("sessions", "The sessions, newest first");
    const auto filter = std::make_shared<Filter>();
    sessions.text("--mentee", filter->mentee, "P", "Only this person's");
    sessions.text("--kit", filter->kit, "K", "Only those held with this kit");
    sessions.number("--limit", filter->limit, "Only so many, the newest");
    sessions.runs([filter](Invocation& invocation) { return list(invocation, *filter); });
}

} // namespace mockingbird::studio
