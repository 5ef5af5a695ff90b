// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/material.h"
#include "common/catalog/material_folder.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

struct TakenMaterial {
    catalog::Material material;
    bool known = false;               ///< the same file was there already
    std::optional<Error> wordsFailed; ///< it is there, but nothing in it can be found by searching
};

/// A file as a new material with what is attached to it, or in place of the one `replaced` names: a recording
/// is looked into before, a PDF read page by page after it is filed. As MaterialIntake. Any thread, with that
/// thread's catalog.
[[nodiscard]] Result<TakenMaterial> takeMaterial(catalog::Catalog& catalog, const std::filesystem::path& file,
                                                 catalog::MaterialDraft draft, catalog::MaterialId replaced,
                                                 const catalog::MaterialFolder::Progress& progress);

} // namespace mockingbird::studio
