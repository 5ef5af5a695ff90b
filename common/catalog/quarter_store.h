// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/catalog/quarter.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// Which pairs a quarter's list holds; all that is said must hold.
struct QuarterFilter {
    Quarter quarter;
    std::optional<CohortId> cohort = std::nullopt;
    std::optional<std::string> branch = std::nullopt; ///< the mentee's
};

/// A pair in a quarter's list. What is outstanding, unopened and open is so now, of attempts held until the
/// quarter's end; sessions and outcomes are those of the quarter.
struct QuarterRow {
    PairId pair;
    CohortId cohort;
    std::string cohortName;
    PersonId mentee;
    std::string menteeName;
    std::string branch;
    std::string mentorName;
    std::string liaisonName; ///< empty where there is none
    int sessions = 0;
    std::optional<WallTime> lastSession; ///< the last one of all until the quarter's end
    int outstanding = 0;                 ///< reviews that a rater still owes
    int overdue = 0;                     ///< of them, for longer than kReviewDueMilliseconds
    std::optional<WallTime> oldestOwed;  ///< when the session was held whose review is owed the longest
    SessionId oldestOwedSession;         ///< null where none is owed
    int unopened = 0;                    ///< sessions with feedback that the mentee hasn't looked at
    SessionId oldestUnopenedSession;     ///< null where there is none
    int openCommitments = 0;
    SessionId oldestOpenCommitmentSession; ///< null where there is none
    int outcomes = 0;
};

/// A review that a rater still owes: the panel's, the mentor's of a recorded session, one that was begun, and
/// the mentee's own where the kit wants it before they read the others'. None of a session that is rated for
/// practice.
struct OutstandingReview {
    SessionId session;
    WallTime heldAt; ///< it has been owed since
    PersonId rater;
    std::string raterName;
    bool begun = false;    ///< there is a draft
    bool ofMentee = false; ///< the self-review that is wanted first
    bool overdue = false;  ///< owed for longer than kReviewDueMilliseconds
};

/// Two weeks after the session a review is overdue.
inline constexpr std::int64_t kReviewDueMilliseconds = 14LL * 24 * 60 * 60 * 1000;

/// A quarter's pairs: for a liaison those they accompany now, for coordinators all.
class QuarterStore {
public:
    explicit QuarterStore(Database& database) : m_database(database) {}

    /// Pairs that ran in the quarter, for a time at least; by the mentee's name.
    [[nodiscard]] Result<std::vector<QuarterRow>> list(const QuarterFilter& filter, WallTime now) const;
    /// The mentees' branches among all pairs in sight, by name, without the empty one.
    [[nodiscard]] Result<std::vector<std::string>> branches() const;
    /// The quarters from the first session in sight to now's, the newest first; now's at least.
    [[nodiscard]] Result<std::vector<Quarter>> quarters(WallTime now) const;
    /// Of the mentee's sessions held before a time, the longest owed first.
    [[nodiscard]] Result<std::vector<OutstandingReview>> outstanding(PersonId mentee, WallTime before,
                                                                     WallTime now) const;
    /// Denied where the acting person may not see the pair's quarter; NotFound.
    [[nodiscard]] Result<Pair> pair(PairId id) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
