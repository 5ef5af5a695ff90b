// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/programme_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Catalog;

struct Wanted {
    std::string field;
    std::string name;
    std::string kind = "text";
    std::string audience;
};

Result<Outcome> list(Invocation& invocation) {
    Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Field", "Kind", "Who sees it"});
    for (const catalog::PersonField& field : TRY(catalog.fields().all())) {
        outcome.document.push_back(fieldDocument(field));
        table.add(
            {field.name, std::string(catalog::name(field.kind)), std::string(catalog::name(field.audience))});
    }
    outcome.text = table.toString();
    return outcome;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto audience = wanted.audience.empty()
                              ? std::string(catalog::name(catalog::FieldAudience::SelfAndCoordinators))
                              : wanted.audience;
    const auto field = TRY(catalog.fields().add(wanted.name, TRY(catalog::parseFieldKind(wanted.kind)),
                                                TRY(catalog::parseFieldAudience(audience))));
    return Outcome{fieldDocument(field), "There is a field \"" + field.name + "\" now.\n"};
}

Result<Outcome> change(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    auto field = TRY(catalog.fields().find(wanted.field));
    if (!wanted.name.empty())
        field.name = wanted.name;
    if (!wanted.audience.empty())
        field.audience = TRY(catalog::parseFieldAudience(wanted.audience));
    field = TRY(catalog.fields().change(field));
    return Outcome{fieldDocument(field), "\"" + field.name + "\" is changed.\n"};
}

Result<Outcome> remove(Invocation& invocation, const std::string& text) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto field = TRY(catalog.fields().find(text));
    TRY(catalog.fields().remove(field.key));
    return Outcome{fieldDocument(field), "\"" + field.name + "\" is asked no more; people fields restore " +
                                             field.key + " takes that back.\n"};
}

Result<Outcome> restore(Invocation& invocation, const std::string& key) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    TRY(catalog.fields().restore(key));
    const auto field = TRY(catalog.fields().find(key));
    return Outcome{fieldDocument(field), "\"" + field.name + "\" is back.\n"};
}

constexpr const char* kAudiences = "self|coordinators|self-and-coordinators|pair|everyone";

} // namespace

void addFieldCommands(const Command& people) {
    const Command fields = people.add("fields", "What may be known of people besides, and who sees it");
    fields.runs(list);

    const Command adds = fields.add("add", "Adds a field");
    const auto added = std::make_shared<Wanted>();
    adds.text("NAME", added->name, "", "What it is called", Command::Need::Required);
    adds.text("--kind", added->kind, "text|long-text|day|number", "What it takes; text");
    adds.text("--audience", added->audience, kAudiences, "Who sees it; self-and-coordinators");
    adds.runs([added](Invocation& invocation) { return add(invocation, *added); });

    const Command changes = fields.add("change", "Renames a field, or marks who sees it");
    const auto changed = std::make_shared<Wanted>();
    changes.text("FIELD", changed->field, "", "Its name or id", Command::Need::Required);
    changes.text("--name", changed->name, "TEXT", "What it is called now");
    changes.text("--audience", changed->audience, kAudiences, "Who sees it");
    changes.runs([changed](Invocation& invocation) { return change(invocation, *changed); });

    const Command removes = fields.add("remove", "Takes an added field away; what it says is kept");
    const auto removed = std::make_shared<std::string>();
    removes.text("FIELD", *removed, "", "Its name or id", Command::Need::Required);
    removes.runs([removed](Invocation& invocation) { return remove(invocation, *removed); });

    const Command restores = fields.add("restore", "Brings a removed field back");
    const auto restored = std::make_shared<std::string>();
    restores.text("ID", *restored, "", "Its whole id", Command::Need::Required);
    restores.runs([restored](Invocation& invocation) { return restore(invocation, *restored); });
}

} // namespace mockingbird::studio
