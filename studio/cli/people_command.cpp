// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

struct NewPerson {
    std::string name;
    std::set<catalog::Role> roles;
    std::string classification;
    std::string branch;
};

std::string listed(const std::set<catalog::Role>& roles) {
    std::string text;
    for (const catalog::Role role : roles)
        text.append(text.empty() ? "" : ", ").append(catalog::name(role));
    return text;
}

Result<Outcome> list(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Name", "Roles", "Classification", "Branch"});
    for (const catalog::Person& person : TRY(catalog.people().all())) {
        outcome.document.push_back(personDocument(person));
        table.add({shortId(person.id.toString()), person.name, listed(person.roles), person.classification,
                   person.branch});
    }
    outcome.text = table.toString();
    return outcome;
}

Result<Outcome> addPerson(Invocation& invocation, const NewPerson& person) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto added =
        TRY(catalog.people().add(person.name, person.roles, person.classification, person.branch));
    return Outcome{personDocument(added), added.name + " is in the catalog now.\n"};
}

} // namespace

void addPeopleCommand(CommandSet& commands) {
    const Command people = commands.add("people", "The people of the programme");
    people.runs(list);

    const Command add = people.add("add", "Adds a person");
    const auto person = std::make_shared<NewPerson>();
    add.text("NAME", person->name, "", "What they are called", Command::Need::Required);
    add.roles(person->roles);
    add.text("--classification", person->classification, "TEXT", "Their present position");
    add.text("--branch", person->branch, "TEXT", "Where they work");
    add.runs([person](Invocation& invocation) { return addPerson(invocation, *person); });
}

} // namespace mockingbird::studio
