// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"

namespace mockingbird::catalog {

namespace {

// One row of session_round for a session `s`. Owed are, of a session that is not rated for practice and was
// recorded or reviewed: reviews of the panel and drafts of others; the mentor's where nobody else rates; the
// mentee's own where the kit wants it first.
#define ROUND_OF_SESSION                                                                                     \
    "INSERT INTO session_round (session, mentee, started_at_ms, owed, unopened, open_commitments) "          \
    "SELECT s.id, s.mentee, s.started_at_ms, "                                                               \
    "CASE WHEN EXISTS (SELECT 1 FROM calibration c WHERE c.session = s.id AND c.ended = 0) THEN 0 "          \
    "WHEN NOT EXISTS (SELECT 1 FROM review v WHERE v.session = s.id) AND NOT EXISTS (SELECT 1 FROM "         \
    "recording r WHERE r.session = s.id AND r.state IN ('complete', 'salvaged')) THEN 0 ELSE "               \
    "(SELECT count(DISTINCT t.person) FROM session_seat t WHERE t.session = s.id AND t.seat = 'panel' "      \
    "AND t.person <> s.mentee AND NOT EXISTS (SELECT 1 FROM review v WHERE v.session = s.id "                \
    "AND v.rater = t.person)) + (SELECT count(*) FROM review v WHERE v.session = s.id "                      \
    "AND v.rater <> s.mentee AND v.state = 'draft') + (NOT EXISTS (SELECT 1 FROM session_seat t "            \
    "WHERE t.session = s.id AND t.seat = 'panel' AND t.person <> s.mentee) AND NOT EXISTS (SELECT 1 "        \
    "FROM review v WHERE v.session = s.id AND v.rater <> s.mentee)) + (EXISTS (SELECT 1 FROM "               \
    "kit_version k WHERE k.kit = s.kit AND k.version = s.kit_version AND k.self_review_first = 1) "          \
    "AND NOT EXISTS (SELECT 1 FROM review v WHERE v.session = s.id AND v.rater = s.mentee "                  \
    "AND v.state <> 'draft')) END, "                                                                         \
    "EXISTS (SELECT 1 FROM review v WHERE v.session = s.id AND v.rater <> s.mentee "                         \
    "AND v.state = 'opened' AND v.opened_at_ms > coalesce((SELECT f.seen_at_ms FROM feedback_seen f "        \
    "WHERE f.session = s.id), -1)), "                                                                        \
    "(SELECT count(*) FROM review v JOIN commitment c ON c.review = v.id WHERE v.session = s.id "            \
    "AND (v.state = 'opened' OR (v.rater = s.mentee AND v.state = 'sealed')) AND NOT EXISTS (SELECT 1 "      \
    "FROM commitment_closing g WHERE g.commitment = c.id)) FROM session s WHERE s.removed = 0 "

constexpr const char* kRefresh = ROUND_OF_SESSION
    "AND s.id = ?1 ON CONFLICT (session) DO UPDATE SET owed = excluded.owed, unopened = excluded.unopened, "
    "open_commitments = excluded.open_commitments";
constexpr const char* kFill = ROUND_OF_SESSION "AND s.id > ?1 AND s.id <= ?2";

#undef ROUND_OF_SESSION

constexpr int kSessionsAtOnce = 2000;

} // namespace

Projection sessionRoundProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"session_round", "DELETE FROM session_round",
         "SELECT session, mentee, started_at_ms, owed, unopened, open_commitments FROM session_round "
         "ORDER BY session"},
    };
    return {kTables, {}};
}

void refreshRound(Database& database, SessionId session) {
    if (database.searchIndexWaits())
        return;
    if (database.prepare("SELECT 1 FROM session WHERE id = ?1 AND removed = 0").bind(session).next())
        database.prepare(kRefresh).bind(session).run();
    else
        database.prepare("DELETE FROM session_round WHERE session = ?1").bind(session).run();
}

void refreshRound(Database& database, ReviewId review) {
    if (database.searchIndexWaits())
        return;
    Statement row = database.prepare("SELECT session FROM review WHERE id = ?1");
    if (row.bind(review).next())
        refreshRound(database, row.id<SessionId>(0));
}

void refreshRound(Database& database, CommitmentId commitment) {
    if (database.searchIndexWaits())
        return;
    Statement row = database.prepare("SELECT review FROM commitment WHERE id = ?1");
    if (row.bind(commitment).next())
        refreshRound(database, row.id<ReviewId>(0));
}

void fillRounds(Database& database, const Progress& progress) {
    Statement counted = database.prepare("SELECT count(*) FROM session");
    const double all = counted.next() ? counted.number(0) : 0;
    double done = 0;
    std::string from;
    while (true) {
        Statement last =
            database.prepare("SELECT max(id), count(*) FROM (SELECT id FROM session WHERE id > ?1 "
                             "ORDER BY id LIMIT ?2)");
        if (!last.bind(from, kSessionsAtOnce).next() || last.isNull(0))
            return;
        const std::string until = last.text(0);
        database.prepare(kFill).bind(from, until).run();
        from = until;
        done += last.number(1);
        tell(progress, done / all);
    }
}

} // namespace mockingbird::catalog
