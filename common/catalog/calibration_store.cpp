// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/calibration_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"
#include "common/catalog/session_store.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

void applyCalibrationBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO calibration (id, session, cohort, title) VALUES (?1, ?2, ?3, ?4)")
        .bind(idAt<CalibrationId>(p, "id"), idAt<SessionId>(p, "session"), idOrNullAt<CohortId>(p, "cohort"),
              p.at("title").get<std::string>())
        .run();
    refreshRound(database, idAt<SessionId>(p, "session"));
}

void applyCalibrationEnded(Database& database, const Event& event) {
    const auto id = idAt<CalibrationId>(event.payload, "id");
    database.prepare("UPDATE calibration SET ended = 1 WHERE id = ?1").bind(id).run();
    Statement row = database.prepare("SELECT session FROM calibration WHERE id = ?1");
    if (row.bind(id).next())
        refreshRound(database, row.id<SessionId>(0));
}

Calibration calibrationFrom(const Statement& row) {
    return {row.id<CalibrationId>(0), row.id<SessionId>(1), row.id<CohortId>(2), row.text(3)};
}

} // namespace

Projection calibrationProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"calibration", "DELETE FROM calibration",
         "SELECT id, session, cohort, title, ended FROM calibration ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"calibration.begun", applyCalibrationBegun},
        {"calibration.ended", applyCalibrationEnded},
    };
    return {kTables, kAppliers};
}

CalibrationStore::CalibrationStore(Database& database) : m_database(database) {}

Result<Calibration> CalibrationStore::begin(SessionId session, CohortId cohort, const std::string& wanted) {
    return m_database.transact([&]() -> Result<Calibration> {
        TRY(SessionStore(m_database).byId(session));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Calibration));
        const std::string title = trimmed(wanted);
        if (title.empty())
            return Error{ErrorCode::InvalidArgument, "a calibration needs a title", 0};
        const auto cohorts = TRY(PeopleStore(m_database).cohorts());
        if (!cohort.isNull() && std::ranges::find(cohorts, cohort, &Cohort::id) == cohorts.end())
            return Error{ErrorCode::NotFound, "there is no cohort " + cohort.toString(), 0};
        if (const auto known = TRY(ofSession(session)))
            return Error{ErrorCode::InvalidArgument,
                         "the session is a calibration already: \"" + known->title + "\"", 0};
        const Calibration calibration{CalibrationId::make(), session, cohort, title};
        TRY(m_database.append(session.uuid(), "calibration.begun",
                              {{"id", jsonOf(calibration.id)},
                               {"session", jsonOf(session)},
                               {"cohort", jsonOf(cohort)},
                               {"title", title}}));
        return calibration;
    });
}

Result<void> CalibrationStore::end(CalibrationId id) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare("SELECT session, ended FROM calibration WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no calibration " + id.toString(), 0};
        TRY(AccessStore(m_database).require(Action::Change, Thing::Calibration));
        if (row.number(1) != 0)
            return {};
        return m_database.append(row.id<SessionId>(0).uuid(), "calibration.ended", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<Calibration>> CalibrationStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Calibration>> {
        std::vector<Calibration> calibrations;
        Statement rows = m_database.prepare("SELECT c.id, c.session, c.cohort, c.title FROM calibration c "
                                            "JOIN session s ON s.id = c.session WHERE c.ended = 0 "
                                            "AND s.removed = 0 ORDER BY c.id");
        while (rows.next())
            calibrations.push_back(calibrationFrom(rows));
        return calibrations;
    });
}

Result<bool> CalibrationStore::concernsActor(const Calibration& calibration) const {
    const PersonId actor = m_database.actor();
    if (actor.isNull() || calibration.cohort.isNull())
        return true;
    return m_database.snapshot([&]() -> Result<bool> {
        const Person person = TRY(PeopleStore(m_database).byId(actor));
        if (person.roles.contains(Role::Coordinator) || person.roles.contains(Role::Liaison))
            return true;
        const auto seen = SessionStore(m_database).byId(calibration.session);
        if (!seen.ok() && seen.error().code == ErrorCode::Denied)
            return false;
        const Session session = TRY(seen);
        if (session.mentee == actor || std::ranges::find(session.panel, actor) != session.panel.end())
            return true;
        return std::ranges::any_of(TRY(PeopleStore(m_database).pairs()), [&](const Pair& pair) {
            return pair.mentor == actor &&
                   (pair.cohort == calibration.cohort || pair.mentee == session.mentee);
        });
    });
}

Result<std::optional<Calibration>> CalibrationStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::optional<Calibration>> {
        Statement row = m_database.prepare(
            "SELECT id, session, cohort, title FROM calibration WHERE session = ?1 AND ended = 0");
        if (!row.bind(session).next())
            return std::optional<Calibration>();
        return std::optional(calibrationFrom(row));
    });
}

} // namespace mockingbird::catalog
