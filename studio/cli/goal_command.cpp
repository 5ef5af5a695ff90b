// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/goal_store.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string person;
    std::vector<std::string> words;
    bool clear = false;
};

Result<Outcome> goal(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(catalog.people().find(wanted.person));
    TRY(invocation.actIfKnown());
    const std::string text = joined(wanted.words);
    if (wanted.clear && !text.empty())
        return Error{ErrorCode::InvalidArgument, "a goal is either set or cleared", 0};
    if (wanted.clear || !text.empty())
        TRY(catalog.goals().set(person.id, text));
    const auto now = TRY(catalog.goals().of(person.id, WallTime::now()));
    return Outcome{{{"person", reference(person.id, person.name)},
                    {"text", now ? nlohmann::json(now->text) : nlohmann::json(nullptr)},
                    {"set_at", now ? nlohmann::json(now->setAt.toIso()) : nlohmann::json(nullptr)}},
                   now ? now->text + "\n" : person.name + " has no goal.\n"};
}

} // namespace

void addGoalCommand(CommandSet& commands) {
    const Command command = commands.add("goal", "What a person wants to do better; sets it, or says it");
    const auto wanted = std::make_shared<Wanted>();
    command.text("PERSON", wanted->person, "", "A name or an id", Command::Need::Required);
    command.words("TEXT", wanted->words, "The goal, in one sentence", Command::Need::Optional);
    command.flag("--clear", wanted->clear, "Takes it back");
    command.runs([wanted](Invocation& invocation) { return goal(invocation, *wanted); });
}

} // namespace mockingbird::studio
