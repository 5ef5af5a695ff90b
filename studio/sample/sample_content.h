// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"

namespace mockingbird::studio {

/// Puts the shipped people, kit, materials, sessions, recordings and reviews into an empty catalog, through
/// the same stores as everything else. Times count back from today. Internal where the shipped content is
/// incomplete.
Result<void> fillSample(catalog::Catalog& catalog);

} // namespace mockingbird::studio
