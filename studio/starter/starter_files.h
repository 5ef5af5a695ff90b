// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace mockingbird::studio {

/// A file of the starter library's folder as it was when the program was built. `path` is relative to that
/// folder, such as `kits/library_page.json`.
[[nodiscard]] std::optional<std::string_view> starterFile(std::string_view path);

} // namespace mockingbird::studio
