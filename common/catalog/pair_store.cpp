// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/pair_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/calendar_day.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"

namespace mockingbird::catalog {

namespace {

std::string textAt(const nlohmann::json& payload, const char* key) {
    return payload.at(key).get<std::string>();
}

void applyCohortAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO cohort (id, name, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4)")
        .bind(idAt<CohortId>(p, "id"), textAt(p, "name"), textAt(p, "starts_on"), textAt(p, "ends_on"))
        .run();
}

void applyCohortChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("UPDATE cohort SET name = ?2, starts_on = ?3, ends_on = ?4 WHERE id = ?1")
        .bind(idAt<CohortId>(p, "id"), textAt(p, "name"), textAt(p, "starts_on"), textAt(p, "ends_on"))
        .run();
}

void applyCohortEnded(Database& database, const Event& event) {
    database.prepare("UPDATE cohort SET ended_on = ?2 WHERE id = ?1")
        .bind(idAt<CohortId>(event.payload, "id"), textAt(event.payload, "on"))
        .run();
}

void applyCohortResumed(Database& database, const Event& event) {
    database.prepare("UPDATE cohort SET ended_on = '' WHERE id = ?1")
        .bind(idAt<CohortId>(event.payload, "id"))
        .run();
}

void applyCohortRemoved(Database& database, const Event& event) {
    database.prepare("UPDATE cohort SET removed = 1 WHERE id = ?1")
        .bind(idAt<CohortId>(event.payload, "id"))
        .run();
}

/// The pair as its last term has it.
void adoptLastTerm(Database& database, PairId id) {
    database
        .prepare("UPDATE pair SET (mentor, liaison) = (SELECT mentor, liaison FROM pair_term "
                 "WHERE pair = ?1 ORDER BY position DESC LIMIT 1) WHERE id = ?1")
        .bind(id)
        .run();
}

void insertTerm(Database& database, const nlohmann::json& payload, const std::string& from,
                const std::string& reason) {
    database
        .prepare("INSERT INTO pair_term (pair, position, mentor, liaison, from_on, reason) VALUES (?1, "
                 "(SELECT count(*) FROM pair_term WHERE pair = ?1), ?2, ?3, ?4, ?5)")
        .bind(idAt<PairId>(payload, "id"), idAt<PersonId>(payload, "mentor"),
              idOrNullAt<PersonId>(payload, "liaison"), from, reason)
        .run();
}

/// The first version knows of no day: the pair began when it was written down.
void applyPairAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO pair (id, cohort, mentee, mentor, liaison) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(idAt<PairId>(p, "id"), idAt<CohortId>(p, "cohort"), idAt<PersonId>(p, "mentee"),
              idAt<PersonId>(p, "mentor"), idOrNullAt<PersonId>(p, "liaison"))
        .run();
    insertTerm(database, p, event.version >= 2 ? textAt(p, "on") : dayOf(event.at), {});
}

void applyPairChanged(Database& database, const Event& event) {
    insertTerm(database, event.payload, textAt(event.payload, "on"), textAt(event.payload, "reason"));
    adoptLastTerm(database, idAt<PairId>(event.payload, "id"));
}

void applyPairEnded(Database& database, const Event& event) {
    database.prepare("UPDATE pair SET ended_on = ?2, end_reason = ?3 WHERE id = ?1")
        .bind(idAt<PairId>(event.payload, "id"), textAt(event.payload, "on"), textAt(event.payload, "reason"))
        .run();
}

void applyPairReverted(Database& database, const Event& event) {
    const auto id = idAt<PairId>(event.payload, "id");
    const std::string what = textAt(event.payload, "what");
    if (what == "end") {
        database.prepare("UPDATE pair SET ended_on = '', end_reason = '' WHERE id = ?1").bind(id).run();
    } else if (what == "change") {
        database
            .prepare("DELETE FROM pair_term WHERE pair = ?1 AND position = "
                     "(SELECT max(position) FROM pair_term WHERE pair = ?1)")
            .bind(id)
            .run();
        adoptLastTerm(database, id);
    } else {
        database.prepare("UPDATE pair SET removed = 1 WHERE id = ?1").bind(id).run();
    }
}

Result<void> checkCohort(const Cohort& cohort) {
    if (cohort.name.empty())
        return Error{ErrorCode::InvalidArgument, "a cohort needs a name", 0};
    for (const std::string& day : {cohort.startsOn, cohort.endsOn})
        if (!day.empty() && !isDay(day))
            return Error{ErrorCode::InvalidArgument, "a cohort's dates are written 2026-09-01", 0};
    if (!cohort.startsOn.empty() && !cohort.endsOn.empty() && cohort.endsOn < cohort.startsOn)
        return Error{ErrorCode::InvalidArgument, "a cohort can't end before it starts", 0};
    return {};
}

/// The day meant; today for none.
Result<std::string> dayMeant(const std::string& on) {
    if (on.empty())
        return dayOf(WallTime::now());
    if (!isDay(on))
        return Error{ErrorCode::InvalidArgument, "a day is written 2026-09-01", 0};
    return on;
}

nlohmann::json payloadOf(const Cohort& cohort) {
    return {{"id", jsonOf(cohort.id)},
            {"name", cohort.name},
            {"starts_on", cohort.startsOn},
            {"ends_on", cohort.endsOn}};
}

Pair pairFrom(const Statement& row) {
    Pair pair{row.id<PairId>(0),   row.id<CohortId>(1), row.id<PersonId>(2),
              row.id<PersonId>(3), row.id<PersonId>(4), row.text(5)};
    // Its own end comes first where it has one.
    pair.endedOn = row.text(6).empty() ? row.text(8) : row.text(6);
    pair.endReason = row.text(7);
    return pair;
}

std::vector<PairTerm> termsFrom(Statement& rows) {
    std::vector<PairTerm> terms;
    while (rows.next()) {
        PairTerm term{rows.id<PairId>(0),   rows.id<CohortId>(1), rows.id<PersonId>(2),
                      rows.id<PersonId>(3), rows.id<PersonId>(4), rows.text(5),
                      rows.text(6),         rows.text(7),         {}};
        if (term.until.empty()) { // the pair's last one
            term.until = rows.text(8).empty() ? rows.text(10) : rows.text(8);
            term.endReason = rows.text(9);
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

} // namespace

Projection pairProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"pair_term", "DELETE FROM pair_term",
         "SELECT pair, position, mentor, liaison, from_on, reason FROM pair_term ORDER BY pair, position"},
        {"pair", "DELETE FROM pair",
         "SELECT id, cohort, mentee, mentor, liaison, ended_on, end_reason, removed FROM pair ORDER BY id"},
        {"cohort", "DELETE FROM cohort",
         "SELECT id, name, starts_on, ends_on, ended_on, removed FROM cohort ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"cohort.added", applyCohortAdded},     {"cohort.changed", applyCohortChanged},
        {"cohort.ended", applyCohortEnded},     {"cohort.resumed", applyCohortResumed},
        {"cohort.removed", applyCohortRemoved}, {"pair.added", applyPairAdded, 2},
        {"pair.changed", applyPairChanged},     {"pair.ended", applyPairEnded},
        {"pair.reverted", applyPairReverted},
    };
    return {kTables, kAppliers};
}

Result<Cohort> PairStore::addCohort(const std::string& cohortName, const std::string& startsOn,
                                    const std::string& endsOn) {
    Cohort added{CohortId::make(), trimmed(cohortName), startsOn, endsOn};
    TRY(checkCohort(added));
    return m_database.transact([&]() -> Result<Cohort> {
        TRY(AccessStore(m_database).require(Action::Make, Thing::Cohort));
        TRY(m_database.append(added.id.uuid(), "cohort.added", payloadOf(added)));
        return added;
    });
}

Result<Cohort> PairStore::changeCohort(const Cohort& wanted) {
    Cohort changed = wanted;
    changed.name = trimmed(changed.name);
    TRY(checkCohort(changed));
    return m_database.transact([&]() -> Result<Cohort> {
        const Cohort before = TRY(cohort(changed.id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Cohort));
        changed.endedOn = before.endedOn;
        if (before.name != changed.name || before.startsOn != changed.startsOn ||
            before.endsOn != changed.endsOn)
            TRY(m_database.append(changed.id.uuid(), "cohort.changed", payloadOf(changed)));
        return changed;
    });
}

Result<void> PairStore::endCohort(CohortId id, const std::string& wanted) {
    return m_database.transact([&]() -> Result<void> {
        const std::string on = TRY(dayMeant(wanted));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Cohort));
        if (!TRY(cohort(id)).endedOn.empty())
            return Error{ErrorCode::InvalidArgument, "the cohort has ended already", 0};
        return m_database.append(id.uuid(), "cohort.ended", {{"id", jsonOf(id)}, {"on", on}});
    });
}

Result<void> PairStore::resumeCohort(CohortId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(AccessStore(m_database).require(Action::Change, Thing::Cohort));
        if (TRY(cohort(id)).endedOn.empty())
            return {};
        return m_database.append(id.uuid(), "cohort.resumed", {{"id", jsonOf(id)}});
    });
}

Result<void> PairStore::removeCohort(CohortId id) {
    return m_database.transact([&]() -> Result<void> {
        const Cohort removed = TRY(cohort(id));
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Cohort));
        if (TRY(isCohortHeld(id)))
            return Error{ErrorCode::InvalidArgument,
                         removed.name + " can't be removed: it has pairs or calibrations", 0};
        return m_database.append(id.uuid(), "cohort.removed", {{"id", jsonOf(id)}});
    });
}

Result<bool> PairStore::isCohortHeld(CohortId id) const {
    return m_database.guard([&]() -> Result<bool> {
        return m_database
            .prepare("SELECT 1 FROM pair WHERE cohort = ?1 AND removed = 0 UNION ALL "
                     "SELECT 1 FROM calibration WHERE cohort = ?1 LIMIT 1")
            .bind(id)
            .next();
    });
}

Result<std::vector<Cohort>> PairStore::cohorts() const {
    return m_database.guard([&]() -> Result<std::vector<Cohort>> {
        std::vector<Cohort> cohorts;
        Statement rows = m_database.prepare("SELECT id, name, starts_on, ends_on, ended_on FROM cohort "
                                            "WHERE removed = 0 ORDER BY starts_on DESC, name, id");
        while (rows.next())
            cohorts.push_back({rows.id<CohortId>(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
        return cohorts;
    });
}

Result<Cohort> PairStore::cohort(CohortId id) const {
    return m_database.guard([&]() -> Result<Cohort> {
        Statement row = m_database.prepare("SELECT id, name, starts_on, ends_on, ended_on FROM cohort "
                                           "WHERE id = ?1 AND removed = 0");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no cohort " + id.toString(), 0};
        return Cohort{row.id<CohortId>(0), row.text(1), row.text(2), row.text(3), row.text(4)};
    });
}

Result<Pair> PairStore::add(Pair pair) {
    if (pair.mentee == pair.mentor)
        return Error{ErrorCode::InvalidArgument, "nobody is their own mentor", 0};
    return m_database.transact([&]() -> Result<Pair> {
        const PeopleStore people(m_database);
        const Cohort in = TRY(cohort(pair.cohort));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Pair));
        TRY(people.byId(pair.mentee));
        TRY(people.byId(pair.mentor));
        if (!pair.liaison.isNull())
            TRY(people.byId(pair.liaison));
        if (!in.endedOn.empty())
            return Error{ErrorCode::InvalidArgument, in.name + " has ended", 0};
        if (m_database
                .prepare("SELECT 1 FROM pair WHERE cohort = ?1 AND mentee = ?2 AND mentor = ?3 AND "
                         "coalesce(liaison, '') = coalesce(?4, '') AND ended_on = '' AND removed = 0")
                .bind(pair.cohort, pair.mentee, pair.mentor, pair.liaison)
                .next())
            return Error{ErrorCode::InvalidArgument, "they are a pair of this cohort already", 0};
        pair.id = PairId::make();
        pair.startedOn = TRY(dayMeant(pair.startedOn));
        TRY(m_database.append(pair.cohort.uuid(), "pair.added",
                              {{"id", jsonOf(pair.id)},
                               {"cohort", jsonOf(pair.cohort)},
                               {"mentee", jsonOf(pair.mentee)},
                               {"mentor", jsonOf(pair.mentor)},
                               {"liaison", jsonOf(pair.liaison)},
                               {"on", pair.startedOn}}));
        return pair;
    });
}

Result<Pair> PairStore::running(PairId id, const std::string& on) const {
    Pair pair = TRY(byId(id));
    if (!pair.endedOn.empty())
        return Error{ErrorCode::InvalidArgument, "the pair has ended on " + pair.endedOn, 0};
    if (const auto terms = TRY(termsOf(id)); on < terms.back().from)
        return Error{ErrorCode::InvalidArgument,
                     "this can't be before " + terms.back().from + ", when it last changed", 0};
    return pair;
}

Result<Pair> PairStore::change(PairId id, PersonId mentor, PersonId liaison, const std::string& reason,
                               const std::string& wanted) {
    return m_database.transact([&]() -> Result<Pair> {
        const std::string on = TRY(dayMeant(wanted));
        Pair pair = TRY(running(id, on));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Pair, pair.mentee));
        const PeopleStore people(m_database);
        TRY(people.byId(mentor));
        if (!liaison.isNull())
            TRY(people.byId(liaison));
        if (mentor == pair.mentee)
            return Error{ErrorCode::InvalidArgument, "nobody is their own mentor", 0};
        if (mentor == pair.mentor && liaison == pair.liaison)
            return Error{ErrorCode::InvalidArgument, "the pair has this mentor and liaison already", 0};
        TRY(m_database.append(pair.cohort.uuid(), "pair.changed",
                              {{"id", jsonOf(id)},
                               {"mentor", jsonOf(mentor)},
                               {"liaison", jsonOf(liaison)},
                               {"on", on},
                               {"reason", trimmed(reason)}}));
        pair.mentor = mentor;
        pair.liaison = liaison;
        return pair;
    });
}

Result<void> PairStore::end(PairId id, const std::string& reason, const std::string& wanted) {
    return m_database.transact([&]() -> Result<void> {
        const std::string on = TRY(dayMeant(wanted));
        const Pair pair = TRY(running(id, on));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Pair, pair.mentee));
        return m_database.append(pair.cohort.uuid(), "pair.ended",
                                 {{"id", jsonOf(id)}, {"on", on}, {"reason", trimmed(reason)}});
    });
}

Result<void> PairStore::revert(PairId id) {
    return m_database.transact([&]() -> Result<void> {
        const Pair pair = TRY(byId(id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Pair, pair.mentee));
        Statement row = m_database.prepare("SELECT ended_on <> '', (SELECT count(*) FROM pair_term "
                                           "WHERE pair = ?1) FROM pair WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no pair " + id.toString(), 0};
        const char* what = row.number(0) != 0 ? "end" : row.number(1) > 1 ? "change" : "add";
        return m_database.append(pair.cohort.uuid(), "pair.reverted", {{"id", jsonOf(id)}, {"what", what}});
    });
}

Result<std::vector<Pair>> PairStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Pair>> {
        std::vector<Pair> pairs;
        Statement rows = m_database.prepare(
            "SELECT p.id, p.cohort, p.mentee, p.mentor, p.liaison, t.from_on, p.ended_on, p.end_reason, "
            "c.ended_on FROM pair p JOIN cohort c ON c.id = p.cohort "
            "JOIN pair_term t ON t.pair = p.id AND t.position = 0 WHERE p.removed = 0 ORDER BY p.id");
        while (rows.next())
            pairs.push_back(pairFrom(rows));
        return pairs;
    });
}

Result<Pair> PairStore::byId(PairId id) const {
    return m_database.guard([&]() -> Result<Pair> {
        Statement row = m_database.prepare(
            "SELECT p.id, p.cohort, p.mentee, p.mentor, p.liaison, t.from_on, p.ended_on, p.end_reason, "
            "c.ended_on FROM pair p JOIN cohort c ON c.id = p.cohort "
            "JOIN pair_term t ON t.pair = p.id AND t.position = 0 WHERE p.id = ?1 AND p.removed = 0");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no pair " + id.toString(), 0};
        return pairFrom(row);
    });
}

Result<std::vector<PairTerm>> PairStore::termsOf(PairId id) const {
    return m_database.guard([&]() -> Result<std::vector<PairTerm>> {
        Statement rows = m_database.prepare(
            "SELECT t.pair, p.cohort, p.mentee, t.mentor, t.liaison, t.from_on, coalesce(n.from_on, ''), "
            "t.reason, p.ended_on, p.end_reason, c.ended_on FROM pair_term t JOIN pair p ON p.id = t.pair "
            "JOIN cohort c ON c.id = p.cohort "
            "LEFT JOIN pair_term n ON n.pair = t.pair AND n.position = t.position + 1 "
            "WHERE t.pair = ?1 AND p.removed = 0 ORDER BY t.position");
        return termsFrom(rows.bind(id));
    });
}

Result<std::vector<PairTerm>> PairStore::termsOf(PersonId person) const {
    return m_database.guard([&]() -> Result<std::vector<PairTerm>> {
        Statement rows = m_database.prepare(
            "SELECT t.pair, p.cohort, p.mentee, t.mentor, t.liaison, t.from_on, coalesce(n.from_on, ''), "
            "t.reason, p.ended_on, p.end_reason, c.ended_on FROM pair_term t JOIN pair p ON p.id = t.pair "
            "JOIN cohort c ON c.id = p.cohort "
            "LEFT JOIN pair_term n ON n.pair = t.pair AND n.position = t.position + 1 "
            "WHERE p.removed = 0 AND (p.mentee = ?1 OR t.mentor = ?1 OR t.liaison = ?1) "
            "ORDER BY t.from_on, t.pair, t.position");
        auto terms = termsFrom(rows.bind(person));
        const AccessStore access(m_database);
        std::vector<PairTerm> seen;
        const PersonId actor = m_database.actor();
        // Whom one accompanied stays one's own history.
        for (PairTerm& term : terms)
            if ((!actor.isNull() && (term.mentor == actor || term.liaison == actor)) ||
                TRY(access.may(Action::See, Thing::Pair, term.mentee)))
                seen.push_back(std::move(term));
        return seen;
    });
}

bool PairStore::mentors(PersonId mentor, PersonId mentee) const {
    return m_database.prepare("SELECT 1 FROM running_pair WHERE mentee = ?1 AND mentor = ?2 LIMIT 1")
        .bind(mentee, mentor)
        .next();
}

bool PairStore::liaises(PersonId liaison, PersonId mentee) const {
    return m_database.prepare("SELECT 1 FROM running_pair WHERE mentee = ?1 AND liaison = ?2 LIMIT 1")
        .bind(mentee, liaison)
        .next();
}

bool PairStore::runsFor(PersonId person) const {
    return m_database
        .prepare("SELECT 1 FROM pair p JOIN cohort c ON c.id = p.cohort WHERE p.removed = 0 AND "
                 "p.ended_on = '' AND c.ended_on = '' AND ?1 IN (p.mentee, p.mentor, p.liaison) LIMIT 1")
        .bind(person)
        .next();
}

} // namespace mockingbird::catalog
