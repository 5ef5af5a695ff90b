// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class Role { Mentee, Mentor, Liaison, Coordinator };

/// `mentee`, `mentor`, `liaison`, `coordinator`.
[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] Result<Role> parseRole(std::string_view text);

/// What an interview gives this person besides: it is theirs, whatever the kit.
struct Accommodations {
    int extraTimePercent = 0; ///< 0..200, of reading, answering and the whole
    bool largerText = false;  ///< of the questions while recording

    bool operator==(const Accommodations&) const = default;
};

struct Person {
    PersonId id;
    std::string name;
    std::set<Role> roles;
    std::string classification; ///< such as "Library Assistant"; may be empty
    std::string branch;         ///< may be empty
    Accommodations accommodations = {};
};

struct Cohort {
    CohortId id;
    std::string name;
    std::string startsOn;     ///< ISO date, as planned; may be empty
    std::string endsOn;       ///< the same
    std::string endedOn = {}; ///< the day it was ended; empty while it runs
};

struct Pair {
    PairId id;
    CohortId cohort;
    PersonId mentee;
    PersonId mentor;
    PersonId liaison;           ///< null where there is none
    std::string startedOn = {}; ///< ISO date
    std::string endedOn = {};   ///< the day it, or its cohort, was ended; empty while it runs
    std::string endReason = {};
};

/// One mentor and liaison that a pair had, from when to when.
struct PairTerm {
    PairId pair;
    CohortId cohort;
    PersonId mentee;
    PersonId mentor;
    PersonId liaison;      ///< null where there was none
    std::string from;      ///< ISO date
    std::string until;     ///< ISO date; empty while it lasts
    std::string reason;    ///< why it took the place of the one before; empty for the first
    std::string endReason; ///< why the pair ended with it
};

/// People, cohorts and pairs. Dates are of this place's calendar, written 2026-09-01; an empty one is today's
/// in UTC.
class PeopleStore {
public:
    explicit PeopleStore(Database& database);

    /// InvalidArgument for an empty name.
    [[nodiscard]] Result<Person> add(const std::string& name, const std::set<Role>& roles,
                                     const std::string& classification = {}, const std::string& branch = {});
    /// Also the accommodations; InvalidArgument for an empty name or extra time outside its bounds.
    [[nodiscard]] Result<Person> change(const Person& person);
    /// Tombstone, for somebody added in error: they are in no list any more. InvalidArgument where sessions,
    /// reviews or running pairs bear their name, or they are the acting person.
    Result<void> remove(PersonId id);
    Result<void> restore(PersonId id);
    /// Why the person can't be removed; empty where nothing bears their name.
    [[nodiscard]] Result<std::string> heldBy(PersonId id) const;
    [[nodiscard]] Result<std::vector<Person>> all() const; ///< by name
    [[nodiscard]] Result<Person> byId(PersonId id) const;  ///< a removed one, too
    [[nodiscard]] Result<bool> isRemoved(PersonId id) const;
    /// By id, or by name (case-insensitive, a unique beginning is enough). NotFound; InvalidArgument where
    /// several fit.
    [[nodiscard]] Result<Person> find(std::string_view nameOrId) const;

    /// InvalidArgument for an empty name, something that is no date, or an end before the start.
    [[nodiscard]] Result<Cohort> addCohort(const std::string& name, const std::string& startsOn,
                                           const std::string& endsOn);
    /// Its name and planned dates.
    [[nodiscard]] Result<Cohort> changeCohort(const Cohort& cohort);
    /// Its pairs end with it, and run again once it is resumed.
    Result<void> endCohort(CohortId id, const std::string& on = {});
    Result<void> resumeCohort(CohortId id);
    /// For one added in error. InvalidArgument where it has pairs or calibrations.
    Result<void> removeCohort(CohortId id);
    [[nodiscard]] Result<bool> isCohortHeld(CohortId id) const;
    [[nodiscard]] Result<std::vector<Cohort>> cohorts() const; ///< newest first, ended ones as well
    [[nodiscard]] Result<Cohort> cohort(CohortId id) const;

    /// InvalidArgument where the same three run as a pair of that cohort already.
    [[nodiscard]] Result<Pair> addPair(CohortId cohort, PersonId mentee, PersonId mentor, PersonId liaison,
                                       const std::string& startedOn = {});
    /// Another mentor or liaison from a day on; what was before stays as history. InvalidArgument where
    /// nothing changes, the pair has ended, or the day lies before the last change.
    [[nodiscard]] Result<Pair> changePair(PairId id, PersonId mentor, PersonId liaison,
                                          const std::string& reason, const std::string& on = {});
    Result<void> endPair(PairId id, const std::string& reason, const std::string& on = {});
    /// Takes back the last thing that was done to the pair: its end, its last change, or (it is in no list
    /// then) that it was added.
    Result<void> revertPair(PairId id);
    [[nodiscard]] Result<std::vector<Pair>> pairs() const;    ///< that run now
    [[nodiscard]] Result<std::vector<Pair>> allPairs() const; ///< ended ones, too
    [[nodiscard]] Result<Pair> pair(PairId id) const;
    /// Of one pair, or of the pairs whose mentee the person is, or whose mentor or liaison they were, as far
    /// as the acting person may see them; oldest first.
    [[nodiscard]] Result<std::vector<PairTerm>> termsOf(PairId pair) const;
    [[nodiscard]] Result<std::vector<PairTerm>> termsOf(PersonId person) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
