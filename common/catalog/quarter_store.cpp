// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/quarter_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/pair_store.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

// Each statement differs in what it starts from. ?1 and ?2 are the quarter's first and last day, ?3 and ?4
// its beginning and end, ?5 is the time before which a session's review is overdue; ?6 is the cohort, ?7 the
// branch, ?8 who accompanies them, where not all pairs are in sight. What is to be done comes from
// session_round, by the partial index of each.
#define QUARTER_ROW                                                                                          \
    "SELECT p.id, p.cohort, c.name, p.mentee, e.name, e.branch, m.name, coalesce(l.name, ''), "              \
    "(SELECT count(*) FROM session s WHERE s.mentee = p.mentee AND s.removed = 0 "                           \
    "AND s.started_at_ms >= ?3 AND s.started_at_ms < ?4), "                                                  \
    "(SELECT max(s.started_at_ms) FROM session s WHERE s.mentee = p.mentee AND s.removed = 0 "               \
    "AND s.started_at_ms < ?4), "                                                                            \
    "(SELECT coalesce(sum(r.owed), 0) FROM session_round r WHERE r.mentee = p.mentee AND r.owed > 0 "        \
    "AND r.started_at_ms < ?4), "                                                                            \
    "(SELECT coalesce(sum(r.owed), 0) FROM session_round r WHERE r.mentee = p.mentee AND r.owed > 0 "        \
    "AND r.started_at_ms < min(?4, ?5)), "                                                                   \
    "(SELECT r.started_at_ms FROM session_round r WHERE r.mentee = p.mentee AND r.owed > 0 "                 \
    "AND r.started_at_ms < ?4 ORDER BY r.started_at_ms, r.session LIMIT 1), "                                \
    "(SELECT r.session FROM session_round r WHERE r.mentee = p.mentee AND r.owed > 0 "                       \
    "AND r.started_at_ms < ?4 ORDER BY r.started_at_ms, r.session LIMIT 1), "                                \
    "(SELECT count(*) FROM session_round r WHERE r.mentee = p.mentee AND r.unopened = 1 "                    \
    "AND r.started_at_ms < ?4), "                                                                            \
    "(SELECT r.session FROM session_round r WHERE r.mentee = p.mentee AND r.unopened = 1 "                   \
    "AND r.started_at_ms < ?4 ORDER BY r.started_at_ms, r.session LIMIT 1), "                                \
    "(SELECT coalesce(sum(r.open_commitments), 0) FROM session_round r WHERE r.mentee = p.mentee "           \
    "AND r.open_commitments > 0 AND r.started_at_ms < ?4), "                                                 \
    "(SELECT r.session FROM session_round r WHERE r.mentee = p.mentee AND r.open_commitments > 0 "           \
    "AND r.started_at_ms < ?4 ORDER BY r.started_at_ms, r.session LIMIT 1), "                                \
    "(SELECT count(*) FROM outcome o WHERE o.person = p.mentee AND o.removed = 0 "                           \
    "AND o.on_day BETWEEN ?1 AND ?2) "                                                                       \
    "FROM pair p CROSS JOIN cohort c ON c.id = p.cohort CROSS JOIN pair_term t ON t.pair = p.id "            \
    "AND t.position = 0 CROSS JOIN person e ON e.id = p.mentee JOIN person m ON m.id = p.mentor "            \
    "LEFT JOIN person l ON l.id = p.liaison WHERE p.removed = 0 AND t.from_on <= ?2 "                        \
    "AND (p.ended_on = '' OR p.ended_on >= ?1) AND (c.ended_on = '' OR c.ended_on >= ?1) "                   \
    "AND (?6 IS NULL OR p.cohort = ?6) AND (?7 IS NULL OR e.branch = ?7) "                                   \
    "AND (?8 IS NULL OR (p.liaison = ?8 AND p.ended_on = '' AND c.ended_on = '')) "
#define BY_MENTEE "ORDER BY e.name, p.id"

constexpr const char* kQuarterOfAll = QUARTER_ROW BY_MENTEE;
constexpr const char* kQuarterOfCohort = QUARTER_ROW "AND p.cohort = ?6 " BY_MENTEE;
constexpr const char* kQuarterOfLiaison = QUARTER_ROW "AND p.liaison = ?8 " BY_MENTEE;

#undef QUARTER_ROW
#undef BY_MENTEE

// Of a session ?1 of which reviews are owed.
constexpr const char* kOwedRaters =
    "SELECT t.person, p.name, 0, 0 FROM session s JOIN session_seat t ON t.session = s.id "
    "JOIN person p ON p.id = t.person WHERE s.id = ?1 AND t.seat = 'panel' AND t.person <> s.mentee "
    "AND NOT EXISTS (SELECT 1 FROM review v WHERE v.session = s.id AND v.rater = t.person) "
    "UNION SELECT v.rater, p.name, 1, 0 FROM session s JOIN review v ON v.session = s.id "
    "JOIN person p ON p.id = v.rater WHERE s.id = ?1 AND v.rater <> s.mentee AND v.state = 'draft' "
    "UNION SELECT p.id, p.name, EXISTS (SELECT 1 FROM review v WHERE v.session = s.id "
    "AND v.rater = s.mentee), 1 FROM session s JOIN person p ON p.id = s.mentee JOIN kit_version k ON "
    "k.kit = s.kit AND k.version = s.kit_version WHERE s.id = ?1 AND k.self_review_first = 1 AND NOT EXISTS "
    "(SELECT 1 FROM review v WHERE v.session = s.id AND v.rater = s.mentee AND v.state <> 'draft') "
    "UNION SELECT * FROM (SELECT m.id, m.name, 0, 0 FROM session s JOIN pair q ON q.mentee = s.mentee "
    "JOIN person m ON m.id = q.mentor WHERE s.id = ?1 AND q.removed = 0 AND NOT EXISTS (SELECT 1 FROM "
    "session_seat t WHERE t.session = s.id AND t.seat = 'panel' AND t.person <> s.mentee) AND NOT EXISTS "
    "(SELECT 1 FROM review v WHERE v.session = s.id AND v.rater <> s.mentee) "
    "ORDER BY q.ended_on = '' DESC, q.id DESC LIMIT 1) ORDER BY 4, 2, 1";

std::string_view listSql(const QuarterFilter& filter, const std::optional<PersonId>& liaison) {
    if (liaison)
        return kQuarterOfLiaison;
    return filter.cohort ? kQuarterOfCohort : kQuarterOfAll;
}

QuarterRow quarterRowFrom(const Statement& row) {
    QuarterRow found;
    found.pair = row.id<PairId>(0);
    found.cohort = row.id<CohortId>(1);
    found.cohortName = row.text(2);
    found.mentee = row.id<PersonId>(3);
    found.menteeName = row.text(4);
    found.branch = row.text(5);
    found.mentorName = row.text(6);
    found.liaisonName = row.text(7);
    found.sessions = row.number(8);
    if (!row.isNull(9))
        found.lastSession = row.wallTime(9);
    found.outstanding = row.number(10);
    found.overdue = row.number(11);
    if (!row.isNull(12))
        found.oldestOwed = row.wallTime(12);
    found.oldestOwedSession = row.id<SessionId>(13);
    found.unopened = row.number(14);
    found.oldestUnopenedSession = row.id<SessionId>(15);
    found.openCommitments = row.number(16);
    found.oldestOpenCommitmentSession = row.id<SessionId>(17);
    found.outcomes = row.number(18);
    return found;
}

/// Whose pairs are in sight, where not all are. Denied for who is neither liaison nor coordinator.
Result<std::optional<PersonId>> liaisonInSight(Database& database) {
    const AccessStore access(database);
    const auto seenBy = TRY(access.sight());
    if (!seenBy ||
        !database.prepare("SELECT 1 FROM running_pair WHERE liaison = ?1 LIMIT 1").bind(*seenBy).next())
        TRY(access.require(Action::See, Thing::Quarter));
    return seenBy;
}

WallTime overdueBefore(WallTime now) {
    return {now.milliseconds - kReviewDueMilliseconds};
}

} // namespace

Result<std::vector<QuarterRow>> QuarterStore::list(const QuarterFilter& filter, WallTime now) const {
    return m_database.guard([&]() -> Result<std::vector<QuarterRow>> {
        const auto liaison = TRY(liaisonInSight(m_database));
        Statement rows = m_database.prepare(listSql(filter, liaison));
        rows.bind(filter.quarter.firstDay(), filter.quarter.lastDay(), filter.quarter.begin(),
                  filter.quarter.end(), overdueBefore(now), filter.cohort, filter.branch, liaison);
        std::vector<QuarterRow> list;
        while (rows.next())
            list.push_back(quarterRowFrom(rows));
        return list;
    });
}

Result<std::vector<std::string>> QuarterStore::branches() const {
    return m_database.guard([&]() -> Result<std::vector<std::string>> {
        const auto liaison = TRY(liaisonInSight(m_database));
        Statement rows = m_database.prepare(
            liaison ? "SELECT DISTINCT e.branch FROM running_pair p JOIN person e ON e.id = p.mentee "
                      "WHERE p.liaison = ?1 AND e.branch <> '' ORDER BY e.branch"
                    : "SELECT DISTINCT e.branch FROM person e WHERE ?1 IS NULL AND e.branch <> '' AND EXISTS "
                      "(SELECT 1 FROM pair p WHERE p.mentee = e.id AND p.removed = 0) ORDER BY e.branch");
        rows.bind(liaison);
        std::vector<std::string> branches;
        while (rows.next())
            branches.push_back(rows.text(0));
        return branches;
    });
}

Result<std::vector<Quarter>> QuarterStore::quarters(WallTime now) const {
    return m_database.guard([&]() -> Result<std::vector<Quarter>> {
        const auto liaison = TRY(liaisonInSight(m_database));
        Statement row = m_database.prepare(
            liaison ? "SELECT min((SELECT min(s.started_at_ms) FROM session s WHERE s.mentee = p.mentee AND "
                      "s.removed = 0)) FROM running_pair p WHERE p.liaison = ?1"
                    : "SELECT min(s.started_at_ms) FROM session s WHERE s.removed = 0 AND ?1 IS NULL");
        row.bind(liaison);
        const Quarter last = quarterOf(now);
        const Quarter first =
            row.next() && !row.isNull(0) ? std::min(last, quarterOf(row.wallTime(0))) : last;
        std::vector<Quarter> quarters;
        for (Quarter quarter = last; quarter >= first; quarter = quarter.previous())
            quarters.push_back(quarter);
        return quarters;
    });
}

Result<std::vector<OutstandingReview>> QuarterStore::outstanding(PersonId mentee, WallTime before,
                                                                 WallTime now) const {
    return m_database.guard([&]() -> Result<std::vector<OutstandingReview>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Quarter, mentee));
        Statement sessions = m_database.prepare(
            "SELECT r.session, r.started_at_ms FROM session_round r WHERE r.mentee = ?1 AND r.owed > 0 "
            "AND r.started_at_ms < ?2 ORDER BY r.started_at_ms, r.session");
        sessions.bind(mentee, before);
        std::vector<OutstandingReview> all;
        while (sessions.next()) {
            const auto session = sessions.id<SessionId>(0);
            const WallTime heldAt = sessions.wallTime(1);
            Statement raters = m_database.prepare(kOwedRaters);
            raters.bind(session);
            while (raters.next())
                all.push_back({session, heldAt, raters.id<PersonId>(0), raters.text(1), raters.number(2) != 0,
                               raters.number(3) != 0, heldAt < overdueBefore(now)});
        }
        return all;
    });
}

Result<Pair> QuarterStore::pair(PairId id) const {
    return m_database.guard([&]() -> Result<Pair> {
        Pair pair = TRY(PairStore(m_database).byId(id));
        TRY(AccessStore(m_database).require(Action::See, Thing::Quarter, pair.mentee));
        return pair;
    });
}

} // namespace mockingbird::catalog
