// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/html_text.h"

namespace mockingbird::review {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// How many bytes the UTF-8 character at the beginning has; 0 where there is none (RFC 3629, 4).
std::size_t characterLength(std::string_view text) {
    const auto byte = [&](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
    };
    const auto follows = [&](std::size_t index) { return (byte(index) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool tooHigh = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !tooHigh ? 4 : 0;
    }
    return 0;
}

/// C0 but tab and line feed, DEL, and C1.
bool isControl(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x20)
        return first != '\n' && first != '\t';
    return first == 0x7F || (first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0);
}

std::string_view escaped(char letter) {
    switch (letter) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

} // namespace

std::string cleanText(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0 || (isControl(text) && !text.starts_with("\r\n")))
            out += kReplacement;
        else if (text.front() != '\r')
            out += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

std::string html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char letter : cleanText(text)) {
        if (const auto entity = escaped(letter); !entity.empty())
            out += entity;
        else
            out += letter;
    }
    return out;
}

std::string htmlLines(std::string_view text) {
    std::string out;
    for (const char letter : html(text)) {
        if (letter == '\n')
            out += "<br>";
        else
            out += letter;
    }
    return out;
}

} // namespace mockingbird::review
