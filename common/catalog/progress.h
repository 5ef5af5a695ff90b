// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace mockingbird::catalog {

/// Told now and then how much of a long task is done, from 0 to 1, in the thread that does it. Answers
/// whether to go on; a task that is stopped leaves the catalog as it was, and ends with Cancelled.
using Progress = std::function<bool(double part)>;

/// A stretch of a longer task: from `from` to `to` of it.
[[nodiscard]] Progress stretch(const Progress& whole, double from, double to);

/// Tells it; throws Failure (Cancelled) where it answers no. Nothing where there is nobody to be told.
void tell(const Progress& progress, double part);

} // namespace mockingbird::catalog
