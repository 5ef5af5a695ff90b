// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::review {

/// Text as it may leave the program: bytes that are not UTF-8, and control characters but tabs and line ends,
/// become U+FFFD; a line ends with a line feed.
[[nodiscard]] std::string cleanText(std::string_view text);

/// Text as it may stand between tags and in a quoted attribute, cleaned: what somebody typed can't
/// break out of its place.
[[nodiscard]] std::string html(std::string_view text);

/// The same with its line ends kept.
[[nodiscard]] std::string htmlLines(std::string_view text);

} // namespace mockingbird::review
