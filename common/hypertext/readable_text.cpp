// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/readable_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace mockingbird::hypertext {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

/// How many bytes the UTF-8 character at `at` has; 0 where there is none that is valid.
std::size_t lengthOfCharacter(std::string_view bytes, std::size_t at) {
    const std::uint8_t first = byteAt(bytes, at);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byteAt(bytes, at + i) & 0xC0) != 0x80)
            return 0;
    // Overlong forms, surrogates, and what lies beyond Unicode.
    const std::uint8_t second = byteAt(bytes, at + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
        return 0;
    return length;
}

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = lengthOfCharacter(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    const auto unitAt = [&](std::size_t at) -> char32_t {
        const char32_t one = byteAt(bytes, at);
        const char32_t two = byteAt(bytes, at + 1);
        return bigEndian ? (one << 8) | two : (two << 8) | one;
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t unit = unitAt(at);
        const bool high = unit >= 0xD800 && unit <= 0xDBFF;
        if (high && at + 3 < bytes.size()) {
            const char32_t low = unitAt(at + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        appendUtf8(text, unit);
    }
    return text;
}

std::string fromWindows1252(std::string_view bytes) {
    // 0x80 to 0x9F; the five that stand for nothing are left out as control characters.
    static constexpr std::array<char32_t, 32> kUpper = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        appendUtf8(text, byte >= 0x80 && byte < 0xA0 ? kUpper[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

/// Without control characters, and with one kind of line end.
std::string tidied(std::string_view text) {
    std::string tidy;
    tidy.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t byte = byteAt(text, at);
        if (byte == '\r') {
            if (at + 1 == text.size() || text[at + 1] != '\n')
                tidy += '\n';
            continue;
        }
        const bool upperControl = byte == 0xC2 && at + 1 < text.size() && byteAt(text, at + 1) < 0xA0;
        if (upperControl) {
            ++at;
            continue;
        }
        if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n')
            tidy += text[at];
    }
    return tidy;
}

} // namespace

void appendUtf8(std::string& text, char32_t character) {
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        character = kReplacement;
    const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0 | (character >> 6));
        add(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        add(0xE0 | (character >> 12));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    } else {
        add(0xF0 | (character >> 18));
        add(0x80 | ((character >> 12) & 0x3F));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    }
}

std::string readableText(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        return tidied(fromUtf16(bytes.substr(2), false));
    if (bytes.starts_with("\xFE\xFF"))
        return tidied(fromUtf16(bytes.substr(2), true));
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    return isUtf8(bytes) ? tidied(bytes) : tidied(fromWindows1252(bytes));
}

bool looksBinary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return false;
    return bytes.find('\0') != std::string_view::npos;
}

} // namespace mockingbird::hypertext
