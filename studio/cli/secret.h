// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <string>

namespace mockingbird::studio {

/// Where a secret may come from. Never an argument: those are in the history and for everybody to see.
struct SecretSource {
    const char* variable; ///< of the environment
    std::string file;     ///< its first line; `-` is standard input; empty for none
    std::string prompt;   ///< asked at the terminal, without echo, where neither is given
};

/// InvalidArgument, naming the ways, where there is none; NotFound for a file that isn't there.
[[nodiscard]] Result<std::string> readSecret(const SecretSource& source);

} // namespace mockingbird::studio
