// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::hypertext {

/// The words that a reader sees, with line ends between blocks; for searching. Takes UTF-8.
[[nodiscard]] std::string plainTextOfHtml(std::string_view html);
/// The same without Markdown's marks; a link leaves its words, a picture its description.
[[nodiscard]] std::string plainTextOfMarkdown(std::string_view markdown);

} // namespace mockingbird::hypertext
