// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/entities.h"

#include "common/hypertext/readable_text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace mockingbird::hypertext {

namespace {

constexpr auto kNamed = std::to_array<std::pair<std::string_view, char32_t>>({
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},     {"iexcl", 0xA1},   {"pound", 0xA3},   {"sect", 0xA7},    {"copy", 0xA9},
    {"laquo", 0xAB},    {"shy", 0xAD},     {"reg", 0xAE},     {"deg", 0xB0},     {"plusmn", 0xB1},
    {"para", 0xB6},     {"middot", 0xB7},  {"raquo", 0xBB},   {"frac12", 0xBD},  {"iquest", 0xBF},
    {"Agrave", 0xC0},   {"Aacute", 0xC1},  {"Auml", 0xC4},    {"Aring", 0xC5},   {"Ccedil", 0xC7},
    {"Egrave", 0xC8},   {"Eacute", 0xC9},  {"Ntilde", 0xD1},  {"Ouml", 0xD6},    {"times", 0xD7},
    {"Uuml", 0xDC},     {"szlig", 0xDF},   {"agrave", 0xE0},  {"aacute", 0xE1},  {"acirc", 0xE2},
    {"auml", 0xE4},     {"aring", 0xE5},   {"ccedil", 0xE7},  {"egrave", 0xE8},  {"eacute", 0xE9},
    {"ecirc", 0xEA},    {"euml", 0xEB},    {"iacute", 0xED},  {"ntilde", 0xF1},  {"oacute", 0xF3},
    {"ouml", 0xF6},     {"oslash", 0xF8},  {"uacute", 0xFA},  {"uuml", 0xFC},    {"euro", 0x20AC},
    {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bull", 0x2022},  {"trade", 0x2122}, {"rarr", 0x2192},
    {"larr", 0x2190},   {"minus", 0x2212},
});
constexpr std::size_t kLongest = 32;

int digitOf(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

std::optional<char32_t> numbered(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    if (hexadecimal)
        digits.remove_prefix(1);
    const int base = hexadecimal ? 16 : 10;
    if (digits.empty())
        return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        const int digit = digitOf(c);
        if (digit >= base)
            return std::nullopt;
        value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
        if (value > 0x10FFFF)
            value = 0x110000; // stays beyond, whatever follows
    }
    return value;
}

std::optional<char32_t> characterOf(std::string_view name) {
    if (name.starts_with('#'))
        return numbered(name.substr(1));
    for (const auto& [known, character] : kNamed)
        if (known == name)
            return character;
    return std::nullopt;
}

bool isControl(char32_t character) {
    return (character < 0x20 && character != '\t' && character != '\n') ||
           (character >= 0x7F && character < 0xA0);
}

} // namespace

std::string decodeEntities(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '&') {
            decoded += text[at];
            continue;
        }
        const std::size_t end = text.substr(0, at + kLongest).find(';', at);
        const auto character =
            end == std::string_view::npos ? std::nullopt : characterOf(text.substr(at + 1, end - at - 1));
        if (!character) {
            decoded += '&';
            continue;
        }
        if (!isControl(*character))
            appendUtf8(decoded, *character);
        at = end;
    }
    return decoded;
}

std::string encodeEntities(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            encoded += "&amp;";
            break;
        case '<':
            encoded += "&lt;";
            break;
        case '>':
            encoded += "&gt;";
            break;
        case '"':
            encoded += "&quot;";
            break;
        default:
            encoded += c;
        }
    }
    return encoded;
}

} // namespace mockingbird::hypertext
