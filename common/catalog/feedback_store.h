// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// The opened reviews of one session, as the mentee has them before them.
struct Feedback {
    SessionId session;
    WallTime heldAt;
    int reviews = 0;                ///< opened ones, without the mentee's own
    WallTime openedAt;              ///< when the last of them was
    std::optional<WallTime> seenAt; ///< when the mentee last looked since then; none while they haven't
    int notes = 0;                  ///< shared ones in those reviews
    int understood = 0;             ///< of them, ticked by the mentee as understood
    int replies = 0;                ///< the mentee's, below them
};

/// Whether mentees have looked at their feedback.
class FeedbackStore {
public:
    explicit FeedbackStore(Database& database) : m_database(database) {}

    /// The session's feedback is before the acting person. Writes only where they are its mentee, something
    /// is opened and they haven't looked since it was; so it may be told each time the page is shown.
    Result<void> noteSeen(SessionId session);
    /// Of the mentee's sessions of a time that have opened reviews, and of those before it where the mentee
    /// hasn't looked; the newest first.
    [[nodiscard]] Result<std::vector<Feedback>> ofMentee(PersonId mentee, WallTime from,
                                                         WallTime until) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
