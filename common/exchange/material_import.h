// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/exchange/kit_import.h"

#include <filesystem>

namespace mockingbird::exchange {

/// The files of a bundle's materials on their way into the catalog: unpacked into a folder beside it, which
/// goes with the object.
class MaterialFiles {
public:
    MaterialFiles() = default;
    ~MaterialFiles();
    MaterialFiles(const MaterialFiles&) = delete;
    MaterialFiles& operator=(const MaterialFiles&) = delete;

    /// Unpacks them, each compared with its hash once more: the archive may have changed since it was looked
    /// at. Corrupt, NoSpace, Io, Cancelled.
    Result<void> extract(const std::filesystem::path& archive, const KitBundle& bundle,
                         const std::filesystem::path& catalog, const BundleProgress& progress);
    [[nodiscard]] std::filesystem::path pathOf(const BundledFile& file) const;

private:
    std::filesystem::path m_folder;
};

/// Adds what becomes of the bundle's materials to the plan. They are known by their ids.
Result<void> planMaterials(catalog::Catalog& catalog, const KitBundle& bundle, ImportPlan& plan);
/// Does that, the kit being there. Within the caller's transaction.
Result<void> importMaterials(catalog::Catalog& catalog, const KitBundle& bundle, const MaterialFiles& files);
/// After an import that failed: takes copies out of the catalog's folder that no material has.
void letGoOfFiles(catalog::Catalog& catalog, const KitBundle& bundle);

} // namespace mockingbird::exchange
