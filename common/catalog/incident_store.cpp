// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/incident_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"

#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kIncidentKinds = {IncidentKind::Silent,   IncidentKind::Black,   IncidentKind::Frozen,
                                       IncidentKind::Clipping, IncidentKind::Stalled, IncidentKind::Gap};

void applyIncidentBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO incident (id, session, recording, source, source_name, kind, at_us, until_us) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL)")
        .bind(idAt<IncidentId>(p, "id"), idAt<SessionId>(p, "session"), idAt<RecordingId>(p, "recording"),
              p.at("source").get<std::string>(), p.at("source_name").get<std::string>(),
              p.at("kind").get<std::string>(), timeAt(p, "at_us"))
        .run();
}

void applyIncidentEnded(Database& database, const Event& event) {
    database.prepare("UPDATE incident SET until_us = ?2 WHERE id = ?1")
        .bind(idAt<IncidentId>(event.payload, "id"), timeAt(event.payload, "until_us"))
        .run();
}

Result<Incident> incidentFrom(const Statement& row) {
    const auto kind = parseIncidentKind(row.text(5));
    if (!kind)
        return Error{ErrorCode::Corrupt, "an incident's kind is damaged: " + row.text(5), 0};
    return Incident{row.id<IncidentId>(0),
                    row.id<SessionId>(1),
                    row.id<RecordingId>(2),
                    row.text(3),
                    row.text(4),
                    *kind,
                    row.mediaTime(6),
                    row.optionalMediaTime(7)};
}

} // namespace

Projection incidentProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"incident", "DELETE FROM incident",
         "SELECT id, session, recording, source, source_name, kind, at_us, until_us FROM incident ORDER BY "
         "id"},
    };
    static constexpr Applier kAppliers[] = {
        {"incident.begun", applyIncidentBegun},
        {"incident.ended", applyIncidentEnded},
    };
    return {kTables, kAppliers};
}

std::string_view name(IncidentKind kind) {
    switch (kind) {
    case IncidentKind::Silent:
        return "silent";
    case IncidentKind::Black:
        return "black";
    case IncidentKind::Frozen:
        return "frozen";
    case IncidentKind::Clipping:
        return "clipping";
    case IncidentKind::Stalled:
        return "stalled";
    case IncidentKind::Gap:
        return "gap";
    }
    return "gap";
}

Result<IncidentKind> parseIncidentKind(std::string_view text) {
    for (const IncidentKind kind : kIncidentKinds)
        if (name(kind) == text)
            return kind;
    return Error{ErrorCode::InvalidArgument, "\"" + std::string(text) + "\" is no kind of incident", 0};
}

IncidentStore::IncidentStore(Database& database) : m_database(database) {}

Result<Incident> IncidentStore::begin(SessionId session, RecordingId recording, const std::string& source,
                                      const std::string& sourceName, IncidentKind kind, MediaTime at) {
    return m_database.transact([&]() -> Result<Incident> {
        TRY(SessionStore(m_database).byId(session));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, session));
        TRY(RecordingStore(m_database, {}).checkMoment(session, recording, at));
        const Incident incident{IncidentId::make(), session, recording, source,
                                sourceName,         kind,    at,        std::nullopt};
        TRY(m_database.append(session.uuid(), "incident.begun",
                              {{"id", jsonOf(incident.id)},
                               {"session", jsonOf(session)},
                               {"recording", jsonOf(recording)},
                               {"source", source},
                               {"source_name", sourceName},
                               {"kind", name(kind)},
                               {"at_us", jsonOf(at)}}));
        return incident;
    });
}

Result<void> IncidentStore::end(IncidentId id, MediaTime until) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare(
            "SELECT id, session, recording, source, source_name, kind, at_us, until_us FROM incident "
            "WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no incident " + id.toString(), 0};
        const Incident incident = TRY(incidentFrom(row));
        if (incident.until)
            return {};
        if (until < incident.at)
            return Error{ErrorCode::InvalidArgument, "an incident can't end before it begins", 0};
        return m_database.append(incident.session.uuid(), "incident.ended",
                                 {{"id", jsonOf(id)}, {"until_us", jsonOf(until)}});
    });
}

Result<std::vector<Incident>> IncidentStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Incident>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Recording, session));
        std::vector<Incident> incidents;
        Statement rows = m_database.prepare(
            "SELECT i.id, i.session, i.recording, i.source, i.source_name, i.kind, i.at_us, i.until_us "
            "FROM incident i JOIN recording r ON r.id = i.recording WHERE i.session = ?1 "
            "ORDER BY r.part, i.at_us, i.id");
        rows.bind(session);
        while (rows.next())
            incidents.push_back(TRY(incidentFrom(rows)));
        return incidents;
    });
}

} // namespace mockingbird::catalog
