// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/html_text.h"

#include "common/exchange/text_decoding.h"

namespace mockingbird::review {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

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
        const std::size_t length = exchange::utf8Length(text);
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
