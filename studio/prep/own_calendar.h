// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <cstddef>
#include <string>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

struct OwnCalendar {
    std::string text; ///< an iCalendar object
    std::size_t entries = 0;
};

/// What a person's calendar program is told: their appointments, also cancelled ones, so that they vanish
/// there; those ahead of whom they accompany; and the sessions they sat that came of no appointment. Told
/// again, it replaces what was told before. Denied where somebody else acts.
[[nodiscard]] Result<OwnCalendar> ownCalendar(catalog::Catalog& catalog, catalog::PersonId person,
                                              WallTime now);

} // namespace mockingbird::studio
