// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class SessionMode { InPerson, Virtual, Solo };

/// `in-person`, `virtual`, `solo`.
[[nodiscard]] std::string_view name(SessionMode mode);
[[nodiscard]] Result<SessionMode> parseSessionMode(std::string_view text);

/// What somebody beside the mentee is there for.
enum class Seat { Panel, Observer };

/// One attempt of one mentee at one kit.
struct Session {
    SessionId id;
    PersonId mentee;
    std::string menteeName;
    KitId kit;
    int kitVersion = 1;
    std::string kitName;
    SessionMode mode = SessionMode::InPerson;
    WallTime startedAt;
    int attempt = 1;                 ///< which one of this mentee at this kit, counted by startedAt
    std::vector<PersonId> panel;     ///< who asked
    std::vector<PersonId> observers; ///< who was there besides
    std::string state;               ///< of its recordings: `none`, `recording`, `recorded`
};

/// The interval in which one question was asked and answered.
struct Segment {
    SegmentId id;
    SessionId session;
    RecordingId recording;
    QuestionId question;
    MediaTime start;
    std::optional<MediaTime> end; ///< none while it runs
};

/// A mark made live.
struct Bookmark {
    BookmarkId id;
    SessionId session;
    RecordingId recording;
    MediaTime at;
    std::string label;
};

/// Which sessions are listed; all that is said must hold.
struct SessionFilter {
    std::optional<PersonId> mentee = std::nullopt;
    std::optional<KitId> kit = std::nullopt;
    bool recorded = false; ///< only those of which there is a recording, be it a running one
    std::optional<PersonId> unsealedBy = std::nullopt; ///< who has sealed no review of it
    std::optional<PersonId> sealedBy = std::nullopt;   ///< who has
};

/// Where in a list a session stands: a page goes on after its last one's.
struct SessionPlace {
    WallTime startedAt;
    SessionId id;
};
[[nodiscard]] inline SessionPlace placeOf(const Session& session) {
    return {session.startedAt, session.id};
}

/// Somebody who sat an interview, for a list to choose from.
struct MenteeHead {
    PersonId id;
    std::string name;
};

/// Sessions with their segments and bookmarks.
class SessionStore {
public:
    explicit SessionStore(Database& database);

    /// Holds the kit's newest version unless told otherwise. `startedAt` of 0 is now.
    [[nodiscard]] Result<Session> add(PersonId mentee, KitId kit, SessionMode mode,
                                      const std::vector<PersonId>& panel = {}, WallTime startedAt = {},
                                      std::optional<int> kitVersion = std::nullopt);
    /// The next `limit` sessions after a place, or the first ones, newest first. What is added meanwhile
    /// before the place moves nothing.
    [[nodiscard]] Result<std::vector<Session>>
    page(const SessionFilter& filter, int limit,
         const std::optional<SessionPlace>& after = std::nullopt) const;
    /// Of whom there are sessions, by name.
    [[nodiscard]] Result<std::vector<MenteeHead>> mentees() const;
    [[nodiscard]] Result<std::int64_t> count(const SessionFilter& filter = {}) const;
    /// Every one, newest first: for what is written out. What is shown is read in pages.
    [[nodiscard]] Result<std::vector<Session>> all(const SessionFilter& filter = {}) const;
    [[nodiscard]] Result<Session> byId(SessionId id) const;
    /// By id, a unique beginning or end of it of at least 6 characters, or `last`.
    [[nodiscard]] Result<Session> find(std::string_view text) const;
    /// Tombstone: it is in no list any more; its events and media stay.
    Result<void> remove(SessionId id);
    /// Somebody is there too, from the start or joining later. No-op where the person has that seat already.
    [[nodiscard]] Result<Session> join(SessionId id, PersonId person, Seat seat);
    Result<void> restore(SessionId id);

    /// Begins a segment; one that still runs in the recording ends at that time.
    [[nodiscard]] Result<Segment> beginSegment(SessionId session, RecordingId recording, QuestionId question,
                                               MediaTime at);
    /// Also corrects the end of one that has ended.
    Result<void> endSegment(SegmentId id, MediaTime at);
    [[nodiscard]] Result<std::vector<Segment>> segments(SessionId session) const; ///< by start

    [[nodiscard]] Result<Bookmark> addBookmark(SessionId session, RecordingId recording, MediaTime at,
                                               const std::string& label = {});
    [[nodiscard]] Result<std::vector<Bookmark>> bookmarks(SessionId session) const; ///< by time

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
