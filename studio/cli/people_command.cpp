// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/programme_documents.h"
#include "studio/cli/text_table.h"
#include "studio/people_file/people_filter.h"
#include "studio/people_file/people_plan.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Catalog;
using catalog::Person;

struct Sought {
    std::string words;
    std::set<catalog::Role> roles;
    std::string branch;
    std::string classification;
    std::string employment;
    std::string cohort;
};

/// What `add` and `change` say of a person.
struct Told {
    std::string person; ///< who is changed
    std::string name;
    std::set<catalog::Role> roles;
    std::string classification;
    std::string branch;
    std::optional<int> extraTime;
    std::string largerText;
    std::vector<std::string> fields; ///< FIELD=VALUE
};

Result<Outcome> list(Invocation& invocation, const Sought& sought) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    PeopleFilter filter{sought.words, {}, sought.branch, sought.classification, {}, {}};
    if (!sought.employment.empty())
        filter.employment = TRY(
            catalog::checkedValue(TRY(catalog.fields().find(catalog::kEmploymentField)), sought.employment));
    if (!sought.cohort.empty())
        filter.cohort = TRY(findCohort(catalog, sought.cohort)).id;
    const auto entries = TRY(peopleEntries(catalog));
    const auto values = TRY(catalog.fields().values());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Name", "Roles", "Classification", "Branch", "Employment"});
    for (const std::size_t at : fitting(entries, filter)) {
        const PersonEntry& entry = entries[at];
        const Person& person = entry.person;
        const bool holdsAll = std::all_of(sought.roles.begin(), sought.roles.end(),
                                          [&](catalog::Role role) { return person.roles.contains(role); });
        if (!holdsAll)
            continue;
        const auto known = values.find(person.id);
        outcome.document.push_back(
            describedPerson(person, known == values.end() ? catalog::PersonValues{} : known->second));
        table.add({shortId(person.id.toString()), person.name, listed(person.roles), person.classification,
                   person.branch, entry.employment});
    }
    outcome.text = table.empty() ? "Nobody fits.\n" : table.toString();
    return outcome;
}

Result<catalog::PersonValues> valuesIn(Catalog& catalog, const std::vector<std::string>& told) {
    catalog::PersonValues values;
    for (const std::string& one : told) {
        const auto equals = one.find('=');
        if (equals == std::string::npos)
            return Error{ErrorCode::InvalidArgument, "\"" + one + "\" sets nothing; say it as FIELD=VALUE",
                         0};
        values[TRY(catalog.fields().find(one.substr(0, equals))).key] = one.substr(equals + 1);
    }
    return values;
}

Result<bool> yesOrNo(const std::string& text) {
    if (text == "yes" || text == "no")
        return text == "yes";
    return Error{ErrorCode::InvalidArgument, "larger text is yes or no", 0};
}

Result<Outcome> addPerson(Invocation& invocation, const Told& told) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto values = TRY(valuesIn(catalog, told.fields));
    Person person;
    TRY(catalog.atomically([&]() -> Result<void> {
        person = TRY(catalog.people().add(told.name, told.roles, told.classification, told.branch));
        if (told.extraTime || !told.largerText.empty()) {
            person.accommodations.extraTimePercent = told.extraTime.value_or(0);
            person.accommodations.largerText = !told.largerText.empty() && TRY(yesOrNo(told.largerText));
            person = TRY(catalog.people().change(person));
        }
        return catalog.fields().describe(person.id, values);
    }));
    return Outcome{describedPerson(person, TRY(catalog.fields().valuesOf(person.id))),
                   person.name + " is in the catalog now.\n"};
}

Result<Outcome> changePerson(Invocation& invocation, const Told& told) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Person before = TRY(catalog.people().find(told.person));
    Person person = before;
    if (!told.name.empty())
        person.name = told.name;
    if (!told.roles.empty())
        person.roles = told.roles;
    if (!told.classification.empty())
        person.classification = told.classification;
    if (!told.branch.empty())
        person.branch = told.branch;
    if (told.extraTime)
        person.accommodations.extraTimePercent = *told.extraTime;
    if (!told.largerText.empty())
        person.accommodations.largerText = TRY(yesOrNo(told.largerText));
    const auto values = TRY(valuesIn(catalog, told.fields));
    TRY(catalog.atomically([&]() -> Result<void> {
        const bool same = person.name == before.name && person.roles == before.roles &&
                          person.classification == before.classification && person.branch == before.branch &&
                          person.accommodations == before.accommodations;
        if (!same)
            person = TRY(catalog.people().change(person));
        return catalog.fields().describe(person.id, values);
    }));
    return Outcome{describedPerson(person, TRY(catalog.fields().valuesOf(person.id))),
                   person.name + " is changed.\n"};
}

Result<Outcome> removePerson(Invocation& invocation, const std::string& name) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Person person = TRY(catalog.people().find(name));
    TRY(catalog.people().remove(person.id));
    return Outcome{personDocument(person), person.name + " is in no list any more; people restore " +
                                               person.id.toString() + " takes that back.\n"};
}

Result<Outcome> restorePerson(Invocation& invocation, const std::string& text) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto id = TRY(catalog::PersonId::parse(text));
    TRY(catalog.people().restore(id));
    const Person person = TRY(catalog.people().byId(id));
    return Outcome{personDocument(person), person.name + " is back.\n"};
}

void addTelling(const Command& command, const std::shared_ptr<Told>& told) {
    command.roles(told->roles);
    command.text("--classification", told->classification, "TEXT", "Their present position");
    command.text("--branch", told->branch, "TEXT", "Where they work");
    command.number("--extra-time", told->extraTime, "Per cent more time in an interview");
    command.text("--larger-text", told->largerText, "yes|no", "Larger text of the questions");
    command.texts("--set", told->fields, "FIELD=VALUE", "What else is known; an empty value takes it back");
}

} // namespace

void addPeopleCommand(CommandSet& commands) {
    const Command people = commands.add("people", "The people of the programme");
    const auto sought = std::make_shared<Sought>();
    people.text("--search", sought->words, "WORDS", "Words in name, classification or branch");
    people.roles(sought->roles);
    people.text("--branch", sought->branch, "TEXT", "Who works there");
    people.text("--classification", sought->classification, "TEXT", "Who has that position");
    people.text("--employment", sought->employment, "full-time|part-time", "Who works so");
    people.text("--cohort", sought->cohort, "COHORT", "Who is in a pair of it that runs");
    people.runs([sought](Invocation& invocation) { return list(invocation, *sought); });

    const Command add = people.add("add", "Adds a person");
    const auto added = std::make_shared<Told>();
    add.text("NAME", added->name, "", "What they are called", Command::Need::Required);
    addTelling(add, added);
    add.runs([added](Invocation& invocation) { return addPerson(invocation, *added); });

    const Command change = people.add("change", "Changes what is named of a person");
    const auto changed = std::make_shared<Told>();
    change.text("PERSON", changed->person, "", "A name or an id", Command::Need::Required);
    change.text("--name", changed->name, "TEXT", "What they are called now");
    addTelling(change, changed);
    change.runs([changed](Invocation& invocation) { return changePerson(invocation, *changed); });

    const Command remove = people.add("remove", "Takes somebody added in error out of the lists");
    const auto removed = std::make_shared<std::string>();
    remove.text("PERSON", *removed, "", "A name or an id", Command::Need::Required);
    remove.runs([removed](Invocation& invocation) { return removePerson(invocation, *removed); });

    const Command restore = people.add("restore", "Brings somebody back who was removed");
    const auto restored = std::make_shared<std::string>();
    restore.text("ID", *restored, "", "Their whole id", Command::Need::Required);
    restore.runs([restored](Invocation& invocation) { return restorePerson(invocation, *restored); });

    addFieldCommands(people);
    addPeopleFileCommands(people);
}

} // namespace mockingbird::studio
