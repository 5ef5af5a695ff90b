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
    std::string startsOn; ///< ISO date
    std::string endsOn;   ///< ISO date
};

struct Pair {
    PairId id;
    CohortId cohort;
    PersonId mentee;
    PersonId mentor;
    PersonId liaison; ///< null where there is none
};

/// People, cohorts and pairs.
class PeopleStore {
public:
    explicit PeopleStore(Database& database);

    /// InvalidArgument for an empty name.
    [[nodiscard]] Result<Person> add(const std::string& name, const std::set<Role>& roles,
                                     const std::string& classification = {}, const std::string& branch = {});
    /// Also the accommodations; InvalidArgument for an empty name or extra time outside its bounds.
    [[nodiscard]] Result<Person> change(const Person& person);
    [[nodiscard]] Result<std::vector<Person>> all() const; ///< by name
    [[nodiscard]] Result<Person> byId(PersonId id) const;
    /// By id, or by name (case-insensitive, a unique beginning is enough). NotFound; InvalidArgument where
    /// several fit.
    [[nodiscard]] Result<Person> find(std::string_view nameOrId) const;

    [[nodiscard]] Result<Cohort> addCohort(const std::string& name, const std::string& startsOn,
                                           const std::string& endsOn);
    [[nodiscard]] Result<std::vector<Cohort>> cohorts() const;
    [[nodiscard]] Result<Pair> addPair(CohortId cohort, PersonId mentee, PersonId mentor, PersonId liaison);
    [[nodiscard]] Result<std::vector<Pair>> pairs() const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
