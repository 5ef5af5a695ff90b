// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::hypertext {

/// A text file's bytes as valid UTF-8, whatever they are: UTF-8 and UTF-16 by their marks, what is UTF-8 as
/// it is, and all else as Windows-1252. Control characters but tab and line ends are left out; lines end in
/// `\n`.
[[nodiscard]] std::string readableText(std::string_view bytes);

/// Whether the bytes can't be a text: zero bytes without a mark of UTF-16.
[[nodiscard]] bool looksBinary(std::string_view bytes);

/// Appends the character in UTF-8; U+FFFD for what is none.
void appendUtf8(std::string& text, char32_t character);

} // namespace mockingbird::hypertext
