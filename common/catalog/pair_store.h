// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"

namespace mockingbird::catalog {

/// Cohorts and pairs, for the PeopleStore, which says what each function does.
class PairStore {
public:
    explicit PairStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<Cohort> addCohort(const std::string& name, const std::string& startsOn,
                                           const std::string& endsOn);
    [[nodiscard]] Result<Cohort> changeCohort(const Cohort& cohort);
    Result<void> endCohort(CohortId id, const std::string& on);
    Result<void> resumeCohort(CohortId id);
    Result<void> removeCohort(CohortId id);
    [[nodiscard]] Result<bool> isCohortHeld(CohortId id) const;
    [[nodiscard]] Result<std::vector<Cohort>> cohorts() const;
    [[nodiscard]] Result<Cohort> cohort(CohortId id) const;

    /// The id is given.
    [[nodiscard]] Result<Pair> add(Pair pair);
    [[nodiscard]] Result<Pair> change(PairId id, PersonId mentor, PersonId liaison, const std::string& reason,
                                      const std::string& on);
    Result<void> end(PairId id, const std::string& reason, const std::string& on);
    Result<void> revert(PairId id);
    [[nodiscard]] Result<std::vector<Pair>> all() const; ///< ended ones, too
    [[nodiscard]] Result<Pair> byId(PairId id) const;
    [[nodiscard]] Result<std::vector<PairTerm>> termsOf(PairId id) const;
    [[nodiscard]] Result<std::vector<PairTerm>> termsOf(PersonId person) const;
    /// Whether a running pair has them for its mentor, or its liaison, and this mentee. Throws.
    [[nodiscard]] bool mentors(PersonId mentor, PersonId mentee) const;
    [[nodiscard]] bool liaises(PersonId liaison, PersonId mentee) const;
    /// Whether a running pair has this person. Throws.
    [[nodiscard]] bool runsFor(PersonId person) const;

private:
    /// The pair, or InvalidArgument where it has ended or `on` lies before its last term began.
    [[nodiscard]] Result<Pair> running(PairId id, const std::string& on) const;

    Database& m_database;
};

} // namespace mockingbird::catalog
