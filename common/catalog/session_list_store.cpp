// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/session_list_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/seat_store.h"

#include <limits>
#include <string_view>

namespace mockingbird::catalog {

namespace {

// Each statement differs in what it starts from and has these parts in common. ?1 and ?2 are the place
// before, ?3 is the number of sessions wanted; ?4 to ?8 are the filter: mentee, kit, whether recordings are
// wanted, who has not sealed, who has. ?9 is who sees not all of them.
#define SESSION_COLUMNS                                                                                      \
    "SELECT s.id, s.mentee, p.name, s.kit, s.kit_version, k.name, s.mode, s.started_at_ms, "                 \
    "(SELECT count(*) FROM session e WHERE e.mentee = s.mentee AND e.kit = s.kit AND e.removed = 0 "         \
    "AND (e.started_at_ms, e.id) <= (s.started_at_ms, s.id)), "                                              \
    "CASE WHEN EXISTS (SELECT 1 FROM recording r WHERE r.session = s.id AND r.state = 'recording') "         \
    "THEN 'recording' WHEN EXISTS (SELECT 1 FROM recording r WHERE r.session = s.id AND r.state IN "         \
    "('complete', 'salvaged')) THEN 'recorded' ELSE 'none' END "
#define SESSION_NAMES                                                                                        \
    " JOIN person p ON p.id = s.mentee JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version "
#define SESSION_CONDITIONS                                                                                   \
    "s.removed = 0 AND (s.started_at_ms, s.id) < (?1, ?2) AND (?4 IS NULL OR s.mentee = ?4) "                \
    "AND (?5 IS NULL OR s.kit = ?5) AND (?6 = 0 OR EXISTS (SELECT 1 FROM recording r "                       \
    "WHERE r.session = s.id AND r.state <> 'lost')) AND (?7 IS NULL OR NOT EXISTS (SELECT 1 FROM review v "  \
    "WHERE v.session = s.id AND v.rater = ?7 AND v.state <> 'draft')) AND (?8 IS NULL OR EXISTS "            \
    "(SELECT 1 FROM review v WHERE v.session = s.id AND v.rater = ?8 AND v.state <> 'draft')) "
// Where it starts from something else than what is seen, each session is asked about; where all are seen,
// none is.
#define IF_SEEN                                                                                              \
    "AND (?9 IS NULL OR EXISTS (SELECT 1 FROM session_standing z WHERE z.session = s.id AND z.person = "     \
    "?9)) "
#define ALL_SEEN "AND ?9 IS NULL "
#define NEWEST_FIRST "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?3"
#define FROM_SEEN                                                                                            \
    " FROM (SELECT DISTINCT session FROM session_standing WHERE person = ?9) w JOIN session s ON s.id = "    \
    "w.session"
#define FROM_SEALED " FROM review w JOIN session s ON s.id = w.session"

/// What a list starts from: the narrowest thing that an index leads from.
enum class Start { All, Mentee, Kit, Sealed, Seen };

Start startOf(const SessionFilter& filter, const std::optional<PersonId>& seenBy) {
    if (filter.mentee)
        return Start::Mentee;
    if (filter.sealedBy)
        return Start::Sealed;
    if (seenBy)
        return Start::Seen;
    return filter.kit ? Start::Kit : Start::All;
}

std::string_view pageSql(Start start) {
    switch (start) {
    case Start::Mentee:
        return SESSION_COLUMNS "FROM session s" SESSION_NAMES
                               "WHERE s.mentee = ?4 AND " SESSION_CONDITIONS IF_SEEN NEWEST_FIRST;
    case Start::Kit:
        return SESSION_COLUMNS "FROM session s" SESSION_NAMES
                               "WHERE s.kit = ?5 AND " SESSION_CONDITIONS ALL_SEEN NEWEST_FIRST;
    case Start::Sealed:
        return SESSION_COLUMNS FROM_SEALED SESSION_NAMES
            "WHERE w.rater = ?8 AND " SESSION_CONDITIONS IF_SEEN NEWEST_FIRST;
    case Start::Seen:
        return SESSION_COLUMNS FROM_SEEN SESSION_NAMES "WHERE " SESSION_CONDITIONS NEWEST_FIRST;
    case Start::All:
        break;
    }
    return SESSION_COLUMNS "FROM session s" SESSION_NAMES "WHERE " SESSION_CONDITIONS ALL_SEEN NEWEST_FIRST;
}

std::string_view countSql(Start start) {
    switch (start) {
    case Start::Mentee:
        return "SELECT count(*) FROM session s WHERE s.mentee = ?4 AND " SESSION_CONDITIONS IF_SEEN;
    case Start::Kit:
        return "SELECT count(*) FROM session s WHERE s.kit = ?5 AND " SESSION_CONDITIONS ALL_SEEN;
    case Start::Sealed:
        return "SELECT count(*)" FROM_SEALED " WHERE w.rater = ?8 AND " SESSION_CONDITIONS IF_SEEN;
    case Start::Seen:
        return "SELECT count(*)" FROM_SEEN " WHERE " SESSION_CONDITIONS;
    case Start::All:
        break;
    }
    return "SELECT count(*) FROM session s WHERE " SESSION_CONDITIONS ALL_SEEN;
}

constexpr std::string_view kOneSql =
    SESSION_COLUMNS "FROM session s" SESSION_NAMES "WHERE s.id = ?1 AND s.removed = 0";

#undef SESSION_COLUMNS
#undef SESSION_NAMES
#undef SESSION_CONDITIONS
#undef IF_SEEN
#undef ALL_SEEN
#undef NEWEST_FIRST
#undef FROM_SEEN
#undef FROM_SEALED

/// Before the first page: later than everything.
constexpr std::int64_t kAfterAll = std::numeric_limits<std::int64_t>::max();

Statement prepared(Database& database, std::string_view sql, const SessionFilter& filter,
                   const std::optional<PersonId>& seenBy, const std::optional<SessionPlace>& after,
                   int limit) {
    Statement rows = database.prepare(sql);
    rows.bind(after ? after->startedAt.milliseconds : kAfterAll, after ? after->id.toString() : std::string(),
              limit, filter.mentee, filter.kit, filter.recorded ? 1 : 0, filter.unsealedBy, filter.sealedBy,
              seenBy);
    return rows;
}

Result<Session> sessionFrom(Database& database, const Statement& row) {
    Session session;
    session.id = row.id<SessionId>(0);
    session.mentee = row.id<PersonId>(1);
    session.menteeName = row.text(2);
    session.kit = row.id<KitId>(3);
    session.kitVersion = row.number(4);
    session.kitName = row.text(5);
    session.mode = TRY(parseSessionMode(row.text(6)));
    session.startedAt = row.wallTime(7);
    session.attempt = row.number(8);
    session.state = row.text(9);
    SeatStore(database).fill(session);
    return session;
}

} // namespace

Result<std::vector<Session>> SessionListStore::page(const SessionFilter& filter, int limit,
                                                    const std::optional<SessionPlace>& after) const {
    const auto seenBy = TRY(AccessStore(m_database).sight());
    Statement rows = prepared(m_database, pageSql(startOf(filter, seenBy)), filter, seenBy, after, limit);
    std::vector<Session> sessions;
    while (rows.next())
        sessions.push_back(TRY(sessionFrom(m_database, rows)));
    return sessions;
}

Result<Session> SessionListStore::one(SessionId id) const {
    Statement row = m_database.prepare(kOneSql);
    if (!row.bind(id).next())
        return Error{ErrorCode::NotFound, "there is no session " + id.toString(), 0};
    return sessionFrom(m_database, row);
}

Result<std::vector<MenteeHead>> SessionListStore::mentees() const {
    const auto seenBy = TRY(AccessStore(m_database).sight());
    std::vector<MenteeHead> mentees;
    Statement rows = m_database.prepare(
        seenBy ? "SELECT DISTINCT p.id, p.name FROM session_standing t JOIN session s ON s.id = t.session "
                 "JOIN person p ON p.id = s.mentee WHERE t.person = ?1 AND s.removed = 0 "
                 "ORDER BY p.name, p.id"
               : "SELECT p.id, p.name FROM person p WHERE EXISTS (SELECT 1 FROM session s "
                 "WHERE s.mentee = p.id AND s.removed = 0) ORDER BY p.name, p.id");
    if (seenBy)
        rows.bind(*seenBy);
    while (rows.next())
        mentees.push_back({rows.id<PersonId>(0), rows.text(1)});
    return mentees;
}

Result<std::int64_t> SessionListStore::count(const SessionFilter& filter) const {
    const auto seenBy = TRY(AccessStore(m_database).sight());
    Statement rows =
        prepared(m_database, countSql(startOf(filter, seenBy)), filter, seenBy, std::nullopt, -1);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace mockingbird::catalog
