// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/confidence_store.h"

#include "common/catalog/database.h"
#include "common/catalog/preparation_rights.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_store.h"

namespace mockingbird::catalog {

namespace {

constexpr const char* kWhat = "answers about their confidence";
constexpr std::int64_t kDayMs = 86'400'000;

void applyConfidenceSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO confidence (id, person, moment, level, session, at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(idAt<ConfidenceId>(p, "id"), idAt<PersonId>(p, "person"), p.at("moment").get<std::string>(),
              p.at("level").get<int>(), idOrNullAt<SessionId>(p, "session"), event.at)
        .run();
}

void applyConfidenceRemoved(Database& database, const Event& event) {
    database.prepare("UPDATE confidence SET removed = 1 WHERE id = ?1")
        .bind(idAt<ConfidenceId>(event.payload, "id"))
        .run();
}

void applyConfidenceShared(Database& database, const Event& event) {
    database
        .prepare("INSERT INTO confidence_sharing (person, shared) VALUES (?1, ?2) "
                 "ON CONFLICT (person) DO UPDATE SET shared = ?2")
        .bind(idAt<PersonId>(event.payload, "person"), event.payload.at("shared").get<bool>() ? 1 : 0)
        .run();
}

Confidence confidenceFrom(const Statement& row, ConfidenceMoment moment) {
    return {row.id<ConfidenceId>(0), moment, row.number(1), row.wallTime(2)};
}

} // namespace

Projection confidenceProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"confidence", "DELETE FROM confidence",
         "SELECT id, person, moment, level, session, at_ms, removed FROM confidence ORDER BY id"},
        {"confidence_sharing", "DELETE FROM confidence_sharing",
         "SELECT person, shared FROM confidence_sharing ORDER BY person"},
    };
    static constexpr Applier kAppliers[] = {
        {"confidence.set", applyConfidenceSet},
        {"confidence.removed", applyConfidenceRemoved},
        {"confidence.shared", applyConfidenceShared},
    };
    return {kTables, kAppliers};
}

std::string_view name(ConfidenceMoment moment) {
    return moment == ConfidenceMoment::Before ? "before" : "after";
}

Result<Confidence> ConfidenceStore::set(PersonId person, ConfidenceMoment moment, int level,
                                        SessionId session) {
    return m_database.transact([&]() -> Result<Confidence> {
        TRY(checkOwn(m_database, person, kWhat));
        if (level < kLowest || level > kHighest)
            return Error{ErrorCode::InvalidArgument, "confidence is a number from 1 to 10", 0};
        if (session.isNull() && moment == ConfidenceMoment::After)
            return Error{ErrorCode::InvalidArgument, "confidence after an interview belongs to a session", 0};
        if (!session.isNull() && TRY(SessionStore(m_database).byId(session)).mentee != person)
            return Error{ErrorCode::InvalidArgument, "the session is somebody else's", 0};
        const auto id = ConfidenceId::make();
        TRY(m_database.append(person.uuid(), "confidence.set",
                              {{"id", jsonOf(id)},
                               {"person", jsonOf(person)},
                               {"moment", name(moment)},
                               {"level", level},
                               {"session", jsonOf(session)}}));
        Statement row = m_database.prepare("SELECT id, level, at_ms FROM confidence WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::Internal, "what was just said isn't there", 0};
        return confidenceFrom(row, moment);
    });
}

Result<void> ConfidenceStore::remove(ConfidenceId id) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare("SELECT person, removed FROM confidence WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "nothing was said as " + id.toString(), 0};
        const auto person = row.id<PersonId>(0);
        TRY(checkOwn(m_database, person, kWhat));
        if (row.number(1) != 0)
            return {};
        return m_database.append(person.uuid(), "confidence.removed", {{"id", jsonOf(id)}});
    });
}

Result<std::optional<Confidence>> ConfidenceStore::ahead(PersonId person, WallTime now) const {
    return m_database.guard([&]() -> Result<std::optional<Confidence>> {
        if (!TRY(mayRead(person)))
            return std::optional<Confidence>();
        Statement row = m_database.prepare(
            "SELECT c.id, c.level, c.at_ms FROM confidence c WHERE c.person = ?1 AND c.moment = 'before' AND "
            "c.session IS NULL AND c.removed = 0 AND c.at_ms BETWEEN ?2 - ?3 AND ?2 AND NOT EXISTS "
            "(SELECT 1 FROM session s WHERE s.mentee = ?1 AND s.removed = 0 AND s.started_at_ms > c.at_ms "
            "AND s.started_at_ms <= ?2) ORDER BY c.at_ms DESC, c.id DESC LIMIT 1");
        if (!row.bind(person, now, kDayMs).next())
            return std::optional<Confidence>();
        return std::optional(confidenceFrom(row, ConfidenceMoment::Before));
    });
}

std::optional<Confidence> ConfidenceStore::beforeOf(PersonId person, SessionId session,
                                                    WallTime startedAt) const {
    Statement own = m_database.prepare("SELECT id, level, at_ms FROM confidence WHERE person = ?1 AND moment "
                                       "= 'before' AND session = ?2 AND "
                                       "removed = 0 ORDER BY at_ms DESC, id DESC LIMIT 1");
    if (own.bind(person, session).next())
        return confidenceFrom(own, ConfidenceMoment::Before);
    // Said before it began, and no other session of theirs began between.
    Statement row = m_database.prepare(
        "SELECT c.id, c.level, c.at_ms FROM confidence c WHERE c.person = ?1 AND c.moment = 'before' AND "
        "c.session IS NULL AND c.removed = 0 AND c.at_ms BETWEEN ?3 - ?4 AND ?3 AND NOT EXISTS "
        "(SELECT 1 FROM session s WHERE s.mentee = ?1 AND s.removed = 0 AND s.id <> ?2 AND "
        "s.started_at_ms > c.at_ms AND s.started_at_ms < ?3) ORDER BY c.at_ms DESC, c.id DESC LIMIT 1");
    if (!row.bind(person, session, startedAt, kDayMs).next())
        return std::nullopt;
    return confidenceFrom(row, ConfidenceMoment::Before);
}

std::optional<Confidence> ConfidenceStore::afterOf(PersonId person, SessionId session) const {
    Statement row = m_database.prepare(
        "SELECT id, level, at_ms FROM confidence WHERE person = ?1 AND moment = 'after' AND session = ?2 AND "
        "removed = 0 ORDER BY at_ms DESC, id DESC LIMIT 1");
    if (!row.bind(person, session).next())
        return std::nullopt;
    return confidenceFrom(row, ConfidenceMoment::After);
}

Result<std::vector<SessionConfidence>> ConfidenceStore::bySession(PersonId person, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<SessionConfidence>> {
        std::vector<SessionConfidence> all;
        if (!TRY(mayRead(person)))
            return all;
        Statement rows =
            m_database.prepare("SELECT id, started_at_ms FROM session WHERE mentee = ?1 AND removed = 0 "
                               "ORDER BY started_at_ms DESC, id DESC LIMIT ?2");
        rows.bind(person, limit);
        while (rows.next()) {
            SessionConfidence one{rows.id<SessionId>(0), rows.wallTime(1), {}, {}};
            one.before = beforeOf(person, one.session, one.startedAt);
            one.after = afterOf(person, one.session);
            if (one.before || one.after)
                all.push_back(one);
        }
        return all;
    });
}

Result<SessionConfidence> ConfidenceStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<SessionConfidence> {
        const Session held = TRY(SessionStore(m_database).byId(session));
        SessionConfidence one{session, held.startedAt, {}, {}};
        if (!TRY(mayRead(held.mentee)))
            return one;
        one.before = beforeOf(held.mentee, session, held.startedAt);
        one.after = afterOf(held.mentee, session);
        return one;
    });
}

Result<std::optional<SessionId>> ConfidenceStore::awaited(PersonId person, WallTime now) const {
    return m_database.guard([&]() -> Result<std::optional<SessionId>> {
        if (!TRY(mayRead(person)))
            return std::optional<SessionId>();
        Statement row = m_database.prepare(
            "SELECT s.id FROM session s WHERE s.mentee = ?1 AND s.removed = 0 AND s.started_at_ms >= ?2 AND "
            "EXISTS (SELECT 1 FROM recording r WHERE r.session = s.id AND r.state IN ('complete', "
            "'salvaged')) "
            "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT 1");
        if (!row.bind(person, WallTime{now.milliseconds - 7 * kDayMs}).next())
            return std::optional<SessionId>();
        const auto session = row.id<SessionId>(0);
        if (afterOf(person, session))
            return std::optional<SessionId>();
        return std::optional(session);
    });
}

Result<void> ConfidenceStore::share(PersonId person, bool wanted) {
    return m_database.transact([&]() -> Result<void> {
        TRY(checkOwn(m_database, person, kWhat));
        if (TRY(shared(person)) == wanted)
            return {};
        return m_database.append(person.uuid(), "confidence.shared",
                                 {{"person", jsonOf(person)}, {"shared", wanted}});
    });
}

Result<bool> ConfidenceStore::shared(PersonId person) const {
    return m_database.guard([&]() -> Result<bool> {
        Statement row = m_database.prepare("SELECT shared FROM confidence_sharing WHERE person = ?1");
        return row.bind(person).next() && row.number(0) != 0;
    });
}

Result<bool> ConfidenceStore::mayRead(PersonId person) const {
    if (m_database.actor() == person && !person.isNull())
        return true;
    return TRY(shared(person)) && TRY(accompanies(m_database, person));
}

} // namespace mockingbird::catalog
