// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/recording_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kStates = {RecordingState::Recording, RecordingState::Complete, RecordingState::Salvaged,
                                RecordingState::Lost};

nlohmann::json tracksJson(const std::vector<Track>& tracks) {
    nlohmann::json list = nlohmann::json::array();
    for (const Track& track : tracks)
        list.push_back({{"stream", track.index},
                        {"kind", track.kind == TrackKind::Video ? "video" : "audio"},
                        {"role", track.role == TrackRole::Mix ? "mix" : "source"},
                        {"source", track.source},
                        {"name", track.name},
                        {"codec", track.codec},
                        {"width", track.width},
                        {"height", track.height},
                        {"sample_rate", track.sampleRate}});
    return list;
}

void replaceTracks(Database& database, RecordingId id, const nlohmann::json& tracks) {
    database.prepare("DELETE FROM track WHERE recording = ?1").bind(id).run();
    for (const auto& track : tracks)
        database
            .prepare("INSERT INTO track (recording, stream, kind, role, source, name, codec, width, height, "
                     "sample_rate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .bind(id, track.at("stream").get<int>(), track.at("kind").get<std::string>(),
                  track.at("role").get<std::string>(), track.at("source").get<std::string>(),
                  track.at("name").get<std::string>(), track.at("codec").get<std::string>(),
                  track.at("width").get<int>(), track.at("height").get<int>(),
                  track.at("sample_rate").get<int>())
            .run();
}

void applyRecordingBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<RecordingId>(p, "id");
    database
        .prepare("INSERT INTO recording (id, session, part, file, state, started_at_ms, duration_us, bytes) "
                 "VALUES (?1, ?2, ?3, ?4, 'recording', ?5, 0, 0)")
        .bind(id, idAt<SessionId>(p, "session"), p.at("part").get<int>(), p.at("file").get<std::string>(),
              p.at("started_at_ms").get<std::int64_t>())
        .run();
    replaceTracks(database, id, p.at("tracks"));
}

void applyRecordingFinished(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<RecordingId>(p, "id");
    database.prepare("UPDATE recording SET state = ?2, duration_us = ?3, bytes = ?4 WHERE id = ?1")
        .bind(id, p.at("state").get<std::string>(), timeAt(p, "duration_us"),
              p.at("bytes").get<std::int64_t>())
        .run();
    replaceTracks(database, id, p.at("tracks"));
    Statement row = database.prepare("SELECT session FROM recording WHERE id = ?1");
    if (row.bind(id).next())
        refreshRound(database, row.id<SessionId>(0));
}

Result<RecordingState> parseState(std::string_view text) {
    for (const RecordingState state : kStates)
        if (name(state) == text)
            return state;
    return Error{ErrorCode::Corrupt, "a recording's state is damaged: \"" + std::string(text) + "\"", 0};
}

Result<std::vector<Recording>> recordingsFrom(Database& database, Statement& rows) {
    std::vector<Recording> recordings;
    while (rows.next()) {
        Recording recording;
        recording.id = rows.id<RecordingId>(0);
        recording.session = rows.id<SessionId>(1);
        recording.part = rows.number(2);
        recording.file = rows.text(3);
        recording.state = TRY(parseState(rows.text(4)));
        recording.startedAt = rows.wallTime(5);
        recording.duration = rows.mediaTime(6);
        recording.bytes = rows.integer(7);
        Statement tracks = database.prepare("SELECT stream, kind, role, source, name, codec, width, height, "
                                            "sample_rate FROM track WHERE recording = ?1 ORDER BY stream");
        tracks.bind(recording.id);
        while (tracks.next())
            recording.tracks.push_back(
                {tracks.number(0), tracks.text(1) == "video" ? TrackKind::Video : TrackKind::Audio,
                 tracks.text(2) == "mix" ? TrackRole::Mix : TrackRole::Source, tracks.text(3), tracks.text(4),
                 tracks.text(5), tracks.number(6), tracks.number(7), tracks.number(8)});
        recordings.push_back(std::move(recording));
    }
    return recordings;
}

Result<void> checkTracks(const std::vector<Track>& tracks) {
    for (std::size_t i = 0; i < tracks.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (tracks[i].index == tracks[j].index)
                return Error{ErrorCode::InvalidArgument, "two tracks have the same place in the file", 0};
    return {};
}

} // namespace

Projection recordingProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"track", "DELETE FROM track",
         "SELECT recording, stream, kind, role, source, name, codec, width, height, sample_rate FROM track "
         "ORDER BY recording, stream"},
        {"recording", "DELETE FROM recording",
         "SELECT id, session, part, file, state, started_at_ms, duration_us, bytes FROM recording ORDER BY "
         "id"},
    };
    static constexpr Applier kAppliers[] = {
        {"recording.begun", applyRecordingBegun},
        {"recording.finished", applyRecordingFinished},
    };
    return {kTables, kAppliers};
}

std::string_view name(RecordingState state) {
    switch (state) {
    case RecordingState::Recording:
        return "recording";
    case RecordingState::Complete:
        return "complete";
    case RecordingState::Salvaged:
        return "salvaged";
    case RecordingState::Lost:
        return "lost";
    }
    return "recording";
}

RecordingStore::RecordingStore(Database& database, std::filesystem::path folder)
    : m_database(database), m_folder(std::move(folder)) {}

Result<Recording> RecordingStore::begin(SessionId session, const std::vector<Track>& tracks,
                                        WallTime startedAt) {
    TRY(checkTracks(tracks));
    return m_database.transact([&]() -> Result<Recording> {
        TRY(SessionStore(m_database).byId(session));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Recording, session));
        const auto id = RecordingId::make();
        const auto parts = TRY(ofSession(session));
        const WallTime start = startedAt == WallTime{} ? WallTime::now() : startedAt;
        TRY(m_database.append(session.uuid(), "recording.begun",
                              {{"id", jsonOf(id)},
                               {"session", jsonOf(session)},
                               {"part", parts.empty() ? 1 : parts.back().part + 1},
                               {"file", "media/" + id.toString() + ".mkv"},
                               {"started_at_ms", start.milliseconds},
                               {"tracks", tracksJson(tracks)}}));
        return byId(id);
    });
}

Result<Recording> RecordingStore::finish(RecordingId id, RecordingState state, MediaTime duration,
                                         std::int64_t bytes, const std::vector<Track>& tracks) {
    if (state == RecordingState::Recording)
        return Error{ErrorCode::InvalidArgument, "a recording ends complete, salvaged or lost", 0};
    if (duration < MediaTime{} || bytes < 0)
        return Error{ErrorCode::InvalidArgument, "a recording's length can't be negative", 0};
    TRY(checkTracks(tracks));
    return m_database.transact([&]() -> Result<Recording> {
        // What was begun can always end: rights that were lost meanwhile must not lose a recording.
        const Database::Unasked unasked(m_database);
        const Recording recording = TRY(byId(id));
        if (recording.state != RecordingState::Recording)
            return Error{ErrorCode::InvalidArgument,
                         "the recording is " + std::string(name(recording.state)) + " already", 0};
        TRY(m_database.append(recording.session.uuid(), "recording.finished",
                              {{"id", jsonOf(id)},
                               {"state", name(state)},
                               {"duration_us", jsonOf(duration)},
                               {"bytes", bytes},
                               {"tracks", tracksJson(tracks.empty() ? recording.tracks : tracks)}}));
        SessionStore sessions(m_database);
        for (const Segment& segment : TRY(sessions.segments(recording.session)))
            if (segment.recording == id && !segment.end)
                TRY(sessions.endSegment(segment.id, std::max(segment.start, duration)));
        return byId(id);
    });
}

Result<std::vector<Recording>> RecordingStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Recording>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Recording, session));
        Statement rows =
            m_database.prepare("SELECT id, session, part, file, state, started_at_ms, duration_us, bytes "
                               "FROM recording WHERE session = ?1 ORDER BY part");
        rows.bind(session);
        return recordingsFrom(m_database, rows);
    });
}

Result<Recording> RecordingStore::byId(RecordingId id) const {
    return m_database.guard([&]() -> Result<Recording> {
        Statement rows =
            m_database.prepare("SELECT id, session, part, file, state, started_at_ms, duration_us, bytes "
                               "FROM recording WHERE id = ?1");
        rows.bind(id);
        auto recordings = TRY(recordingsFrom(m_database, rows));
        if (recordings.empty())
            return Error{ErrorCode::NotFound, "there is no recording " + id.toString(), 0};
        TRY(AccessStore(m_database).require(Action::See, Thing::Recording, recordings.front().session));
        return recordings.front();
    });
}

Result<void> RecordingStore::checkMoment(SessionId session, RecordingId recording, MediaTime at) const {
    if (TRY(byId(recording)).session != session)
        return Error{ErrorCode::InvalidArgument, "the recording belongs to another session", 0};
    if (at < MediaTime{})
        return Error{ErrorCode::OutOfRange, "a time before the recording's start", 0};
    return {};
}

Result<std::vector<Recording>> RecordingStore::unfinished() const {
    return m_database.guard([&]() -> Result<std::vector<Recording>> {
        Statement rows =
            m_database.prepare("SELECT id, session, part, file, state, started_at_ms, duration_us, bytes "
                               "FROM recording WHERE state = 'recording' ORDER BY started_at_ms, id");
        return recordingsFrom(m_database, rows);
    });
}

Result<std::vector<Recording>> RecordingStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Recording>> {
        Statement rows =
            m_database.prepare("SELECT id, session, part, file, state, started_at_ms, duration_us, bytes "
                               "FROM recording ORDER BY started_at_ms, id");
        return recordingsFrom(m_database, rows);
    });
}

std::filesystem::path RecordingStore::path(const Recording& recording) const {
    return m_folder / recording.file;
}

} // namespace mockingbird::catalog
