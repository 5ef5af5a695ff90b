// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/session_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/search_index.h"
#include "common/catalog/seat_store.h"
#include "common/catalog/session_list_store.h"
#include "common/catalog/session_round.h"

#include <algorithm>
#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kModes = {SessionMode::InPerson, SessionMode::Virtual, SessionMode::Solo};
constexpr std::size_t kShortestPartOfId = 6;

void applySessionAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<SessionId>(p, "id");
    database
        .prepare("INSERT INTO session (id, mentee, kit, kit_version, mode, started_at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(id, idAt<PersonId>(p, "mentee"), idAt<KitId>(p, "kit"), p.at("kit_version").get<int>(),
              p.at("mode").get<std::string>(), p.at("started_at_ms").get<std::int64_t>())
        .run();
    SeatStore seats(database);
    for (const PersonId& person : idsAt<PersonId>(p, "panel"))
        seats.insert(id, person, name(Seat::Panel));
    indexSession(database, id);
    refreshRound(database, id);
}

void setRemoved(Database& database, const Event& event, int removed) {
    const auto id = idAt<SessionId>(event.payload, "id");
    database.prepare("UPDATE session SET removed = ?2 WHERE id = ?1").bind(id, removed).run();
    indexSession(database, id);
    indexContentOf(database, id);
    refreshRound(database, id);
}

void applySessionRemoved(Database& database, const Event& event) {
    setRemoved(database, event, 1);
}

void applySessionRestored(Database& database, const Event& event) {
    setRemoved(database, event, 0);
}

void applySegmentBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO segment (id, session, recording, question, start_us, end_us) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, NULL)")
        .bind(idAt<SegmentId>(p, "id"), idAt<SessionId>(p, "session"), idAt<RecordingId>(p, "recording"),
              idAt<QuestionId>(p, "question"), timeAt(p, "start_us"))
        .run();
}

void applySegmentEnded(Database& database, const Event& event) {
    database.prepare("UPDATE segment SET end_us = ?2 WHERE id = ?1")
        .bind(idAt<SegmentId>(event.payload, "id"), timeAt(event.payload, "end_us"))
        .run();
}

void applyBookmarkAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO bookmark (id, session, recording, at_us, label) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(idAt<BookmarkId>(p, "id"), idAt<SessionId>(p, "session"), idAt<RecordingId>(p, "recording"),
              timeAt(p, "at_us"), p.at("label").get<std::string>())
        .run();
}

Segment segmentFrom(const Statement& row) {
    return {row.id<SegmentId>(0),  row.id<SessionId>(1), row.id<RecordingId>(2),
            row.id<QuestionId>(3), row.mediaTime(4),     row.optionalMediaTime(5)};
}

Result<void> endAt(Database& database, const Segment& segment, MediaTime at) {
    return database.append(segment.session.uuid(), "segment.ended",
                           {{"id", jsonOf(segment.id)}, {"end_us", jsonOf(at)}});
}

} // namespace

Projection sessionProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"bookmark", "DELETE FROM bookmark",
         "SELECT id, session, recording, at_us, label FROM bookmark ORDER BY id"},
        {"segment", "DELETE FROM segment",
         "SELECT id, session, recording, question, start_us, end_us FROM segment ORDER BY id"},
        {"session", "DELETE FROM session",
         "SELECT id, mentee, kit, kit_version, mode, started_at_ms, removed FROM session ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"session.added", applySessionAdded},       {"session.removed", applySessionRemoved},
        {"session.restored", applySessionRestored}, {"segment.begun", applySegmentBegun},
        {"segment.ended", applySegmentEnded},       {"bookmark.added", applyBookmarkAdded},
    };
    return {kTables, kAppliers};
}

std::string_view name(SessionMode mode) {
    switch (mode) {
    case SessionMode::InPerson:
        return "in-person";
    case SessionMode::Virtual:
        return "virtual";
    case SessionMode::Solo:
        return "solo";
    }
    return "in-person";
}

Result<SessionMode> parseSessionMode(std::string_view text) {
    for (const SessionMode mode : kModes)
        if (name(mode) == text)
            return mode;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) + "\" is no mode; there are in-person, virtual and solo", 0};
}

SessionStore::SessionStore(Database& database) : m_database(database) {}

Result<Session> SessionStore::add(PersonId mentee, KitId kit, SessionMode mode,
                                  const std::vector<PersonId>& panel, WallTime startedAt,
                                  std::optional<int> kitVersion) {
    return m_database.transact([&]() -> Result<Session> {
        const PeopleStore people(m_database);
        TRY(people.byId(mentee));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Session, mentee));
        nlohmann::json panelIds = nlohmann::json::array();
        for (const PersonId& person : panel) {
            TRY(people.byId(person));
            panelIds.push_back(jsonOf(person));
        }
        const Kit held = TRY(KitStore(m_database).byId(kit, kitVersion));
        const auto id = SessionId::make();
        const WallTime start = startedAt == WallTime{} ? WallTime::now() : startedAt;
        TRY(m_database.append(id.uuid(), "session.added",
                              {{"id", jsonOf(id)},
                               {"mentee", jsonOf(mentee)},
                               {"kit", jsonOf(kit)},
                               {"kit_version", held.version},
                               {"mode", name(mode)},
                               {"started_at_ms", start.milliseconds},
                               {"panel", std::move(panelIds)}}));
        return byId(id);
    });
}

Result<std::vector<Session>> SessionStore::all(const SessionFilter& filter) const {
    return m_database.guard([&] { return SessionListStore(m_database).page(filter, -1); });
}

Result<std::vector<Session>> SessionStore::page(const SessionFilter& filter, int limit,
                                                const std::optional<SessionPlace>& after) const {
    return m_database.guard(
        [&] { return SessionListStore(m_database).page(filter, std::max(limit, 0), after); });
}

Result<std::vector<MenteeHead>> SessionStore::mentees() const {
    return m_database.guard([&] { return SessionListStore(m_database).mentees(); });
}

Result<std::int64_t> SessionStore::count(const SessionFilter& filter) const {
    return m_database.guard([&] { return SessionListStore(m_database).count(filter); });
}

Result<Session> SessionStore::byId(SessionId id) const {
    return m_database.guard([&]() -> Result<Session> {
        Session session = TRY(SessionListStore(m_database).one(id));
        TRY(AccessStore(m_database).require(Action::See, Thing::Session, id));
        return session;
    });
}

Result<Session> SessionStore::find(std::string_view text) const {
    if (const auto whole = SessionId::parse(text))
        return byId(*whole);
    return m_database.guard([&]() -> Result<Session> {
        const std::string part = foldCase(trimmed(text));
        if (part == "last") {
            const auto last = TRY(SessionListStore(m_database).page({}, 1));
            if (last.empty())
                return Error{ErrorCode::NotFound, "there is no session yet", 0};
            return last.front();
        }
        if (part.size() < kShortestPartOfId)
            return Error{
                ErrorCode::InvalidArgument,
                "\"" + part + "\" is too short for a session: at least 6 characters of its id, or last", 0};
        Statement rows = m_database.prepare(
            "SELECT id FROM session WHERE removed = 0 AND (substr(id, 1, length(?1)) = ?1 OR "
            "substr(id, length(id) - length(?1) + 1, length(?1)) = ?1) LIMIT 2");
        rows.bind(part);
        if (!rows.next())
            return Error{ErrorCode::NotFound, "there is no session \"" + part + "\"", 0};
        const auto id = rows.id<SessionId>(0);
        if (rows.next())
            return Error{ErrorCode::InvalidArgument, "more than one session fits \"" + part + "\"", 0};
        return byId(id);
    });
}

Result<void> SessionStore::remove(SessionId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(byId(id));
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Session, id));
        return m_database.append(id.uuid(), "session.removed", {{"id", jsonOf(id)}});
    });
}

Result<Session> SessionStore::join(SessionId id, PersonId person, Seat seat) {
    return m_database.transact([&]() -> Result<Session> {
        const Session session = TRY(byId(id));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Session, id));
        TRY(PeopleStore(m_database).byId(person));
        const auto& there = seat == Seat::Panel ? session.panel : session.observers;
        if (std::find(there.begin(), there.end(), person) != there.end())
            return session;
        TRY(m_database.append(id.uuid(), "session.joined",
                              {{"id", jsonOf(id)}, {"person", jsonOf(person)}, {"seat", name(seat)}}));
        return byId(id);
    });
}

Result<void> SessionStore::restore(SessionId id) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare("SELECT removed FROM session WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no session " + id.toString(), 0};
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Session, id));
        if (row.number(0) == 0)
            return {};
        return m_database.append(id.uuid(), "session.restored", {{"id", jsonOf(id)}});
    });
}

Result<Segment> SessionStore::beginSegment(SessionId session, RecordingId recording, QuestionId question,
                                           MediaTime at) {
    return m_database.transact([&]() -> Result<Segment> {
        const Session held = TRY(byId(session));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, session));
        const Kit kit = TRY(KitStore(m_database).byId(held.kit, held.kitVersion));
        if (!kit.question(question))
            return Error{ErrorCode::NotFound, "the session's kit has no such question", 0};
        TRY(RecordingStore(m_database, {}).checkMoment(session, recording, at));
        for (const Segment& running : TRY(segments(session)))
            if (running.recording == recording && !running.end)
                TRY(endAt(m_database, running, std::max(at, running.start)));
        const Segment segment{SegmentId::make(), session, recording, question, at, std::nullopt};
        TRY(m_database.append(session.uuid(), "segment.begun",
                              {{"id", jsonOf(segment.id)},
                               {"session", jsonOf(session)},
                               {"recording", jsonOf(recording)},
                               {"question", jsonOf(question)},
                               {"start_us", jsonOf(at)}}));
        return segment;
    });
}

Result<void> SessionStore::endSegment(SegmentId id, MediaTime at) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare(
            "SELECT id, session, recording, question, start_us, end_us FROM segment WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no segment " + id.toString(), 0};
        const Segment segment = segmentFrom(row);
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, segment.session));
        if (at < segment.start)
            return Error{ErrorCode::InvalidArgument, "a segment can't end before it starts", 0};
        if (segment.end == at)
            return {};
        return endAt(m_database, segment, at);
    });
}

Result<std::vector<Segment>> SessionStore::segments(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Segment>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Recording, session));
        std::vector<Segment> segments;
        Statement rows = m_database.prepare(
            "SELECT g.id, g.session, g.recording, g.question, g.start_us, g.end_us FROM segment g "
            "JOIN recording r ON r.id = g.recording WHERE g.session = ?1 ORDER BY r.part, g.start_us, g.id");
        rows.bind(session);
        while (rows.next())
            segments.push_back(segmentFrom(rows));
        return segments;
    });
}

Result<Bookmark> SessionStore::addBookmark(SessionId session, RecordingId recording, MediaTime at,
                                           const std::string& label) {
    return m_database.transact([&]() -> Result<Bookmark> {
        TRY(byId(session));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, session));
        TRY(RecordingStore(m_database, {}).checkMoment(session, recording, at));
        const Bookmark bookmark{BookmarkId::make(), session, recording, at, trimmed(label)};
        TRY(m_database.append(session.uuid(), "bookmark.added",
                              {{"id", jsonOf(bookmark.id)},
                               {"session", jsonOf(session)},
                               {"recording", jsonOf(recording)},
                               {"at_us", jsonOf(at)},
                               {"label", bookmark.label}}));
        return bookmark;
    });
}

Result<std::vector<Bookmark>> SessionStore::bookmarks(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Bookmark>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Recording, session));
        std::vector<Bookmark> bookmarks;
        Statement rows = m_database.prepare(
            "SELECT b.id, b.session, b.recording, b.at_us, b.label FROM bookmark b "
            "JOIN recording r ON r.id = b.recording WHERE b.session = ?1 ORDER BY r.part, b.at_us, b.id");
        rows.bind(session);
        while (rows.next())
            bookmarks.push_back({rows.id<BookmarkId>(0), rows.id<SessionId>(1), rows.id<RecordingId>(2),
                                 rows.mediaTime(3), rows.text(4)});
        return bookmarks;
    });
}

} // namespace mockingbird::catalog
