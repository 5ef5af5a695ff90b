// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <chrono>

namespace mockingbird::catalog {

/// How long nobody may try again after so many wrong ones in a row: nothing for the first three, then a
/// second, doubling up to five minutes.
[[nodiscard]] std::chrono::seconds delayAfter(int failures);

/// What is left of it now; at most all of it, also where the clock was set back.
[[nodiscard]] std::chrono::seconds delayLeft(int failures, WallTime last, WallTime now);

} // namespace mockingbird::catalog
