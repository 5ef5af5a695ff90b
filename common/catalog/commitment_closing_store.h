// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/review_store.h"

#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// A place in a recording of a session.
struct ShownMoment {
    RecordingId recording;
    MediaTime at;
};

/// That a later attempt did what was taken along from an earlier one.
struct CommitmentClosing {
    SessionId session;                 ///< the later attempt
    WallTime heldAt;                   ///< when that was held
    std::optional<ShownMoment> moment; ///< that shows it; none where nobody said
    PersonId by;                       ///< who says so; null where nobody acted
    std::string byName;
    WallTime closedAt;
};

/// What a mentee took along from one attempt, and what came of it.
struct TakenAlong {
    Commitment commitment;
    SessionId session; ///< of the review it stands in
    WallTime heldAt;   ///< when that was held
    KitId kit;
    std::string kitName;
    PersonId rater; ///< whose review it stands in; perhaps the mentee's own
    std::string raterName;
    std::optional<CommitmentClosing> closing; ///< none while it is open
};

/// Whether commitments were kept. It is no part of the review, which may be sealed: its hash stays. Said by
/// the mentee, their mentors and liaisons, who were at the session, and coordinators.
class CommitmentClosingStore {
public:
    explicit CommitmentClosingStore(Database& database) : m_database(database) {}

    /// In place of what was said before. InvalidArgument where the session is another mentee's or not later
    /// than the commitment's, or the recording is not the session's; OutOfRange past the recording's end;
    /// NotFound for a commitment that the acting person may not read; Denied.
    Result<void> close(CommitmentId id, SessionId session,
                       const std::optional<ShownMoment>& moment = std::nullopt);
    /// It is open again; no-op where it is.
    Result<void> reopen(CommitmentId id);
    /// Those of the mentee that they may read (opened reviews, and their own that are no drafts), and that
    /// the acting person may; the newest session first. Denied where they may see no session of the mentee's.
    [[nodiscard]] Result<std::vector<TakenAlong>> ofMentee(PersonId mentee) const;
    /// NotFound as in close().
    [[nodiscard]] Result<TakenAlong> byId(CommitmentId id) const;
    /// By id, or a beginning or end of it of at least 6 characters that only one of the mentee's has.
    [[nodiscard]] Result<TakenAlong> find(std::string_view text, PersonId mentee) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
