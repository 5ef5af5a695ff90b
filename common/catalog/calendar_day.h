// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// Whether the text is a day of the calendar, written 2026-09-01.
[[nodiscard]] bool isDay(std::string_view text);
/// The day, in UTC.
[[nodiscard]] std::string dayOf(WallTime time);

} // namespace mockingbird::catalog
