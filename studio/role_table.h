// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"

#include <set>
#include <vector>

namespace mockingbird::studio {

/// The window's pages, in the rail's order.
enum class PageKind { Home, Prepare, Record, Review, Compare, Library, People };

/// What each role finds in the rail: the one table that decides it. What they find on the pages the stores
/// decide (common/catalog/access.h). Somebody with several roles finds what
/// any of them has a use for; somebody without a role what a mentee finds.
[[nodiscard]] std::vector<PageKind> pagesFor(const std::set<catalog::Role>& roles);

} // namespace mockingbird::studio
