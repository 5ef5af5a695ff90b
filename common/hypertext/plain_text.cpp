// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/plain_text.h"

#include "common/hypertext/html_cleaner.h"
#include "common/hypertext/html_scanner.h"

#include <algorithm>
#include <array>

namespace mockingbird::hypertext {

namespace {

constexpr auto kInline =
    std::to_array<std::string_view>({"a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "i", "ins",
                                     "kbd", "small", "span", "strong", "sub", "sup"});

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/// Blanks become one; a line end wins over blanks beside it.
std::string collapsed(std::string_view text) {
    std::string tidy;
    for (std::size_t at = 0; at < text.size();) {
        if (!isBlank(text[at])) {
            tidy += text[at++];
            continue;
        }
        const auto end =
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isBlank);
        const auto length = static_cast<std::size_t>(end - text.begin()) - at;
        const bool line = text.substr(at, length).find('\n') != std::string_view::npos;
        if (!tidy.empty() && end != text.end())
            tidy += line ? '\n' : ' ';
        at += length;
    }
    return tidy;
}

/// Out of `[words](address)` and `![words](address)`: the words.
void withoutLinks(std::string_view line, std::string& plain) {
    bool any = true; ///< whether another link may follow; a line of brackets is looked through once
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool picture = line[at] == '!' && at + 1 < line.size() && line[at + 1] == '[';
        const std::size_t open = picture ? at + 1 : at;
        if (!any || line[open] != '[') {
            plain += line[at];
            continue;
        }
        const std::size_t middle = line.find("](", open);
        const std::size_t end = middle == std::string_view::npos ? middle : line.find(')', middle);
        if (end == std::string_view::npos) {
            any = false;
            plain += line[at];
            continue;
        }
        plain += line.substr(open + 1, middle - open - 1);
        at = end;
    }
}

std::string_view withoutBeginning(std::string_view line) {
    const auto trim = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    trim();
    while (line.starts_with('>')) {
        line.remove_prefix(1);
        trim();
    }
    if (line.starts_with('#')) {
        line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
        trim();
    }
    for (const std::string_view mark : {"- ", "* ", "+ ", "[ ] ", "[x] ", "[X] "})
        if (line.starts_with(mark)) {
            line.remove_prefix(mark.size());
            trim();
        }
    return line;
}

} // namespace

std::string plainTextOfHtml(std::string_view html) {
    const std::string clean = cleanHtml(html);
    HtmlScanner scanner(clean);
    std::string text;
    while (const auto piece = scanner.next()) {
        if (piece->kind == HtmlPiece::Kind::Text) {
            text += piece->text;
            continue;
        }
        const bool cell = piece->name == "td" || piece->name == "th";
        if (std::ranges::find(kInline, piece->name) == kInline.end())
            text += cell ? " " : "\n";
    }
    return collapsed(text);
}

std::string plainTextOfMarkdown(std::string_view markdown) {
    std::string plain;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = withoutBeginning(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.starts_with("```") || line.starts_with("~~~"))
            continue;
        std::string words;
        withoutLinks(line, words);
        std::erase_if(words, [](char c) { return c == '*' || c == '`' || c == '|'; });
        plain += words + "\n";
    }
    return collapsed(plain);
}

} // namespace mockingbird::hypertext
