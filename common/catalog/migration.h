// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/progress.h"

#include <span>

namespace mockingbird::catalog {

/// One step of the schema. Steps are only ever added at the end; their number is the catalog's
/// `user_version`.
struct Migration {
    int version = 0;
    const char* name = "";
    const char* sql = "";
};

/// All steps this program knows, in order; embedded from migrations/*.sql.
[[nodiscard]] std::span<const Migration> migrations();

class Database;

/// Brings the catalog to the last of `steps` in one transaction. An existing catalog is copied to
/// `catalog.db.before-v<new>` first, and its projections are rebuilt afterwards. Throws; on any failure the
/// catalog is as it was.
void migrate(Database& database, std::span<const Migration> steps, const Progress& progress = {});

} // namespace mockingbird::catalog
