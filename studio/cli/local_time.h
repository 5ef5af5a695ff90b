// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"

#include <string>

namespace mockingbird::studio {

/// `2026-03-01 14:30` (or with a T between) in the time of this place, or, with a Z behind it, in UTC.
/// InvalidArgument for anything else, also for a day that the calendar doesn't have.
[[nodiscard]] Result<WallTime> parseLocalTime(const std::string& text);

} // namespace mockingbird::studio
