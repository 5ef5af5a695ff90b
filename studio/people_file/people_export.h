// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <string>
#include <vector>

namespace mockingbird::studio {

/// Those people as a table that the importer reads again: with every field as far as the acting person sees
/// it, and the pairs that run (a further row for each pair beyond a mentee's first). Nothing in it runs as a
/// formula in a spreadsheet.
[[nodiscard]] Result<std::string> peopleAsCsv(catalog::Catalog& catalog,
                                              const std::vector<catalog::Person>& people);

} // namespace mockingbird::studio
