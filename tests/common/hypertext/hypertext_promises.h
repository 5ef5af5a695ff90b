// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mockingbird::test {

/// What the room promises of any bytes at all; what was broken, where one was.
[[nodiscard]] std::optional<std::string> brokenPromise(std::string_view bytes);

} // namespace mockingbird::test
