// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/preparation_ids.h"

#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class ConfidenceMoment { Before, After };
/// `before`, `after`.
[[nodiscard]] std::string_view name(ConfidenceMoment moment);

/// How sure of themselves somebody said to be, 1 to 10.
struct Confidence {
    ConfidenceId id;
    ConfidenceMoment moment = ConfidenceMoment::Before;
    int level = 0;
    WallTime at;
};

/// What was said about one session.
struct SessionConfidence {
    SessionId session;
    WallTime startedAt;
    std::optional<Confidence> before;
    std::optional<Confidence> after;
};

/// How confident a mentee was before and after each session. Their own; their mentors' and liaisons' too
/// where they share it. What is said before an interview belongs to no session yet: it counts for the next
/// that begins within a day.
class ConfidenceStore {
public:
    static constexpr int kLowest = 1;
    static constexpr int kHighest = 10;

    explicit ConfidenceStore(Database& database) : m_database(database) {}

    /// The last one said counts. A session is given where it has begun; it is needed for `After`.
    /// InvalidArgument outside 1 to 10, or for another's session; Denied unless it is the acting person's.
    [[nodiscard]] Result<Confidence> set(PersonId person, ConfidenceMoment moment, int level,
                                         SessionId session = {});
    Result<void> remove(ConfidenceId id); ///< undo: what was said before counts again
    /// Said within the last day, and no session has begun since.
    [[nodiscard]] Result<std::optional<Confidence>> ahead(PersonId person, WallTime now) const;
    /// The newest first, at most `limit`; without those about which nothing was said. Empty where the acting
    /// person may not read it.
    [[nodiscard]] Result<std::vector<SessionConfidence>> bySession(PersonId person, int limit = 1000) const;
    [[nodiscard]] Result<SessionConfidence> ofSession(SessionId session) const;
    /// The person's newest session of the last week, where nothing was said after it.
    [[nodiscard]] Result<std::optional<SessionId>> awaited(PersonId person, WallTime now) const;

    Result<void> share(PersonId person, bool shared);
    [[nodiscard]] Result<bool> shared(PersonId person) const;

private:
    [[nodiscard]] Result<bool> mayRead(PersonId person) const;
    [[nodiscard]] std::optional<Confidence> beforeOf(PersonId person, SessionId session,
                                                     WallTime startedAt) const;
    [[nodiscard]] std::optional<Confidence> afterOf(PersonId person, SessionId session) const;
    Database& m_database;
};

} // namespace mockingbird::catalog
