// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// A pair in which nothing happens.
struct QuietPair {
    PersonId mentee;
    std::string menteeName;
    std::string mentorName;
    std::optional<WallTime> lastSession; ///< none where there was none yet
};

/// A review that somebody else still owes.
struct OwedReview {
    SessionId session;
    std::string mentorName;
};

/// Which sessions and people Home asks about: each query follows an index and ends at its limit, however many
/// sessions there are. Says nothing of what is in a review.
class AgendaStore {
public:
    explicit AgendaStore(Database& database) : m_database(database) {}

    /// Recorded sessions of a mentor's mentees (of everybody, among the newest, where the catalog has no
    /// pairs) that they have not sealed a review of; the newest first.
    [[nodiscard]] Result<std::vector<SessionId>> reviewsToWrite(PersonId mentor, int limit) const;
    /// Recorded sessions whose review the rater has sealed; the newest first.
    [[nodiscard]] Result<std::vector<SessionId>> sealedBy(PersonId rater, int limit) const;
    /// A mentee's recorded sessions, the newest first.
    [[nodiscard]] Result<std::vector<SessionId>> recordedOf(PersonId mentee, int limit) const;
    /// A liaison's pairs without a session since `since` and without an interview ahead at `now`.
    [[nodiscard]] Result<std::vector<QuietPair>> quietPairs(PersonId liaison, WallTime since, WallTime now,
                                                            int limit) const;
    /// Sessions of a liaison's pairs, recorded between the two, that their mentor has not sealed a review of;
    /// the oldest first.
    [[nodiscard]] Result<std::vector<OwedReview>> owedReviews(PersonId liaison, WallTime after,
                                                              WallTime before, int limit) const;
    [[nodiscard]] Result<bool> hasPairs() const; ///< that run now
    /// Mentees whom nobody mentors; their names, by name.
    [[nodiscard]] Result<std::vector<std::string>> menteesWithoutPair(int limit) const;
    /// Sessions with a recording begun before then and never finished, the newest first.
    [[nodiscard]] Result<std::vector<SessionId>> unfinished(WallTime before, int limit) const;
    [[nodiscard]] Result<bool> hasSessions() const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
