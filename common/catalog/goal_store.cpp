// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/goal_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"

namespace mockingbird::catalog {

namespace {

void applyGoalSet(Database& database, const Event& event) {
    database.prepare("INSERT INTO goal (event, person, text, set_at_ms) VALUES (?1, ?2, ?3, ?4)")
        .bind(event.id, idAt<PersonId>(event.payload, "person"), event.payload.at("text").get<std::string>(),
              event.at)
        .run();
}

} // namespace

Projection goalProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"goal", "DELETE FROM goal", "SELECT event, person, text, set_at_ms FROM goal ORDER BY event"},
    };
    static constexpr Applier kAppliers[] = {{"goal.set", applyGoalSet}};
    return {kTables, kAppliers};
}

GoalStore::GoalStore(Database& database) : m_database(database) {}

Result<void> GoalStore::set(PersonId person, const std::string& wanted) {
    return m_database.transact([&]() -> Result<void> {
        TRY(PeopleStore(m_database).byId(person));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Goal, person));
        const std::string text = trimmed(wanted);
        Statement last = m_database.prepare(
            "SELECT text FROM goal WHERE person = ?1 ORDER BY set_at_ms DESC, event DESC LIMIT 1");
        const std::string known = last.bind(person).next() ? last.text(0) : std::string();
        if (known == text)
            return {};
        return m_database.append(person.uuid(), "goal.set", {{"person", jsonOf(person)}, {"text", text}});
    });
}

Result<std::optional<Goal>> GoalStore::of(PersonId person, WallTime at) const {
    return m_database.guard([&]() -> Result<std::optional<Goal>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Goal, person));
        Statement row = m_database.prepare("SELECT text, set_at_ms FROM goal WHERE person = ?1 AND "
                                           "set_at_ms <= ?2 ORDER BY set_at_ms DESC, event DESC LIMIT 1");
        if (!row.bind(person, at).next() || row.text(0).empty())
            return std::optional<Goal>();
        return std::optional(Goal{person, row.text(0), row.wallTime(1)});
    });
}

} // namespace mockingbird::catalog
