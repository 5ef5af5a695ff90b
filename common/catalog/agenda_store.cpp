// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/agenda_store.h"

#include "common/catalog/database.h"

namespace mockingbird::catalog {

namespace {

constexpr int kNewest = 200; // sessions looked at where a catalog has no pairs to narrow them down

std::vector<SessionId> sessionsFrom(Statement& rows) {
    std::vector<SessionId> sessions;
    while (rows.next())
        sessions.push_back(rows.id<SessionId>(0));
    return sessions;
}

} // namespace

Result<std::vector<SessionId>> AgendaStore::reviewsToWrite(PersonId mentor, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<SessionId>> {
        if (!m_database.prepare("SELECT 1 FROM running_pair LIMIT 1").next()) {
            Statement rows = m_database.prepare(
                "SELECT s.id FROM (SELECT id, mentee, started_at_ms FROM session WHERE removed = 0 "
                "ORDER BY started_at_ms DESC LIMIT ?3) s "
                "LEFT JOIN review v ON v.session = s.id AND v.rater = ?1 "
                "WHERE s.mentee <> ?1 AND (v.id IS NULL OR v.state = 'draft') AND EXISTS (SELECT 1 FROM "
                "recording r WHERE r.session = s.id AND r.state IN ('complete', 'salvaged')) AND NOT EXISTS "
                "(SELECT 1 FROM recording r WHERE r.session = s.id AND r.state = 'recording') "
                "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?2");
            rows.bind(mentor, limit, kNewest);
            return sessionsFrom(rows);
        }
        Statement rows = m_database.prepare(
            "SELECT s.id FROM (SELECT DISTINCT mentee FROM running_pair WHERE mentor = ?1) p JOIN session s "
            "ON "
            "s.mentee = p.mentee LEFT JOIN review v ON v.session = s.id AND v.rater = ?1 "
            "WHERE s.removed = 0 AND s.mentee <> ?1 AND (v.id IS NULL OR v.state = 'draft') AND EXISTS "
            "(SELECT 1 "
            "FROM recording r WHERE r.session = s.id AND r.state IN ('complete', 'salvaged')) AND NOT EXISTS "
            "(SELECT 1 FROM recording r WHERE r.session = s.id AND r.state = 'recording') "
            "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?2");
        rows.bind(mentor, limit);
        return sessionsFrom(rows);
    });
}

Result<std::vector<SessionId>> AgendaStore::sealedBy(PersonId rater, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<SessionId>> {
        Statement rows = m_database.prepare(
            "SELECT s.id FROM review v JOIN session s ON s.id = v.session WHERE v.rater = ?1 "
            "AND v.state <> 'draft' AND s.removed = 0 AND s.mentee <> ?1 "
            "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?2");
        rows.bind(rater, limit);
        return sessionsFrom(rows);
    });
}

Result<std::vector<SessionId>> AgendaStore::recordedOf(PersonId mentee, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<SessionId>> {
        Statement rows = m_database.prepare(
            "SELECT s.id FROM session s WHERE s.mentee = ?1 AND s.removed = 0 AND EXISTS (SELECT 1 FROM "
            "recording "
            "r WHERE r.session = s.id AND r.state IN ('complete', 'salvaged')) AND NOT EXISTS (SELECT 1 FROM "
            "recording r WHERE r.session = s.id AND r.state = 'recording') "
            "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?2");
        rows.bind(mentee, limit);
        return sessionsFrom(rows);
    });
}

Result<std::vector<QuietPair>> AgendaStore::quietPairs(PersonId liaison, WallTime since, WallTime now,
                                                       int limit) const {
    return m_database.guard([&]() -> Result<std::vector<QuietPair>> {
        Statement rows = m_database.prepare(
            "SELECT p.mentee, e.name, m.name, (SELECT max(s.started_at_ms) FROM session s WHERE s.mentee = "
            "p.mentee AND s.removed = 0) AS last FROM running_pair p JOIN person e ON e.id = p.mentee "
            "JOIN person m ON m.id = p.mentor WHERE p.liaison = ?1 AND NOT EXISTS (SELECT 1 FROM session s "
            "WHERE "
            "s.mentee = p.mentee AND s.removed = 0 AND s.started_at_ms >= ?2) AND NOT EXISTS (SELECT 1 FROM "
            "appointment a WHERE a.mentee = p.mentee AND a.cancelled = 0 AND a.at_ms >= ?3) "
            "ORDER BY coalesce(last, 0), e.name LIMIT ?4");
        rows.bind(liaison, since, now, limit);
        std::vector<QuietPair> pairs;
        while (rows.next())
            pairs.push_back({rows.id<PersonId>(0), rows.text(1), rows.text(2),
                             rows.isNull(3) ? std::nullopt : std::optional(rows.wallTime(3))});
        return pairs;
    });
}

Result<std::vector<OwedReview>> AgendaStore::owedReviews(PersonId liaison, WallTime after, WallTime before,
                                                         int limit) const {
    return m_database.guard([&]() -> Result<std::vector<OwedReview>> {
        Statement rows = m_database.prepare(
            "SELECT s.id, m.name FROM running_pair p JOIN person m ON m.id = p.mentor JOIN session s ON "
            "s.mentee = "
            "p.mentee LEFT JOIN review v ON v.session = s.id AND v.rater = p.mentor WHERE p.liaison = ?1 AND "
            "s.removed = 0 AND s.started_at_ms BETWEEN ?2 AND ?3 AND (v.id IS NULL OR v.state = 'draft') AND "
            "EXISTS (SELECT 1 FROM recording r WHERE r.session = s.id AND r.state IN ('complete', "
            "'salvaged')) "
            "ORDER BY s.started_at_ms, s.id LIMIT ?4");
        rows.bind(liaison, after, before, limit);
        std::vector<OwedReview> owed;
        while (rows.next())
            owed.push_back({rows.id<SessionId>(0), rows.text(1)});
        return owed;
    });
}

Result<std::vector<std::string>> AgendaStore::menteesWithoutPair(int limit) const {
    return m_database.guard([&]() -> Result<std::vector<std::string>> {
        Statement rows = m_database.prepare(
            "SELECT p.name FROM person_role r JOIN person p ON p.id = r.person WHERE r.role = 'mentee' AND "
            "p.removed = 0 AND "
            "NOT "
            "EXISTS (SELECT 1 FROM running_pair a WHERE a.mentee = p.id) ORDER BY p.name, p.id LIMIT ?1");
        rows.bind(limit);
        std::vector<std::string> names;
        while (rows.next())
            names.push_back(rows.text(0));
        return names;
    });
}

Result<std::vector<SessionId>> AgendaStore::unfinished(WallTime before, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<SessionId>> {
        Statement rows = m_database.prepare(
            "SELECT r.session FROM recording r JOIN session s ON s.id = r.session WHERE r.state = "
            "'recording' AND "
            "r.started_at_ms < ?1 AND s.removed = 0 ORDER BY r.started_at_ms DESC LIMIT ?2");
        rows.bind(before, limit);
        return sessionsFrom(rows);
    });
}

Result<bool> AgendaStore::hasPairs() const {
    return m_database.guard(
        [&]() -> Result<bool> { return m_database.prepare("SELECT 1 FROM running_pair LIMIT 1").next(); });
}

Result<bool> AgendaStore::hasSessions() const {
    return m_database.guard([&]() -> Result<bool> {
        return m_database.prepare("SELECT 1 FROM session WHERE removed = 0 LIMIT 1").next();
    });
}

} // namespace mockingbird::catalog
