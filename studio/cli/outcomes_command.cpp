// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/programme.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Programme;

struct Wanted {
    std::string person;
    std::string outcome;
    std::string kind;
    std::string on;
    std::vector<std::string> words;
    bool noWords = false;
};

nlohmann::json document(const catalog::Outcome& became) {
    return {{"id", became.id.toString()},
            {"person", became.person.toString()},
            {"kind", catalog::name(became.kind)},
            {"on", became.on},
            {"text", became.text},
            {"entered_by",
             became.author.isNull() ? nlohmann::json(nullptr) : reference(became.author, became.authorName)}};
}

Result<catalog::Person> personOf(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    return wanted.person.empty() ? Result<catalog::Person>(actor) : catalog.people().find(wanted.person);
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    const auto person = TRY(personOf(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Day", "Outcome", "What"});
    for (const catalog::Outcome& became : TRY(Programme(catalog).outcomes().ofPerson(person.id))) {
        outcome.document.push_back(document(became));
        table.add(
            {shortId(became.id.toString()), became.on, std::string(catalog::name(became.kind)), became.text});
    }
    outcome.text = table.empty() ? person.name + " has no outcomes.\n" : table.toString();
    return outcome;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    const auto person = TRY(personOf(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    catalog::Outcome became;
    became.person = person.id;
    became.kind = TRY(catalog::parseOutcomeKind(wanted.kind));
    became.on = wanted.on;
    became.text = joined(wanted.words);
    became = TRY(Programme(catalog).outcomes().add(became));
    return Outcome{document(became),
                   person.name + ": " + std::string(catalog::name(became.kind)) + ", " + became.on + ".\n"};
}

Result<Outcome> change(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto store = Programme(catalog).outcomes();
    catalog::Outcome became = TRY(store.find(wanted.outcome));
    if (!wanted.kind.empty())
        became.kind = TRY(catalog::parseOutcomeKind(wanted.kind));
    if (!wanted.on.empty())
        became.on = wanted.on;
    if (!wanted.words.empty() && wanted.noWords)
        return Error{ErrorCode::InvalidArgument, "either with other words or without any", 0};
    if (!wanted.words.empty() || wanted.noWords)
        became.text = joined(wanted.words);
    became = TRY(Programme(catalog).outcomes().change(became));
    return Outcome{document(became), "Changed.\n"};
}

Result<Outcome> remove(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    auto store = Programme(catalog).outcomes();
    const catalog::Outcome became = TRY(store.find(wanted.outcome));
    TRY(store.remove(became.id));
    return Outcome{document(became), "Removed; restore " + became.id.toString() + " brings it back.\n"};
}

Result<Outcome> restore(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    auto store = Programme(catalog).outcomes();
    const auto id = TRY(catalog::OutcomeId::parse(wanted.outcome));
    TRY(store.restore(id));
    return Outcome{document(TRY(store.byId(id))), "It is back.\n"};
}

} // namespace

void addOutcomesCommand(CommandSet& commands) {
    const Command all = commands.add("outcomes", "What became of somebody: applied, interviewed, promoted, "
                                                 "conference, project, training");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--person", wanted->person, "PERSON", "Whose; else your own");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });

    const Command made = all.add("add", "Notes one");
    made.text("KIND", wanted->kind, "KIND", "applied, interviewed, promoted, conference, project or training",
              Command::Need::Required);
    made.words("TEXT", wanted->words, "For what, in a few words", Command::Need::Optional);
    made.text("--person", wanted->person, "PERSON", "Whose; else your own");
    made.text("--on", wanted->on, "DAY", "Such as 2026-09-01; else today");
    made.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });

    const Command changed = all.add("change", "Changes what is given");
    changed.text("OUTCOME", wanted->outcome, "OUTCOME", "Its id, or a part of it", Command::Need::Required);
    changed.words("TEXT", wanted->words, "Other words", Command::Need::Optional);
    changed.flag("--no-text", wanted->noWords, "Without any");
    changed.text("--kind", wanted->kind, "KIND", "Another kind");
    changed.text("--on", wanted->on, "DAY", "Another day");
    changed.runs([wanted](Invocation& invocation) { return change(invocation, *wanted); });

    const Command removed = all.add("remove", "Takes one out");
    removed.text("OUTCOME", wanted->outcome, "OUTCOME", "Its id, or a part of it", Command::Need::Required);
    removed.runs([wanted](Invocation& invocation) { return remove(invocation, *wanted); });

    const Command restored = all.add("restore", "Brings a removed one back");
    restored.text("ID", wanted->outcome, "ID", "Its whole id", Command::Need::Required);
    restored.runs([wanted](Invocation& invocation) { return restore(invocation, *wanted); });
}

} // namespace mockingbird::studio
