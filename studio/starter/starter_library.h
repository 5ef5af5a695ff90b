// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"

namespace mockingbird::studio {

/// Publishes the starter library in one transaction: a kit for each step of a public library's ladder with
/// its guide and checklist, and guides that belong to no kit. All ids are the files' own, so that two
/// catalogs hold the same kits. Does nothing for a catalog that has kits. Internal, naming the file, for a
/// broken one: they are part of the program.
[[nodiscard]] Result<void> addStarterLibrary(catalog::Catalog& catalog);

} // namespace mockingbird::studio
