// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::hypertext {

/// With HTML's character references replaced by what they stand for; unknown ones stay as they are written,
/// and those of control characters are left out.
[[nodiscard]] std::string decodeEntities(std::string_view text);

/// With `&`, `<`, `>` and `"` as references, for text and for values of attributes.
[[nodiscard]] std::string encodeEntities(std::string_view text);

} // namespace mockingbird::hypertext
