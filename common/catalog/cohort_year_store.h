// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/outcome_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/progress.h"

#include <functional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// One mentee of a cohort in a year, as far as a table of many says it.
struct YearMentee {
    PersonId person;
    std::string classification; ///< may be empty
    std::string branch;         ///< may be empty
    std::string employment; ///< `full-time`, `part-time`, or empty where it isn't known, or is theirs alone
};

struct YearSession {
    SessionId session;
    PersonId mentee;
    KitId kit;
    int kitVersion = 1;
    WallTime heldAt;
    bool calibrated = false; ///< rated for practice: its scores are in no table
};

/// A level of a review that is sealed or opened, by somebody else than the mentee.
struct YearScore {
    SessionId session;
    PersonId rater;
    CriterionId criterion;
    QuestionId question; ///< null for the session's
    int level = 0;
};

struct YearAgreed {
    SessionId session;
    CriterionId criterion;
    QuestionId question; ///< null for the session's
    int level = 0;
};

/// What a cohort's year is counted from: single people's rows, which no interface shows. For liaisons and
/// coordinators; Denied for others. A mentee counts in one cohort a year, that of the pair that began last,
/// so that no two cohorts' years can be subtracted from each other; years share no session.
class CohortYearStore {
public:
    explicit CohortYearStore(Database& database) : m_database(database) {}

    /// Those in which a pair of the cohort ran, the newest first.
    [[nodiscard]] Result<std::vector<int>> years(CohortId cohort, WallTime now) const;
    [[nodiscard]] Result<std::vector<YearMentee>> mentees(CohortId cohort, int year) const;
    [[nodiscard]] Result<std::vector<YearSession>> sessions(CohortId cohort, int year) const; ///< by time
    /// Each in turn, those of one session together; a false answer stops it with Cancelled.
    Result<void> forEachScore(CohortId cohort, int year,
                              const std::function<bool(const YearScore&)>& visit) const;
    [[nodiscard]] Result<std::vector<YearAgreed>> agreed(CohortId cohort, int year) const;
    [[nodiscard]] Result<std::vector<Outcome>> outcomes(CohortId cohort, int year) const;
    /// How many attempts each outcome's person had held before its day, of all years; in outcomes()'s order.
    [[nodiscard]] Result<std::vector<int>> attemptsBefore(CohortId cohort, int year) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
