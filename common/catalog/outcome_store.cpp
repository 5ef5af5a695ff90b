// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/outcome_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/calendar_day.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/quarter.h"

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kShortestPartOfOutcome = 6;

void applyOutcomeAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO outcome (id, person, kind, on_day, text, author) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(idAt<OutcomeId>(p, "id"), idAt<PersonId>(p, "person"), p.at("kind").get<std::string>(),
              p.at("on").get<std::string>(), p.at("text").get<std::string>(), event.author)
        .run();
}

void applyOutcomeChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("UPDATE outcome SET kind = ?2, on_day = ?3, text = ?4 WHERE id = ?1")
        .bind(idAt<OutcomeId>(p, "id"), p.at("kind").get<std::string>(), p.at("on").get<std::string>(),
              p.at("text").get<std::string>())
        .run();
}

void setOutcomeRemoved(Database& database, const Event& event, int removed) {
    database.prepare("UPDATE outcome SET removed = ?2 WHERE id = ?1")
        .bind(idAt<OutcomeId>(event.payload, "id"), removed)
        .run();
}

void applyOutcomeRemoved(Database& database, const Event& event) {
    setOutcomeRemoved(database, event, 1);
}

void applyOutcomeRestored(Database& database, const Event& event) {
    setOutcomeRemoved(database, event, 0);
}

Result<Outcome> outcomeFrom(const Statement& row) {
    return Outcome{row.id<OutcomeId>(0), row.id<PersonId>(1), TRY(parseOutcomeKind(row.text(2))),
                   row.text(3),          row.text(4),         row.id<PersonId>(5),
                   row.text(6)};
}

/// The outcome with its day and text as they are kept.
Result<Outcome> checkedOutcome(const Outcome& wanted) {
    Outcome checked = wanted;
    checked.text = trimmed(wanted.text);
    if (checked.text.size() > OutcomeStore::kLongestText)
        return Error{ErrorCode::InvalidArgument, "an outcome is told in at most 500 characters", 0};
    if (checked.on.empty())
        checked.on = localDayOf(WallTime::now());
    if (!isDay(checked.on))
        return Error{ErrorCode::InvalidArgument, "\"" + checked.on + "\" is no day such as 2026-09-01", 0};
    return checked;
}

nlohmann::json outcomeJson(const Outcome& outcome) {
    return {
        {"id", jsonOf(outcome.id)}, {"kind", name(outcome.kind)}, {"on", outcome.on}, {"text", outcome.text}};
}

} // namespace

Projection outcomeProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"outcome", "DELETE FROM outcome",
         "SELECT id, person, kind, on_day, text, author, removed FROM outcome ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"outcome.added", applyOutcomeAdded},
        {"outcome.changed", applyOutcomeChanged},
        {"outcome.removed", applyOutcomeRemoved},
        {"outcome.restored", applyOutcomeRestored},
    };
    return {kTables, kAppliers};
}

std::string_view name(OutcomeKind kind) {
    switch (kind) {
    case OutcomeKind::Applied:
        return "applied";
    case OutcomeKind::Interviewed:
        return "interviewed";
    case OutcomeKind::Promoted:
        return "promoted";
    case OutcomeKind::Conference:
        return "conference";
    case OutcomeKind::Project:
        return "project";
    case OutcomeKind::Training:
        return "training";
    }
    return "applied";
}

Result<OutcomeKind> parseOutcomeKind(std::string_view text) {
    for (const OutcomeKind kind : kOutcomeKinds)
        if (name(kind) == text)
            return kind;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) +
                     "\" is no outcome; there are applied, interviewed, promoted, conference, project and "
                     "training",
                 0};
}

Result<Outcome> OutcomeStore::add(const Outcome& wanted) {
    return m_database.transact([&]() -> Result<Outcome> {
        TRY(PeopleStore(m_database).byId(wanted.person));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Outcome, wanted.person));
        Outcome made = TRY(checkedOutcome(wanted));
        made.id = OutcomeId::make();
        nlohmann::json payload = outcomeJson(made);
        payload["person"] = jsonOf(made.person);
        TRY(m_database.append(made.person.uuid(), "outcome.added", std::move(payload)));
        return byId(made.id);
    });
}

Result<Outcome> OutcomeStore::change(const Outcome& wanted) {
    return m_database.transact([&]() -> Result<Outcome> {
        const Outcome known = TRY(byId(wanted.id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Outcome, known.person));
        const Outcome changed = TRY(checkedOutcome(wanted));
        if (changed.kind == known.kind && changed.on == known.on && changed.text == known.text)
            return known;
        TRY(m_database.append(known.person.uuid(), "outcome.changed", outcomeJson(changed)));
        return byId(wanted.id);
    });
}

Result<void> OutcomeStore::remove(OutcomeId id) {
    return setRemoved(id, true);
}

Result<void> OutcomeStore::restore(OutcomeId id) {
    return setRemoved(id, false);
}

Result<void> OutcomeStore::setRemoved(OutcomeId id, bool removed) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare("SELECT person, removed FROM outcome WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no outcome " + id.toString(), 0};
        const auto person = row.id<PersonId>(0);
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Outcome, person));
        if ((row.number(1) != 0) == removed)
            return {};
        return m_database.append(person.uuid(), removed ? "outcome.removed" : "outcome.restored",
                                 {{"id", jsonOf(id)}});
    });
}

Result<std::vector<Outcome>> OutcomeStore::ofPerson(PersonId person) const {
    return m_database.guard([&]() -> Result<std::vector<Outcome>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Outcome, person));
        Statement rows = m_database.prepare(
            "SELECT o.id, o.person, o.kind, o.on_day, o.text, o.author, coalesce(a.name, '') FROM outcome o "
            "LEFT JOIN person a ON a.id = o.author WHERE o.person = ?1 AND o.removed = 0 "
            "ORDER BY o.on_day DESC, o.id DESC");
        rows.bind(person);
        std::vector<Outcome> outcomes;
        while (rows.next())
            outcomes.push_back(TRY(outcomeFrom(rows)));
        return outcomes;
    });
}

Result<Outcome> OutcomeStore::byId(OutcomeId id) const {
    return m_database.guard([&]() -> Result<Outcome> {
        Statement row = m_database.prepare(
            "SELECT o.id, o.person, o.kind, o.on_day, o.text, o.author, coalesce(a.name, '') FROM outcome o "
            "LEFT JOIN person a ON a.id = o.author WHERE o.id = ?1 AND o.removed = 0");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no outcome " + id.toString(), 0};
        Outcome outcome = TRY(outcomeFrom(row));
        TRY(AccessStore(m_database).require(Action::See, Thing::Outcome, outcome.person));
        return outcome;
    });
}

Result<Outcome> OutcomeStore::find(std::string_view text) const {
    if (const auto whole = OutcomeId::parse(text))
        return byId(*whole);
    return m_database.guard([&]() -> Result<Outcome> {
        const std::string part = foldCase(trimmed(text));
        if (part.size() < kShortestPartOfOutcome)
            return Error{ErrorCode::InvalidArgument,
                         "\"" + part + "\" is too short for an outcome: at least 6 characters of its id", 0};
        Statement rows = m_database.prepare(
            "SELECT id FROM outcome WHERE removed = 0 AND (substr(id, 1, length(?1)) = ?1 OR "
            "substr(id, length(id) - length(?1) + 1, length(?1)) = ?1) LIMIT 2");
        rows.bind(part);
        if (!rows.next())
            return Error{ErrorCode::NotFound, "there is no outcome \"" + part + "\"", 0};
        const auto id = rows.id<OutcomeId>(0);
        if (rows.next())
            return Error{ErrorCode::InvalidArgument, "more than one outcome fits \"" + part + "\"", 0};
        return byId(id);
    });
}

} // namespace mockingbird::catalog
