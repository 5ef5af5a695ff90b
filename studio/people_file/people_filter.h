// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// A person with what lists of people are narrowed by.
struct PersonEntry {
    catalog::Person person;
    std::string employment;              ///< empty where it isn't known, or not to be seen
    std::set<catalog::CohortId> cohorts; ///< in which a pair of theirs runs
    std::string searched;                ///< what words are looked for in, in small letters
};

/// What a list of people is narrowed to; what is empty lets everybody through.
struct PeopleFilter {
    std::string words; ///< all of them, anywhere in name, classification, branch
    std::optional<catalog::Role> role;
    std::string branch;
    std::string classification;
    std::string employment;
    std::optional<catalog::CohortId> cohort;

    bool operator==(const PeopleFilter&) const = default;
};

/// Everybody, by name, as the acting person may see them.
[[nodiscard]] Result<std::vector<PersonEntry>> peopleEntries(catalog::Catalog& catalog);
/// The places of those who fit.
[[nodiscard]] std::vector<std::size_t> fitting(const std::vector<PersonEntry>& entries,
                                               const PeopleFilter& filter);

} // namespace mockingbird::studio
