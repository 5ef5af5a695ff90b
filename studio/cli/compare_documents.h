// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/quarter_store.h"
#include "review/compare/cohort_year.h"
#include "review/compare/pair_quarter.h"
#include "review/compare/progress.h"
#include "review/report/quarter_text.h"

#include <nlohmann/json.hpp>

namespace mockingbird::studio {

// What `compare --json` prints, as this room's README shows it.

/// Over time, beside the comparison: each kit and rubric version apart.
[[nodiscard]] nlohmann::json progressDocument(const review::PersonProgress& progress);
/// A row of a quarter's list.
[[nodiscard]] nlohmann::json quarterRowDocument(const catalog::QuarterRow& row);
/// By role there are neither names nor ids.
[[nodiscard]] nlohmann::json pairQuarterDocument(const review::PairQuarter& quarter, review::Naming naming);
/// What is withheld is null. It names nobody.
[[nodiscard]] nlohmann::json cohortYearDocument(const review::CohortYear& year);

} // namespace mockingbird::studio
