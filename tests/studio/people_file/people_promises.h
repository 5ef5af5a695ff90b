// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/exchange/text_decoding.h"
#include "studio/people_file/people_plan.h"

#include <optional>
#include <set>
#include <string>

namespace mockingbird::test {

/// A small programme: two people of one name, one with a pair that runs, a cohort that runs and one that has
/// ended.
inline studio::PeopleSnapshot samplePeople() {
    using catalog::Role;
    const auto person = [](const char* id, const char* name, std::set<Role> roles) {
        catalog::Person one;
        one.id = catalog::PersonId::parse(id).value();
        one.name = name;
        one.roles = std::move(roles);
        return one;
    };
    studio::PeopleSnapshot snapshot;
    snapshot.people = {
        person("01900000-0000-7000-8000-000000000001", "Ida Coordinator", {Role::Coordinator}),
        person("01900000-0000-7000-8000-000000000002", "Ana Díaz", {Role::Mentee}),
        person("01900000-0000-7000-8000-000000000003", "Ben Okafor", {Role::Mentor}),
        person("01900000-0000-7000-8000-000000000004", "Chen Li", {Role::Liaison}),
        person("01900000-0000-7000-8000-000000000005", "Sam Reed", {Role::Mentor}),
        person("01900000-0000-7000-8000-000000000006", "Sam Reed", {Role::Mentee}),
    };
    snapshot.people[1].branch = "North";
    snapshot.actor = snapshot.people[0].id;
    snapshot.fields.assign(catalog::builtInFields().begin(), catalog::builtInFields().end());
    snapshot.fields.push_back({"01900000-0000-7000-8000-0000000000f1", "Desk", catalog::FieldKind::Text,
                               catalog::FieldAudience::Everyone});
    snapshot.values[snapshot.people[4].id] = {{"contact", "sam.r@library.test"}};
    const auto cohort = [](const char* id, const char* name, const char* ended) {
        return catalog::Cohort{catalog::CohortId::parse(id).value(), name, "2026-01-01", "2026-12-31", ended};
    };
    snapshot.cohorts = {cohort("01900000-0000-7000-8000-0000000000c1", "2026", ""),
                        cohort("01900000-0000-7000-8000-0000000000c2", "2025", "2025-12-31")};
    snapshot.pairs = {{catalog::PairId::parse("01900000-0000-7000-8000-0000000000d1").value(),
                       snapshot.cohorts[0].id, snapshot.people[1].id, snapshot.people[2].id,
                       snapshot.people[3].id, "2026-01-15"}};
    return snapshot;
}

inline bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = exchange::utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// What holds of every plan, whatever the file; says which doesn't.
inline std::optional<std::string> brokenPromise(const studio::PeoplePlan& plan,
                                                const studio::PeopleSnapshot& snapshot) {
    using Kind = studio::PlannedRow::Kind;
    std::set<std::string> there;
    for (const catalog::Person& person : snapshot.people)
        there.insert(studio::nameKey(person.name));
    for (const studio::PlannedRow& row : plan.rows)
        if (row.kind != Kind::Refused)
            there.insert(studio::nameKey(row.person.name));
    std::set<std::string> cohorts;
    for (const catalog::Cohort& cohort : snapshot.cohorts)
        if (cohort.endedOn.empty())
            cohorts.insert(cohort.name);
    for (const catalog::Cohort& cohort : plan.cohorts)
        cohorts.insert(cohort.name);
    for (const studio::PlannedRow& row : plan.rows) {
        if (row.line < 2)
            return "a row stands in the heading's line";
        if (row.kind == Kind::Refused) {
            if (row.reason.empty())
                return "a row is refused without a reason";
            if (!row.changes.empty() || row.pair || !row.values.empty() || row.changesPerson)
                return "a refused row does something";
            continue;
        }
        if (row.person.name.empty())
            return "somebody has no name";
        if (row.kind == Kind::Changed && row.changes.empty())
            return "a row changes nothing and says it does";
        if (row.kind == Kind::Unchanged && (row.changesPerson || row.pair || !row.values.empty()))
            return "a row does something and says it doesn't";
        if (row.kind == Kind::Added && !row.person.id.isNull())
            return "somebody is added who is there";
        if (row.person.id == snapshot.actor && !row.person.roles.contains(catalog::Role::Coordinator))
            return "who imports is a coordinator no longer";
        for (const auto& [key, value] : row.values)
            if (!isUtf8(value) || value.empty())
                return "a value is no text";
        for (const studio::PlannedChange& change : row.changes)
            if (!isUtf8(change.to) || !isUtf8(change.from))
                return "a change is no text";
        if (!isUtf8(row.person.name) || !isUtf8(row.person.branch))
            return "a name is no text";
        if (!row.pair)
            continue;
        if (!there.contains(row.pair->mentor) || !there.contains(row.pair->mentee) ||
            (!row.pair->liaison.empty() && !there.contains(row.pair->liaison)))
            return "a pair has somebody who won't be there";
        if (row.pair->mentor == row.pair->mentee)
            return "somebody is their own mentor";
        if (row.pair->changed.isNull() && !cohorts.contains(row.pair->cohort))
            return "a pair has a cohort that won't be there";
    }
    return std::nullopt;
}

} // namespace mockingbird::test
