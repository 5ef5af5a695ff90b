// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/text_decoding.h"

#include <array>
#include <cstdint>

namespace mockingbird::exchange {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// What Windows-1252 has from 0x80 to 0x9F; 0 where it has nothing. The rest is as in Unicode.
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byteAt(std::string_view text, std::size_t index) {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
}

void append(std::string& text, std::uint32_t point) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

/// Where the end of `text` lies.
TextPosition endOf(std::string_view text) {
    TextPosition position;
    for (std::size_t i = 0; i < text.size(); ++i)
        position.pass(text[i], i + 1 < text.size() ? text[i + 1] : '\0');
    return position;
}

Error undecodable(std::string_view before, const std::string& what) {
    return {ErrorCode::InvalidArgument, toString(endOf(before)) + ": " + what, 0};
}

Result<std::string> fromUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8Length(bytes.substr(at));
        if (length == 0)
            return undecodable(bytes.substr(0, at),
                               "a byte that is no UTF-8 text; save the file as UTF-8 anew");
        at += length;
    }
    return std::string(bytes);
}

Result<std::string> fromUtf16(std::string_view bytes, TextEncoding encoding) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const unsigned first = byteAt(bytes, at);
        const unsigned second = byteAt(bytes, at + 1);
        return encoding == TextEncoding::Utf16Le ? first | (second << 8U) : (first << 8U) | second;
    };
    const auto broken = [&] {
        return undecodable(text, "half a character of UTF-16; save the file as UTF-8 anew");
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size())
            return broken();
        std::uint32_t point = unit(at);
        if (point >= 0xDC00 && point <= 0xDFFF)
            return broken();
        if (point >= 0xD800 && point <= 0xDBFF) {
            const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF)
                return broken();
            point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        }
        append(text, point);
    }
    return text;
}

Result<std::string> fromWindows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const unsigned byte = byteAt(bytes, at);
        const std::uint32_t point = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
        if (byte >= 0x80 && point == 0)
            return undecodable(text,
                               "a byte that is neither UTF-8 nor Windows-1252 text; save the file as UTF-8");
        append(text, point);
    }
    return text;
}

/// For bytes without a mark.
TextEncoding guess(std::string_view bytes) {
    std::size_t characters = 0;
    std::size_t damage = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8Length(bytes.substr(at));
        characters += length > 1 ? 1 : 0;
        damage += length == 0 ? 1 : 0;
        at += length == 0 ? 1 : length;
    }
    return damage <= characters / 2 ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

std::string noText(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"))
        return "this is a zip or a spreadsheet's own file, such as .xlsx; save it as CSV there";
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return "this is an old spreadsheet's own file, such as .xls; save it as CSV there";
    return "a NUL character; this is no text, or UTF-16 without its mark";
}

} // namespace

std::string_view name(TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16Le:
        return "UTF-16, little endian";
    case TextEncoding::Utf16Be:
        return "UTF-16, big endian";
    case TextEncoding::Windows1252:
        return "Windows-1252";
    }
    return "UTF-8";
}

Result<DecodedText> decodeText(std::string_view bytes) {
    const std::string_view whole = bytes;
    DecodedText decoded;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        decoded.text = TRY(fromUtf8(bytes));
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        decoded.encoding = bytes.front() == '\xFF' ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
        bytes.remove_prefix(2);
        decoded.text = TRY(fromUtf16(bytes, decoded.encoding));
    } else {
        if (const auto at = bytes.find('\0'); at != std::string_view::npos)
            return undecodable(bytes.substr(0, at), noText(whole));
        decoded.encoding = guess(bytes);
        decoded.text =
            decoded.encoding == TextEncoding::Utf8 ? TRY(fromUtf8(bytes)) : TRY(fromWindows1252(bytes));
    }
    if (const auto at = decoded.text.find('\0'); at != std::string::npos)
        return undecodable(std::string_view(decoded.text).substr(0, at), noText(whole));
    return decoded;
}

std::size_t utf8Length(std::string_view text) {
    const auto follows = [&](std::size_t index) { return (byteAt(text, index) & 0xC0U) == 0x80U; };
    const unsigned first = byteAt(text, 0);
    const unsigned second = byteAt(text, 1);
    if (text.empty())
        return 0;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool tooHigh = first == 0xF4 && second > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !tooHigh ? 4 : 0;
    }
    return 0;
}

std::string validUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text.substr(at));
        if (length == 0 || text[at] == '\0')
            valid += kReplacement;
        else
            valid += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return valid;
}

void TextPosition::pass(char byte, char next) {
    if (byte == '\n' || (byte == '\r' && next != '\n')) {
        ++line;
        column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U && byte != '\r') {
        ++column; // a character counts once, with its first byte
    }
}

std::string toString(TextPosition position) {
    return "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

} // namespace mockingbird::exchange
