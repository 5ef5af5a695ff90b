// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"

#include <cstdint>

namespace mockingbird::catalog::test {

/// Does `steps` things to the catalog as `seed` says: additions, corrections, removals, restorations of all
/// kinds, some of them refused. Returns how many were done. Throws where something fails that mustn't.
int doRandomWork(Catalog& catalog, std::uint32_t seed, int steps);

} // namespace mockingbird::catalog::test
