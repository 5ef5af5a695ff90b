// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/html_scanner.h"

#include "common/hypertext/entities.h"

#include <algorithm>
#include <array>

namespace mockingbird::hypertext {

namespace {

constexpr auto kRaw = std::to_array<std::string_view>(
    {"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "noscript", "template"});
constexpr std::size_t kMostAttributes = 64;

bool isHtmlSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameLetter(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), lower);
    return low;
}

void skipBlanks(std::string_view& text) {
    while (!text.empty() && isHtmlSpace(text.front()))
        text.remove_prefix(1);
}

std::string_view takeName(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, isNameLetter);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view name = text.substr(0, length);
    text.remove_prefix(length);
    return name;
}

std::string_view takeValue(std::string_view& text) {
    if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
        const char quote = text.front();
        text.remove_prefix(1);
        const std::size_t end = std::min(text.find(quote), text.size());
        const std::string_view value = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return value;
    }
    const auto end = std::ranges::find_if(text, [](char c) { return isHtmlSpace(c) || c == '>'; });
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view value = text.substr(0, length);
    text.remove_prefix(length);
    return value;
}

bool startsWithFolded(std::string_view text, std::string_view wanted) {
    return text.size() >= wanted.size() &&
           std::equal(wanted.begin(), wanted.end(), text.begin(),
                      [](char one, char other) { return one == lower(other); });
}

} // namespace

std::optional<HtmlPiece> HtmlScanner::next() {
    while (!m_rest.empty()) {
        if (m_rest.front() != '<') {
            const std::size_t end = std::min(m_rest.find('<'), m_rest.size());
            HtmlPiece piece;
            piece.text = decodeEntities(m_rest.substr(0, end));
            m_rest.remove_prefix(end);
            return piece;
        }
        if (skipDeclaration())
            continue;
        if (auto piece = tag())
            return piece;
        // A `<` that begins nothing is text.
        m_rest.remove_prefix(1);
        HtmlPiece piece;
        piece.text = "<";
        return piece;
    }
    return std::nullopt;
}

bool HtmlScanner::skipDeclaration() {
    const auto skipPast = [&](std::string_view end) {
        const std::size_t at = m_rest.find(end);
        m_rest.remove_prefix(at == std::string_view::npos ? m_rest.size() : at + end.size());
    };
    if (m_rest.starts_with("<!--")) {
        m_rest.remove_prefix(2); // `<!-->` is a whole comment
        skipPast("-->");
        return true;
    }
    if (m_rest.starts_with("<!") || m_rest.starts_with("<?")) {
        skipPast(">");
        return true;
    }
    return false;
}

std::optional<HtmlPiece> HtmlScanner::tag() {
    std::string_view rest = m_rest.substr(1);
    HtmlPiece piece;
    piece.kind = HtmlPiece::Kind::Start;
    if (rest.starts_with('/')) {
        piece.kind = HtmlPiece::Kind::End;
        rest.remove_prefix(1);
    }
    if (rest.empty() || !isLetter(rest.front()))
        return std::nullopt;
    piece.name = lowered(takeName(rest));
    for (;;) {
        skipBlanks(rest);
        if (rest.empty() || rest.front() == '>')
            break;
        const std::string_view name = takeName(rest);
        if (name.empty()) {
            rest.remove_prefix(1); // a slash, a stray quote
            continue;
        }
        skipBlanks(rest);
        std::string_view value;
        if (rest.starts_with('=')) {
            rest.remove_prefix(1);
            skipBlanks(rest);
            value = takeValue(rest);
        }
        if (piece.attributes.size() < kMostAttributes)
            piece.attributes.emplace_back(lowered(name), decodeEntities(value));
    }
    if (!rest.empty())
        rest.remove_prefix(1);
    m_rest = rest;
    if (piece.kind == HtmlPiece::Kind::Start && std::ranges::find(kRaw, piece.name) != kRaw.end())
        skipRaw(piece.name);
    return piece;
}

void HtmlScanner::skipRaw(const std::string& name) {
    const std::string end = "</" + name;
    for (std::size_t at = m_rest.find("</"); at != std::string_view::npos; at = m_rest.find("</", at + 2)) {
        const std::string_view here = m_rest.substr(at);
        if (startsWithFolded(here, end) && (here.size() == end.size() || !isNameLetter(here[end.size()]))) {
            m_rest.remove_prefix(at);
            return;
        }
    }
    m_rest = {};
}

} // namespace mockingbird::hypertext
