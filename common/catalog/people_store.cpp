// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

#include <algorithm>
#include <array>
#include <map>

namespace mockingbird::catalog {

namespace {

constexpr int kMostExtraTimePercent = 200;
constexpr std::array kRoles = {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator};

nlohmann::json payloadOf(const Person& person) {
    nlohmann::json roles = nlohmann::json::array();
    for (const Role role : person.roles)
        roles.push_back(name(role));
    return {{"id", jsonOf(person.id)},
            {"name", person.name},
            {"roles", std::move(roles)},
            {"classification", person.classification},
            {"branch", person.branch}};
}

/// The second version of `person.changed` says the accommodations, too. The first, of a program that knew of
/// none, leaves them as they are.
nlohmann::json changedPayloadOf(const Person& person) {
    nlohmann::json payload = payloadOf(person);
    payload["extra_time_percent"] = person.accommodations.extraTimePercent;
    payload["larger_text"] = person.accommodations.largerText;
    return payload;
}

void replaceAccommodations(Database& database, PersonId id, const nlohmann::json& payload) {
    const Accommodations given{payload.at("extra_time_percent").get<int>(),
                               payload.at("larger_text").get<bool>()};
    database.prepare("DELETE FROM accommodation WHERE person = ?1").bind(id).run();
    if (given != Accommodations{})
        database
            .prepare("INSERT INTO accommodation (person, extra_time_percent, larger_text) "
                     "VALUES (?1, ?2, ?3)")
            .bind(id, given.extraTimePercent, given.largerText ? 1 : 0)
            .run();
}

void insertRoles(Database& database, const nlohmann::json& payload) {
    for (const auto& role : payload.at("roles"))
        database.prepare("INSERT INTO person_role (person, role) VALUES (?1, ?2)")
            .bind(payload.at("id").get<std::string>(), role.get<std::string>())
            .run();
}

void applyPersonAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO person (id, name, classification, branch) VALUES (?1, ?2, ?3, ?4)")
        .bind(idAt<PersonId>(p, "id"), p.at("name").get<std::string>(),
              p.at("classification").get<std::string>(), p.at("branch").get<std::string>())
        .run();
    insertRoles(database, p);
}

void applyPersonChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<PersonId>(p, "id");
    database.prepare("UPDATE person SET name = ?2, classification = ?3, branch = ?4 WHERE id = ?1")
        .bind(id, p.at("name").get<std::string>(), p.at("classification").get<std::string>(),
              p.at("branch").get<std::string>())
        .run();
    database.prepare("DELETE FROM person_role WHERE person = ?1").bind(id).run();
    insertRoles(database, p);
    if (event.version >= 2)
        replaceAccommodations(database, id, p);
    indexSessionsOf(database, id);
}

void applyCohortAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO cohort (id, name, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4)")
        .bind(idAt<CohortId>(p, "id"), p.at("name").get<std::string>(), p.at("starts_on").get<std::string>(),
              p.at("ends_on").get<std::string>())
        .run();
}

void applyPairAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO pair (id, cohort, mentee, mentor, liaison) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(idAt<PairId>(p, "id"), idAt<CohortId>(p, "cohort"), idAt<PersonId>(p, "mentee"),
              idAt<PersonId>(p, "mentor"), idOrNullAt<PersonId>(p, "liaison"))
        .run();
}

/// `yyyy-mm-dd`, or empty where it isn't known yet.
bool isDate(std::string_view text) {
    if (text.empty())
        return true;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

Result<Person> personFrom(const Statement& row) {
    Person person;
    person.id = row.id<PersonId>(0);
    person.name = row.text(1);
    person.classification = row.text(2);
    person.branch = row.text(3);
    if (!row.isNull(4))
        person.accommodations = {row.number(4), row.number(5) != 0};
    return person;
}

} // namespace

Projection peopleProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"accommodation", "DELETE FROM accommodation",
         "SELECT person, extra_time_percent, larger_text FROM accommodation ORDER BY person"},
        {"pair", "DELETE FROM pair", "SELECT id, cohort, mentee, mentor, liaison FROM pair ORDER BY id"},
        {"cohort", "DELETE FROM cohort", "SELECT id, name, starts_on, ends_on FROM cohort ORDER BY id"},
        {"person_role", "DELETE FROM person_role",
         "SELECT person, role FROM person_role ORDER BY person, role"},
        {"person", "DELETE FROM person", "SELECT id, name, classification, branch FROM person ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"person.added", applyPersonAdded},
        {"person.changed", applyPersonChanged, 2},
        {"cohort.added", applyCohortAdded},
        {"pair.added", applyPairAdded},
    };
    return {kTables, kAppliers};
}

std::string_view name(Role role) {
    switch (role) {
    case Role::Mentee:
        return "mentee";
    case Role::Mentor:
        return "mentor";
    case Role::Liaison:
        return "liaison";
    case Role::Coordinator:
        return "coordinator";
    }
    return "mentee";
}

Result<Role> parseRole(std::string_view text) {
    for (const Role role : kRoles)
        if (name(role) == text)
            return role;
    return Error{
        ErrorCode::InvalidArgument,
        "\"" + std::string(text) + "\" is no role; there are mentee, mentor, liaison and coordinator", 0};
}

PeopleStore::PeopleStore(Database& database) : m_database(database) {}

Result<Person> PeopleStore::add(const std::string& personName, const std::set<Role>& roles,
                                const std::string& classification, const std::string& branch) {
    Person person{PersonId::make(), trimmed(personName), roles, trimmed(classification), trimmed(branch)};
    if (person.name.empty())
        return Error{ErrorCode::InvalidArgument, "a person needs a name", 0};
    TRY(m_database.append(person.id.uuid(), "person.added", payloadOf(person)));
    return person;
}

Result<Person> PeopleStore::change(const Person& changed) {
    Person person = changed;
    person.name = trimmed(person.name);
    if (person.name.empty())
        return Error{ErrorCode::InvalidArgument, "a person needs a name", 0};
    if (const int extra = person.accommodations.extraTimePercent; extra < 0 || extra > kMostExtraTimePercent)
        return Error{ErrorCode::InvalidArgument, "extra time is 0 to 200 per cent", 0};
    return m_database.transact([&]() -> Result<Person> {
        TRY(byId(person.id));
        TRY(m_database.append(person.id.uuid(), "person.changed", changedPayloadOf(person)));
        return person;
    });
}

Result<std::vector<Person>> PeopleStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Person>> {
        std::map<PersonId, std::set<Role>> roles;
        Statement roleRows = m_database.prepare("SELECT person, role FROM person_role");
        while (roleRows.next())
            roles[roleRows.id<PersonId>(0)].insert(TRY(parseRole(roleRows.text(1))));
        std::vector<std::pair<std::string, Person>> byName;
        Statement rows = m_database.prepare(
            "SELECT p.id, p.name, p.classification, p.branch, a.extra_time_percent, a.larger_text "
            "FROM person p LEFT JOIN accommodation a ON a.person = p.id");
        while (rows.next()) {
            Person person = TRY(personFrom(rows));
            person.roles = roles[person.id];
            byName.emplace_back(foldCase(person.name), std::move(person));
        }
        std::sort(byName.begin(), byName.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second.id < b.second.id;
        });
        std::vector<Person> people;
        for (auto& entry : byName)
            people.push_back(std::move(entry.second));
        return people;
    });
}

Result<Person> PeopleStore::byId(PersonId id) const {
    return m_database.guard([&]() -> Result<Person> {
        Statement row = m_database.prepare(
            "SELECT p.id, p.name, p.classification, p.branch, a.extra_time_percent, a.larger_text "
            "FROM person p LEFT JOIN accommodation a ON a.person = p.id WHERE p.id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no person " + id.toString(), 0};
        Person person = TRY(personFrom(row));
        Statement roles = m_database.prepare("SELECT role FROM person_role WHERE person = ?1");
        roles.bind(id);
        while (roles.next())
            person.roles.insert(TRY(parseRole(roles.text(0))));
        return person;
    });
}

Result<Person> PeopleStore::find(std::string_view nameOrId) const {
    if (looksLikeId<PersonId>(nameOrId))
        return byId(TRY(PersonId::parse(nameOrId)));
    const auto people = TRY(all());
    return lookUpByName(people, nameOrId, "person");
}

Result<Cohort> PeopleStore::addCohort(const std::string& cohortName, const std::string& startsOn,
                                      const std::string& endsOn) {
    Cohort cohort{CohortId::make(), trimmed(cohortName), startsOn, endsOn};
    if (cohort.name.empty())
        return Error{ErrorCode::InvalidArgument, "a cohort needs a name", 0};
    if (!isDate(startsOn) || !isDate(endsOn))
        return Error{ErrorCode::InvalidArgument, "a cohort's dates are written 2026-09-01", 0};
    if (!startsOn.empty() && !endsOn.empty() && endsOn < startsOn)
        return Error{ErrorCode::InvalidArgument, "a cohort can't end before it starts", 0};
    TRY(m_database.append(
        cohort.id.uuid(), "cohort.added",
        {{"id", jsonOf(cohort.id)}, {"name", cohort.name}, {"starts_on", startsOn}, {"ends_on", endsOn}}));
    return cohort;
}

Result<std::vector<Cohort>> PeopleStore::cohorts() const {
    return m_database.guard([&]() -> Result<std::vector<Cohort>> {
        std::vector<Cohort> cohorts;
        Statement rows = m_database.prepare(
            "SELECT id, name, starts_on, ends_on FROM cohort ORDER BY starts_on DESC, name, id");
        while (rows.next())
            cohorts.push_back({rows.id<CohortId>(0), rows.text(1), rows.text(2), rows.text(3)});
        return cohorts;
    });
}

Result<Pair> PeopleStore::addPair(CohortId cohort, PersonId mentee, PersonId mentor, PersonId liaison) {
    if (mentee == mentor)
        return Error{ErrorCode::InvalidArgument, "nobody is their own mentor", 0};
    return m_database.transact([&]() -> Result<Pair> {
        if (!m_database.prepare("SELECT 1 FROM cohort WHERE id = ?1").bind(cohort).next())
            return Error{ErrorCode::NotFound, "there is no cohort " + cohort.toString(), 0};
        TRY(byId(mentee));
        TRY(byId(mentor));
        if (!liaison.isNull())
            TRY(byId(liaison));
        const Pair pair{PairId::make(), cohort, mentee, mentor, liaison};
        TRY(m_database.append(cohort.uuid(), "pair.added",
                              {{"id", jsonOf(pair.id)},
                               {"cohort", jsonOf(cohort)},
                               {"mentee", jsonOf(mentee)},
                               {"mentor", jsonOf(mentor)},
                               {"liaison", jsonOf(liaison)}}));
        return pair;
    });
}

Result<std::vector<Pair>> PeopleStore::pairs() const {
    return m_database.guard([&]() -> Result<std::vector<Pair>> {
        std::vector<Pair> pairs;
        Statement rows =
            m_database.prepare("SELECT id, cohort, mentee, mentor, liaison FROM pair ORDER BY id");
        while (rows.next())
            pairs.push_back({rows.id<PairId>(0), rows.id<CohortId>(1), rows.id<PersonId>(2),
                             rows.id<PersonId>(3), rows.id<PersonId>(4)});
        return pairs;
    });
}

} // namespace mockingbird::catalog
