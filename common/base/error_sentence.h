// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <string>

namespace mockingbird {

/// What a person reads about a failure, in the window and on the command line alike: what happened (with the
/// error's detail), what is safe, and what to do next.
[[nodiscard]] std::string sentence(const Error& error);

} // namespace mockingbird
