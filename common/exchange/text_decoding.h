// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace mockingbird::exchange {

/// How the bytes of a file that somebody brings spell its text.
enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };
/// Such as `UTF-16, little endian`.
[[nodiscard]] std::string_view name(TextEncoding encoding);

struct DecodedText {
    TextEncoding encoding = TextEncoding::Utf8;
    std::string text; ///< UTF-8, without the byte order mark; may hold anything but NUL
};

/// The text of a file as UTF-8. A byte order mark decides; without one it is UTF-8 where all of it is, else
/// Windows-1252, unless the most of what isn't ASCII is UTF-8 and only some of it damaged. InvalidArgument,
/// with line and column, for damaged text, for a NUL, and for a spreadsheet's own file, which isn't text.
[[nodiscard]] Result<DecodedText> decodeText(std::string_view bytes);

/// How many bytes the UTF-8 character at the beginning has (RFC 3629, 4); 0 where there is none.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

/// `text` with U+FFFD for every byte that is no UTF-8, and for every NUL.
[[nodiscard]] std::string validUtf8(std::string_view text);

/// Where one stands in a text, as people count: both from 1, columns in characters. CR, LF and CRLF each end
/// a line.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;

    /// Goes past one byte; `next` is the one behind it, or 0.
    void pass(char byte, char next);
};
/// `line 3, column 5`.
[[nodiscard]] std::string toString(TextPosition position);

} // namespace mockingbird::exchange
