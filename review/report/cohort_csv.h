// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/cohort_year.h"

#include <string>

namespace mockingbird::review {

/// A cohort's year as one table, a number a row; the first column says of what. What is withheld has an empty
/// value and says so in the last column.
[[nodiscard]] std::string cohortCsv(const CohortYear& year);

} // namespace mockingbird::review
