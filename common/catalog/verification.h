// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/progress.h"

#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// What is wrong with a catalog, one sentence each; as Catalog::verify. Reads one snapshot; writes nothing
/// into it.
[[nodiscard]] Result<std::vector<std::string>> findFaults(Database& database, const Progress& progress = {});

} // namespace mockingbird::catalog
