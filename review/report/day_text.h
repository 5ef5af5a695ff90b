// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <string>

namespace mockingbird::review {

/// The day in this place's calendar, `1 March 2026`.
[[nodiscard]] std::string dayText(WallTime time);
/// The same of an ISO date, which stays as it is where it is none.
[[nodiscard]] std::string dayText(const std::string& isoDate);

} // namespace mockingbird::review
