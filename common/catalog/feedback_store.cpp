// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/feedback_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"

namespace mockingbird::catalog {

namespace {

void applyFeedbackSeen(Database& database, const Event& event) {
    const auto session = idAt<SessionId>(event.payload, "session");
    database
        .prepare("INSERT INTO feedback_seen (session, seen_at_ms) VALUES (?1, ?2) "
                 "ON CONFLICT (session) DO UPDATE SET seen_at_ms = excluded.seen_at_ms")
        .bind(session, event.at)
        .run();
    refreshRound(database, session);
}

} // namespace

Projection feedbackProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"feedback_seen", "DELETE FROM feedback_seen",
         "SELECT session, seen_at_ms FROM feedback_seen ORDER BY session"},
    };
    static constexpr Applier kAppliers[] = {{"feedback.seen", applyFeedbackSeen}};
    return {kTables, kAppliers};
}

Result<void> FeedbackStore::noteSeen(SessionId session) {
    if (m_database.actor().isNull())
        return {};
    const auto unopened = m_database.guard([&]() -> Result<bool> {
        Statement row = m_database.prepare(
            "SELECT 1 FROM session_round WHERE session = ?1 AND mentee = ?2 AND unopened = 1");
        return row.bind(session, m_database.actor()).next();
    });
    if (!TRY(unopened))
        return {};
    return m_database.transact([&] {
        return m_database.append(session.uuid(), "feedback.seen", {{"session", jsonOf(session)}});
    });
}

Result<std::vector<Feedback>> FeedbackStore::ofMentee(PersonId mentee, WallTime from, WallTime until) const {
    return m_database.guard([&]() -> Result<std::vector<Feedback>> {
        const AccessStore access(m_database);
        TRY(access.require(Action::See, Thing::Quarter, mentee));
        Statement rows = m_database.prepare(
            "SELECT s.id, s.started_at_ms, count(*), max(v.opened_at_ms), (SELECT f.seen_at_ms FROM "
            "feedback_seen f WHERE f.session = s.id), sum((SELECT count(*) FROM note n WHERE n.review = v.id "
            "AND n.removed = 0 AND n.audience = 'shared')), sum((SELECT count(*) FROM note n WHERE n.review "
            "= "
            "v.id AND n.removed = 0 AND n.audience = 'shared' AND n.understood = 1)), sum((SELECT count(*) "
            "FROM note n JOIN reply y ON y.note = n.id WHERE n.review = v.id AND n.removed = 0 AND "
            "n.audience = 'shared' AND y.removed = 0 AND y.author = s.mentee)) FROM session s JOIN review v "
            "ON v.session = s.id WHERE s.mentee = ?1 AND s.removed = 0 AND s.started_at_ms < ?3 AND "
            "(s.started_at_ms >= ?2 OR EXISTS (SELECT 1 FROM session_round r WHERE r.session = s.id AND "
            "r.unopened = 1)) AND v.state = 'opened' AND v.rater <> s.mentee GROUP BY s.id "
            "ORDER BY s.started_at_ms DESC, s.id DESC");
        rows.bind(mentee, from, until);
        std::vector<Feedback> all;
        while (rows.next()) {
            Feedback feedback{rows.id<SessionId>(0), rows.wallTime(1), rows.number(2), rows.wallTime(3), {},
                              rows.number(5),        rows.number(6),   rows.number(7)};
            if (!rows.isNull(4) && rows.wallTime(4) >= feedback.openedAt)
                feedback.seenAt = rows.wallTime(4);
            all.push_back(feedback);
        }
        return all;
    });
}

} // namespace mockingbird::catalog
