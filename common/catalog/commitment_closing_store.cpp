// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/commitment_closing_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_round.h"
#include "common/catalog/session_store.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kShortestPartOfCommitment = 6;

void applyCommitmentClosed(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<CommitmentId>(p, "id");
    database
        .prepare(
            "INSERT INTO commitment_closing (commitment, session, recording, at_us, author, closed_at_ms) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (commitment) DO UPDATE SET "
            "session = excluded.session, recording = excluded.recording, at_us = excluded.at_us, "
            "author = excluded.author, closed_at_ms = excluded.closed_at_ms")
        .bind(id, idAt<SessionId>(p, "session"), idOrNullAt<RecordingId>(p, "recording"),
              timeOrNoneAt(p, "at_us"), event.author, event.at)
        .run();
    refreshRound(database, id);
}

void applyCommitmentReopened(Database& database, const Event& event) {
    const auto id = idAt<CommitmentId>(event.payload, "id");
    database.prepare("DELETE FROM commitment_closing WHERE commitment = ?1").bind(id).run();
    refreshRound(database, id);
}

// ?1 is the mentee or the commitment, ?2 who sees not all sessions, or NULL.
#define TAKEN_ALONG                                                                                          \
    "SELECT c.id, c.review, c.text, s.id, s.started_at_ms, s.kit, k.name, v.rater, a.name, g.session, "      \
    "n.started_at_ms, g.recording, g.at_us, g.author, coalesce(b.name, ''), g.closed_at_ms "
#define TAKEN_ALONG_JOINS                                                                                    \
    "JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version JOIN person a ON a.id = v.rater "     \
    "LEFT JOIN commitment_closing g ON g.commitment = c.id LEFT JOIN session n ON n.id = g.session "         \
    "LEFT JOIN person b ON b.id = g.author WHERE s.removed = 0 AND (v.state = 'opened' OR "                  \
    "(v.rater = s.mentee AND v.state = 'sealed')) AND (?2 IS NULL OR EXISTS "                                \
    "(SELECT 1 FROM session_standing w WHERE w.session = s.id AND w.person = ?2)) "

constexpr const char* kTakenAlongByMentee = TAKEN_ALONG
    "FROM session s JOIN review v ON v.session = s.id JOIN commitment c ON c.review = v.id " TAKEN_ALONG_JOINS
    "AND s.mentee = ?1 ORDER BY s.started_at_ms DESC, s.id DESC, v.id, c.position";
constexpr const char* kTakenAlongById = TAKEN_ALONG
    "FROM commitment c JOIN review v ON v.id = c.review JOIN session s ON s.id = v.session " TAKEN_ALONG_JOINS
    "AND c.id = ?1";

#undef TAKEN_ALONG
#undef TAKEN_ALONG_JOINS

TakenAlong takenAlongFrom(const Statement& row) {
    TakenAlong taken;
    taken.commitment = {row.id<CommitmentId>(0), row.id<ReviewId>(1), row.text(2)};
    taken.session = row.id<SessionId>(3);
    taken.heldAt = row.wallTime(4);
    taken.kit = row.id<KitId>(5);
    taken.kitName = row.text(6);
    taken.rater = row.id<PersonId>(7);
    taken.raterName = row.text(8);
    if (row.isNull(9))
        return taken;
    CommitmentClosing closing;
    closing.session = row.id<SessionId>(9);
    closing.heldAt = row.wallTime(10);
    if (!row.isNull(11))
        closing.moment = ShownMoment{row.id<RecordingId>(11), row.mediaTime(12)};
    closing.by = row.id<PersonId>(13);
    closing.byName = row.text(14);
    closing.closedAt = row.wallTime(15);
    taken.closing = closing;
    return taken;
}

Result<void> checkMoment(Database& database, SessionId session, const ShownMoment& moment) {
    const auto recordings = TRY(RecordingStore(database, {}).ofSession(session));
    const auto recording = std::ranges::find(recordings, moment.recording, &Recording::id);
    if (recording == recordings.end())
        return Error{ErrorCode::InvalidArgument, "the recording is another session's", 0};
    if (moment.at < MediaTime{} || moment.at > recording->duration)
        return Error{ErrorCode::OutOfRange,
                     "the recording is " + recording->duration.toShortString() + " long, and ends before " +
                         moment.at.toShortString(),
                     0};
    return {};
}

} // namespace

Projection commitmentClosingProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"commitment_closing", "DELETE FROM commitment_closing",
         "SELECT commitment, session, recording, at_us, author, closed_at_ms FROM commitment_closing "
         "ORDER BY commitment"},
    };
    static constexpr Applier kAppliers[] = {
        {"commitment.closed", applyCommitmentClosed},
        {"commitment.reopened", applyCommitmentReopened},
    };
    return {kTables, kAppliers};
}

Result<void> CommitmentClosingStore::close(CommitmentId id, SessionId session,
                                           const std::optional<ShownMoment>& moment) {
    return m_database.transact([&]() -> Result<void> {
        const TakenAlong taken = TRY(byId(id));
        const AccessStore access(m_database);
        TRY(access.require(Action::Change, Thing::Commitment, taken.session));
        const SessionStore sessions(m_database);
        const Session from = TRY(sessions.byId(taken.session));
        const Session later = TRY(sessions.byId(session));
        if (later.mentee != from.mentee)
            return Error{ErrorCode::InvalidArgument, "the session is another mentee's", 0};
        if (later.startedAt <= from.startedAt)
            return Error{ErrorCode::InvalidArgument,
                         "a later attempt shows whether it was kept, and this one isn't later", 0};
        if (moment)
            TRY(checkMoment(m_database, session, *moment));
        return m_database.append(taken.commitment.review.uuid(), "commitment.closed",
                                 {{"id", jsonOf(id)},
                                  {"session", jsonOf(session)},
                                  {"recording", moment ? jsonOf(moment->recording) : nlohmann::json(nullptr)},
                                  {"at_us", moment ? jsonOf(moment->at) : nlohmann::json(nullptr)}});
    });
}

Result<void> CommitmentClosingStore::reopen(CommitmentId id) {
    return m_database.transact([&]() -> Result<void> {
        const TakenAlong taken = TRY(byId(id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Commitment, taken.session));
        if (!taken.closing)
            return {};
        return m_database.append(taken.commitment.review.uuid(), "commitment.reopened", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<TakenAlong>> CommitmentClosingStore::ofMentee(PersonId mentee) const {
    return m_database.guard([&]() -> Result<std::vector<TakenAlong>> {
        const AccessStore access(m_database);
        TRY(access.require(Action::See, Thing::Commitment, mentee));
        Statement rows = m_database.prepare(kTakenAlongByMentee);
        rows.bind(mentee, TRY(access.sight()));
        std::vector<TakenAlong> all;
        while (rows.next())
            all.push_back(takenAlongFrom(rows));
        return all;
    });
}

Result<TakenAlong> CommitmentClosingStore::byId(CommitmentId id) const {
    return m_database.guard([&]() -> Result<TakenAlong> {
        Statement row = m_database.prepare(kTakenAlongById);
        if (!row.bind(id, TRY(AccessStore(m_database).sight())).next())
            return Error{ErrorCode::NotFound, "there is no commitment " + id.toString(), 0};
        return takenAlongFrom(row);
    });
}

Result<TakenAlong> CommitmentClosingStore::find(std::string_view text, PersonId mentee) const {
    const std::string part = foldCase(trimmed(text));
    if (part.size() < kShortestPartOfCommitment)
        return Error{ErrorCode::InvalidArgument,
                     "\"" + part + "\" is too short for a commitment: at least 6 characters of its id", 0};
    std::vector<TakenAlong> fitting;
    for (TakenAlong& taken : TRY(ofMentee(mentee))) {
        const std::string id = taken.commitment.id.toString();
        if (id.starts_with(part) || id.ends_with(part))
            fitting.push_back(std::move(taken));
    }
    if (fitting.empty())
        return Error{ErrorCode::NotFound, "there is no commitment \"" + part + "\"", 0};
    if (fitting.size() > 1)
        return Error{ErrorCode::InvalidArgument, "more than one commitment fits \"" + part + "\"", 0};
    return std::move(fitting.front());
}

} // namespace mockingbird::catalog
