// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/import_steps.h"

#include "studio/people_file/people_plan.h"
#include "studio/people_file/person_row.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Person;
using catalog::PersonValues;
using nlohmann::json;

constexpr std::string_view kFieldPrefix = "field:";

/// Everything of a person that an import can set, each as a text.
json flat(const Person& person, const PersonValues& values) {
    json all = {{"name", person.name},
                {"roles", listed(person.roles)},
                {"classification", person.classification},
                {"branch", person.branch},
                {"extra time", std::to_string(person.accommodations.extraTimePercent)},
                {"larger text", person.accommodations.largerText ? "yes" : "no"}};
    for (const auto& [key, value] : values)
        all[std::string(kFieldPrefix) + key] = value;
    return all;
}

std::string textIn(const json& all, const std::string& key) {
    const auto found = all.find(key);
    return found == all.end() ? std::string() : found->get<std::string>();
}

Result<void> setBack(Person& person, const std::string& key, const std::string& value) {
    if (key == "name")
        person.name = value;
    else if (key == "roles")
        person.roles = TRY(rolesIn(value));
    else if (key == "classification")
        person.classification = value;
    else if (key == "branch")
        person.branch = value;
    else if (key == "extra time")
        person.accommodations.extraTimePercent = std::stoi(value);
    else
        person.accommodations.largerText = value == "yes";
    return {};
}

} // namespace

json stepOf(const Person& added) {
    return {{"did", kPersonAdded}, {"person", added.id.toString()}, {"name", added.name}};
}

json stepOf(const Person& before, const PersonValues& valuesBefore, const Person& after,
            const PersonValues& valuesAfter) {
    json was = flat(before, valuesBefore);
    json is = flat(after, valuesAfter);
    json from = json::object();
    json to = json::object();
    for (const auto& [key, value] : is.items()) {
        if (textIn(was, key) == value.get<std::string>())
            continue;
        from[key] = textIn(was, key);
        to[key] = value;
    }
    return {{"did", kPersonChanged},
            {"person", after.id.toString()},
            {"name", after.name},
            {"from", std::move(from)},
            {"to", std::move(to)}};
}

json stepOf(const catalog::Cohort& added) {
    return {{"did", kCohortAdded}, {"cohort", added.id.toString()}, {"name", added.name}};
}

json stepOf(const catalog::Pair& made, std::size_t terms, const std::string& name) {
    return {{"did", kPairMade}, {"pair", made.id.toString()}, {"name", name}, {"terms", terms}};
}

catalog::PersonId addedPerson(const json& step) {
    if (step.at("did") != kPersonAdded)
        return {};
    return catalog::PersonId::parse(step.at("person").get<std::string>()).valueOr({});
}

Result<Reversal> reversalOf(const json& step, const Person& now, const PersonValues& valuesNow,
                            const std::vector<catalog::PersonField>& fields) {
    Reversal reversal;
    const json current = flat(now, valuesNow);
    Person person = now;
    bool personGoesBack = false;
    for (const auto& [key, value] : step.at("to").items()) {
        const bool isField = key.starts_with(kFieldPrefix);
        const std::string fieldKey = isField ? key.substr(kFieldPrefix.size()) : std::string();
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const catalog::PersonField& one) { return one.key == fieldKey; });
        if (isField && field == fields.end())
            continue; // the programme has it no more
        if (textIn(current, key) != value.get<std::string>()) {
            reversal.kept.push_back(isField ? field->name : key);
            continue;
        }
        const std::string before = textIn(step.at("from"), key);
        if (isField) {
            reversal.values[fieldKey] = before;
        } else {
            TRY(setBack(person, key, before));
            personGoesBack = true;
        }
    }
    if (personGoesBack)
        reversal.person = person;
    return reversal;
}

} // namespace mockingbird::studio
