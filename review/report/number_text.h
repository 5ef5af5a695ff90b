// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <string>

namespace mockingbird::review {

/// With one decimal where it needs one: `3`, `2.5`.
[[nodiscard]] std::string numberText(double number);
/// With its sign, which for a fall is a minus (U+2212): `+1`, `±0`, `−0.5`.
[[nodiscard]] std::string changeText(double change);
/// The day and minute in the time of this place, `1 March 2026, 09:30`.
[[nodiscard]] std::string dateText(WallTime time);

} // namespace mockingbird::review
