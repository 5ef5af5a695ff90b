// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"

#include <set>
#include <vector>

namespace mockingbird::studio {

/// The window's pages, in the rail's order.
enum class PageKind { Home, Prepare, Record, Review, Compare, Library, People };

/// What each role finds in the rail: the one table that decides it. Somebody with several roles finds what
/// any of them has a use for; somebody without a role what a mentee finds.
[[nodiscard]] std::vector<PageKind> pagesFor(const std::set<catalog::Role>& roles);

/// Whether a session is in a person's lists: mentees who are nothing else find their own alone.
[[nodiscard]] bool inSight(const catalog::Session& session, const catalog::Person& person);

} // namespace mockingbird::studio
