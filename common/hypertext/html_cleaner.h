// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mockingbird::hypertext {

/// HTML that can do nothing but be read: of elements and attributes only those on a list are let through
/// (headings, paragraphs, lists, tables, quotations, emphasis, links to the web), and the result is well
/// formed. No script, style, picture, frame, form or event survives, and nothing in it loads anything; a
/// picture leaves its description. Takes any bytes that are UTF-8; what comes out is the same after another
/// cleaning.
[[nodiscard]] std::string cleanHtml(std::string_view html);

/// Where a link may lead, without blanks and control characters: the web, an e-mail address, or a place in
/// the same document (`#...`). None for anything else.
[[nodiscard]] std::optional<std::string> cleanLink(std::string_view link);

/// What of a document cleanHtml() promises never to let through and did; none where it kept its word. For
/// tests and the fuzzer.
[[nodiscard]] std::optional<std::string> uncleanPart(std::string_view cleaned);

} // namespace mockingbird::hypertext
