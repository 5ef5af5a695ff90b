// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/field_store.h"
#include "common/catalog/people_store.h"
#include "common/exchange/csv.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

/// What a plan is made against: the people as the one who imports sees them.
struct PeopleSnapshot {
    std::vector<catalog::Person> people;
    std::map<catalog::PersonId, catalog::PersonValues> values;
    std::vector<catalog::PersonField> fields;
    std::vector<catalog::Cohort> cohorts;
    std::vector<catalog::Pair> pairs; ///< that run
    catalog::PersonId actor;          ///< null for the machine's owner
    std::int64_t revision = 0;
};

/// One thing that a row sets, in words; `from` is empty where there was nothing.
struct PlannedChange {
    std::string what;
    std::string from;
    std::string to;
};

/// A pair that a row makes or changes. People are named by nameKey(), as some of them are new.
struct PlannedPair {
    catalog::PairId changed; ///< null for a new one
    std::string cohort;      ///< its name as it is kept
    std::string mentee;
    std::string mentor;
    std::string liaison; ///< empty for none
};

/// What one row of the file will do.
struct PlannedRow {
    enum class Kind { Added, Changed, Unchanged, Refused };

    std::size_t line = 0; ///< of the file
    Kind kind = Kind::Unchanged;
    catalog::Person person; ///< as it will be; a null id for somebody new
    std::vector<PlannedChange> changes;
    std::string reason;           ///< why it is refused, or what of it isn't taken
    catalog::PersonValues values; ///< those that change
    bool changesPerson = false;   ///< name, roles, classification, branch or accommodations
    std::optional<PlannedPair> pair;
};

/// What an import will do, row by row.
struct PeoplePlan {
    std::vector<PlannedRow> rows;         ///< in the file's order
    std::vector<catalog::Cohort> cohorts; ///< that are new; without ids
    std::vector<std::string> ignored;     ///< headings of columns that say nothing known
    exchange::TextEncoding encoding = exchange::TextEncoding::Utf8;
    std::int64_t revision = 0; ///< of the snapshot

    [[nodiscard]] std::size_t count(PlannedRow::Kind kind) const;
    [[nodiscard]] bool doesSomething() const;
};

/// `added`, `changed`, `unchanged`, `refused`.
[[nodiscard]] std::string_view name(PlannedRow::Kind kind);
/// A name as it is compared: in small letters, with single blanks.
[[nodiscard]] std::string nameKey(std::string_view name);
/// `mentee, mentor`.
[[nodiscard]] std::string listed(const std::set<catalog::Role>& roles);

/// Reads a table of people and says what it would do; changes nothing. Empty cells leave what is there.
/// InvalidArgument for a file that is no such table.
[[nodiscard]] Result<PeoplePlan> planPeople(std::string_view csv, const PeopleSnapshot& snapshot);

} // namespace mockingbird::studio
