// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/field_store.h"
#include "common/catalog/people_import_store.h"
#include "common/catalog/people_store.h"
#include "studio/people_file/people_plan.h"

#include <nlohmann/json.hpp>

namespace mockingbird::studio {

// What --json prints of people, cohorts and pairs, as this room's README shows it.

/// personDocument with what their fields say.
[[nodiscard]] nlohmann::json describedPerson(const catalog::Person& person,
                                             const catalog::PersonValues& values);
[[nodiscard]] nlohmann::json fieldDocument(const catalog::PersonField& field);
[[nodiscard]] nlohmann::json cohortDocument(const catalog::Cohort& cohort);
/// With the names of everybody in it.
[[nodiscard]] Result<nlohmann::json> pairDocument(catalog::Catalog& catalog, const catalog::Pair& pair);
[[nodiscard]] Result<nlohmann::json> termDocument(catalog::Catalog& catalog, const catalog::PairTerm& term);
[[nodiscard]] nlohmann::json planDocument(const PeoplePlan& plan);
[[nodiscard]] nlohmann::json importDocument(const catalog::PeopleImport& import);

/// Today, here.
[[nodiscard]] std::string today();

} // namespace mockingbird::studio
