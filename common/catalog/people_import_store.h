// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// One import of people as it was done.
struct PeopleImport {
    PeopleImportId id;
    std::string file; ///< its name, without a folder
    WallTime at;
    nlohmann::json steps; ///< an array: what was done, in order, in its importer's words
    bool undone = false;
};

/// What imports did, so that each can be taken back as a whole.
class PeopleImportStore {
public:
    explicit PeopleImportStore(Database& database);

    /// The last thing an import does, within its transaction.
    [[nodiscard]] Result<PeopleImport> record(const std::string& file, nlohmann::json steps);
    Result<void> markUndone(PeopleImportId id);
    [[nodiscard]] Result<std::vector<PeopleImport>> all() const; ///< newest first
    [[nodiscard]] Result<PeopleImport> byId(PeopleImportId id) const;
    /// Whether anything was written of the person, or by them, after the import.
    [[nodiscard]] Result<bool> touchedSince(const PeopleImport& import, PersonId person) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
