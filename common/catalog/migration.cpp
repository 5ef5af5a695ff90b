// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/migration.h"

#include "common/catalog/catalog_file.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"

#include <string>

namespace mockingbird::catalog {

namespace {

constexpr double kCopyPart = 0.1; ///< of the time that a migration takes

int userVersion(Database& database) {
    return database.connection().execAndGet("PRAGMA user_version").getInt();
}

} // namespace

void migrate(Database& database, std::span<const Migration> steps, const Progress& progress) {
    const int newest = steps.empty() ? 0 : steps.back().version;
    if (userVersion(database) == newest)
        return;
    const auto done = database.remake([&]() -> Result<void> {
        const int version = userVersion(database); // asked again: nobody else changes it from here on
        if (version > newest)
            return Error{ErrorCode::NewerCatalog, "the catalog is of version " + std::to_string(version), 0};
        if (version == newest)
            return {};
        if (version > 0) // another connection reads it as it was before this transaction
            TRY(copyBefore(database.folder(), newest, stretch(progress, 0, kCopyPart)));
        for (const Migration& step : steps) {
            if (step.version <= version)
                continue;
            database.connection().exec(step.sql);
            database.connection().exec("PRAGMA user_version = " + std::to_string(step.version));
        }
        // A step may bring a projection of events that are there already.
        if (version > 0)
            rebuildProjections(database, stretch(progress, kCopyPart, 1));
        return {};
    });
    if (!done)
        throw Failure{done.error()};
}

} // namespace mockingbird::catalog
