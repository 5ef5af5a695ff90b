// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mockingbird::studio {

/// Where the person's own catalog lies, and the sample, which is a catalog of its own and never mixes with
/// it.
struct CatalogPlace {
    std::filesystem::path own;
    std::filesystem::path sample;
    bool chosen = false; ///< named by the person: then its parent folder must be there already
};

/// `$XDG_DATA_HOME/mockingbird`, with `~/.local/share` where that isn't set. NotFound for an account without
/// a home.
[[nodiscard]] Result<std::filesystem::path> dataFolder();

/// The place for `chosen`, or for MOCKINGBIRD_CATALOG in the environment, or `catalog` and `sample` in
/// dataFolder(). The sample of a chosen catalog `x` lies beside it as `x-sample`.
[[nodiscard]] Result<CatalogPlace> catalogPlace(const std::string& chosen = {});

/// What the system calls the person at it: the account's full name, else its user name.
[[nodiscard]] std::string systemAccountName();

/// Opens the person's own catalog. A new one is made with the person of the system account (in every role)
/// and the starter library. NotFound where a chosen catalog's parent folder is missing (a disk that isn't
/// there, say), so that nothing is made in the wrong place. `progress` is told of a migration.
[[nodiscard]] Result<std::unique_ptr<catalog::Catalog>>
openOwnCatalog(const CatalogPlace& place, const catalog::Progress& progress = {});

} // namespace mockingbird::studio
