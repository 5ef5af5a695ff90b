// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace mockingbird::studio {

/// A file of the sample's folder as it was when the program was built, so that the program needs no file
/// beside it. `path` is relative to that folder, such as `kits/library_assistant.json`.
[[nodiscard]] std::optional<std::string_view> embeddedFile(std::string_view path);

} // namespace mockingbird::studio
