// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/pair_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

#include <algorithm>
#include <map>

namespace mockingbird::catalog {

namespace {

constexpr int kMostExtraTimePercent = 200;

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

void applyPersonRemoved(Database& database, const Event& event) {
    database.prepare("UPDATE person SET removed = 1 WHERE id = ?1")
        .bind(idAt<PersonId>(event.payload, "id"))
        .run();
}

void applyPersonRestored(Database& database, const Event& event) {
    database.prepare("UPDATE person SET removed = 0 WHERE id = ?1")
        .bind(idAt<PersonId>(event.payload, "id"))
        .run();
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

/// Where people sign in, somebody who can has to stay who gives codes.
Result<void> keepCoordinator(Database& database, PersonId leaving) {
    if (!TRY(AccessStore(database).peopleSignIn()) ||
        database
            .prepare("SELECT 1 FROM person_role r JOIN credential c ON c.person = r.person "
                     "WHERE r.role = 'coordinator' AND c.passphrase IS NOT NULL AND r.person <> ?1")
            .bind(leaving)
            .next())
        return {};
    return Error{
        ErrorCode::InvalidArgument,
        "they are the last coordinator who can sign in; make another one first, or turn signing in off", 0};
}

} // namespace

Projection peopleProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"accommodation", "DELETE FROM accommodation",
         "SELECT person, extra_time_percent, larger_text FROM accommodation ORDER BY person"},
        {"person_role", "DELETE FROM person_role",
         "SELECT person, role FROM person_role ORDER BY person, role"},
        {"person", "DELETE FROM person",
         "SELECT id, name, classification, branch, removed FROM person ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"person.added", applyPersonAdded},
        {"person.changed", applyPersonChanged, 2},
        {"person.removed", applyPersonRemoved},
        {"person.restored", applyPersonRestored},
    };
    return {kTables, kAppliers};
}

PeopleStore::PeopleStore(Database& database) : m_database(database) {}

Result<Person> PeopleStore::add(const std::string& personName, const std::set<Role>& roles,
                                const std::string& classification, const std::string& branch) {
    Person person{PersonId::make(), trimmed(personName), roles, trimmed(classification), trimmed(branch)};
    if (person.name.empty())
        return Error{ErrorCode::InvalidArgument, "a person needs a name", 0};
    return m_database.transact([&]() -> Result<Person> {
        TRY(AccessStore(m_database).require(Action::Make, Thing::PersonDetails));
        TRY(m_database.append(person.id.uuid(), "person.added", payloadOf(person)));
        return person;
    });
}

Result<Person> PeopleStore::change(const Person& changed) {
    Person person = changed;
    person.name = trimmed(person.name);
    if (person.name.empty())
        return Error{ErrorCode::InvalidArgument, "a person needs a name", 0};
    if (const int extra = person.accommodations.extraTimePercent; extra < 0 || extra > kMostExtraTimePercent)
        return Error{ErrorCode::InvalidArgument, "extra time is 0 to 200 per cent", 0};
    return m_database.transact([&]() -> Result<Person> {
        const Person before = TRY(byId(person.id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::PersonDetails, person.id));
        if (before.roles.contains(Role::Coordinator) && !person.roles.contains(Role::Coordinator))
            TRY(keepCoordinator(m_database, person.id));
        TRY(m_database.append(person.id.uuid(), "person.changed", changedPayloadOf(person)));
        return person;
    });
}

Result<void> PeopleStore::remove(PersonId id) {
    return m_database.transact([&]() -> Result<void> {
        const Person person = TRY(byId(id));
        TRY(AccessStore(m_database).require(Action::Remove, Thing::PersonDetails, id));
        if (TRY(isRemoved(id)))
            return {};
        if (id == m_database.actor())
            return Error{ErrorCode::InvalidArgument, "nobody removes themselves", 0};
        if (const std::string held = TRY(heldBy(id)); !held.empty())
            return Error{ErrorCode::InvalidArgument, person.name + " can't be removed: " + held, 0};
        return m_database.append(id.uuid(), "person.removed", {{"id", jsonOf(id)}});
    });
}

Result<std::string> PeopleStore::heldBy(PersonId id) const {
    return m_database.guard([&]() -> Result<std::string> {
        if (m_database
                .prepare("SELECT 1 FROM session WHERE mentee = ?1 UNION ALL "
                         "SELECT 1 FROM session_seat WHERE person = ?1 UNION ALL "
                         "SELECT 1 FROM review WHERE rater = ?1 LIMIT 1")
                .bind(id)
                .next())
            return std::string("sessions or reviews bear their name");
        if (PairStore(m_database).runsFor(id))
            return std::string("a pair they are in still runs; end it first");
        return std::string();
    });
}

Result<void> PeopleStore::restore(PersonId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(AccessStore(m_database).require(Action::Remove, Thing::PersonDetails, id));
        if (!TRY(isRemoved(id)))
            return {};
        return m_database.append(id.uuid(), "person.restored", {{"id", jsonOf(id)}});
    });
}

Result<bool> PeopleStore::isRemoved(PersonId id) const {
    return m_database.guard([&]() -> Result<bool> {
        Statement row = m_database.prepare("SELECT removed FROM person WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no person " + id.toString(), 0};
        return row.number(0) != 0;
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
            "FROM person p LEFT JOIN accommodation a ON a.person = p.id WHERE p.removed = 0");
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
    return PairStore(m_database).addCohort(cohortName, startsOn, endsOn);
}

Result<Cohort> PeopleStore::changeCohort(const Cohort& changed) {
    return PairStore(m_database).changeCohort(changed);
}

Result<void> PeopleStore::endCohort(CohortId id, const std::string& on) {
    return PairStore(m_database).endCohort(id, on);
}

Result<void> PeopleStore::resumeCohort(CohortId id) {
    return PairStore(m_database).resumeCohort(id);
}

Result<void> PeopleStore::removeCohort(CohortId id) {
    return PairStore(m_database).removeCohort(id);
}

Result<bool> PeopleStore::isCohortHeld(CohortId id) const {
    return PairStore(m_database).isCohortHeld(id);
}

Result<std::vector<Cohort>> PeopleStore::cohorts() const {
    return PairStore(m_database).cohorts();
}

Result<Cohort> PeopleStore::cohort(CohortId id) const {
    return PairStore(m_database).cohort(id);
}

Result<Pair> PeopleStore::addPair(CohortId inCohort, PersonId mentee, PersonId mentor, PersonId liaison,
                                  const std::string& startedOn) {
    return PairStore(m_database).add({{}, inCohort, mentee, mentor, liaison, startedOn});
}

Result<Pair> PeopleStore::changePair(PairId id, PersonId mentor, PersonId liaison, const std::string& reason,
                                     const std::string& on) {
    return PairStore(m_database).change(id, mentor, liaison, reason, on);
}

Result<void> PeopleStore::endPair(PairId id, const std::string& reason, const std::string& on) {
    return PairStore(m_database).end(id, reason, on);
}

Result<void> PeopleStore::revertPair(PairId id) {
    return PairStore(m_database).revert(id);
}

Result<std::vector<Pair>> PeopleStore::pairs() const {
    auto pairs = TRY(PairStore(m_database).all());
    std::erase_if(pairs, [](const Pair& one) { return !one.endedOn.empty(); });
    return pairs;
}

Result<std::vector<Pair>> PeopleStore::allPairs() const {
    return PairStore(m_database).all();
}

Result<Pair> PeopleStore::pair(PairId id) const {
    return PairStore(m_database).byId(id);
}

Result<std::vector<PairTerm>> PeopleStore::termsOf(PairId id) const {
    return PairStore(m_database).termsOf(id);
}

Result<std::vector<PairTerm>> PeopleStore::termsOf(PersonId person) const {
    return PairStore(m_database).termsOf(person);
}

} // namespace mockingbird::catalog
