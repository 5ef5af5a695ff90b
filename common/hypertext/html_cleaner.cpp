// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/html_cleaner.h"

#include "common/hypertext/entities.h"
#include "common/hypertext/html_scanner.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mockingbird::hypertext {

namespace {

constexpr std::size_t kDeepest = 40; ///< elements within each other; Qt's own parser goes down by recursion
constexpr std::size_t kLongestLink = 2000;
constexpr std::size_t kLongestAnchor = 64;

constexpr auto kElements = std::to_array<std::string_view>(
    {"a",      "abbr", "b",   "big",   "blockquote", "caption", "cite", "code",  "dd", "del",   "dfn",
     "div",    "dl",   "dt",  "em",    "h1",         "h2",      "h3",   "h4",    "h5", "h6",    "i",
     "ins",    "kbd",  "li",  "mark",  "ol",         "p",       "pre",  "q",     "s",  "small", "span",
     "strong", "sub",  "sup", "table", "tbody",      "td",      "th",   "thead", "tr", "ul"});
constexpr auto kVoid = std::to_array<std::string_view>({"br", "hr"});
/// Those whose content isn't shown either; what the scanner passes over by itself is not among them.
constexpr auto kDropped =
    std::to_array<std::string_view>({"iframe", "object", "embed", "applet", "svg", "math", "audio", "video",
                                     "canvas", "select", "button", "map"});
constexpr auto kBlocks =
    std::to_array<std::string_view>({"blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p",
                                     "pre", "table", "ul", "li", "dt", "dd", "tr", "hr"});

template <class List>
bool has(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

bool isAnchor(std::string_view text) {
    return !text.empty() && text.size() <= kLongestAnchor && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

/// 2 to 99, for cells that span several.
bool isSpan(std::string_view text) {
    return (text.size() == 1 || text.size() == 2) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) && text.front() != '0';
}

/// What an element that begins ends by itself.
bool endsBefore(std::string_view open, std::string_view next) {
    if (open == "p")
        return has(kBlocks, next);
    if (open == "li")
        return next == "li";
    if (open == "dt" || open == "dd")
        return next == "dt" || next == "dd";
    if (open == "td" || open == "th")
        return next == "td" || next == "th" || next == "tr";
    if (open == "tr")
        return next == "tr";
    return false;
}

class Cleaning {
public:
    explicit Cleaning(std::string_view html) : m_scanner(html) {}

    std::string run() {
        while (auto piece = m_scanner.next()) {
            if (piece->kind == HtmlPiece::Kind::Text)
                text(piece->text);
            else if (piece->kind == HtmlPiece::Kind::Start)
                start(*piece);
            else
                end(piece->name);
        }
        while (!m_open.empty())
            close();
        return std::move(m_clean);
    }

private:
    void text(std::string_view words) {
        if (m_dropped.empty())
            m_clean += encodeEntities(words);
    }

    void start(const HtmlPiece& piece) {
        if (!m_dropped.empty()) {
            if (piece.name == m_dropped)
                ++m_droppedDepth;
            return;
        }
        if (piece.name == "embed") // has no end
            return;
        if (has(kDropped, piece.name)) {
            m_dropped = piece.name;
            m_droppedDepth = 1;
            return;
        }
        if (piece.name == "img") {
            picture(piece);
            return;
        }
        while (!m_open.empty() && endsBefore(m_open.back(), piece.name))
            close();
        if (has(kVoid, piece.name)) {
            m_clean += "<" + piece.name + ">";
            return;
        }
        if (!has(kElements, piece.name) || m_open.size() >= kDeepest)
            return;
        m_clean += "<" + piece.name;
        attributes(piece);
        m_clean += ">";
        m_open.push_back(piece.name);
    }

    /// Only its description is kept.
    void picture(const HtmlPiece& piece) {
        for (const auto& [name, value] : piece.attributes)
            if (name == "alt" && !value.empty()) {
                text("[" + value + "]");
                return;
            }
    }

    void attributes(const HtmlPiece& piece) {
        std::vector<std::string_view> done;
        const auto add = [&](std::string_view name, std::string_view value) {
            if (has(done, name))
                return;
            done.push_back(name);
            m_clean += " ";
            m_clean += name;
            m_clean += "=\"" + encodeEntities(value) + "\"";
        };
        for (const auto& [name, value] : piece.attributes) {
            if (name == "id" && isAnchor(value)) {
                add("id", value);
            } else if (name == "href" && piece.name == "a") {
                if (const auto link = cleanLink(value))
                    add("href", *link);
            } else if ((name == "colspan" || name == "rowspan") &&
                       (piece.name == "td" || piece.name == "th") && isSpan(value)) {
                add(name, value);
            }
        }
    }

    void end(const std::string& name) {
        if (!m_dropped.empty()) {
            if (name == m_dropped && --m_droppedDepth == 0)
                m_dropped.clear();
            return;
        }
        if (!has(m_open, name))
            return;
        while (m_open.back() != name)
            close();
        close();
    }

    void close() {
        m_clean += "</" + m_open.back() + ">";
        m_open.pop_back();
    }

    HtmlScanner m_scanner;
    std::string m_clean;
    std::vector<std::string> m_open;
    std::string m_dropped; ///< the element whose content is passed over now
    int m_droppedDepth = 0;
};

} // namespace

std::optional<std::string> cleanLink(std::string_view given) {
    std::string link;
    for (const char c : given)
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\')
            link += c;
    if (link.empty() || link.size() > kLongestLink)
        return std::nullopt;
    if (link.front() == '#')
        return isAnchor(std::string_view(link).substr(1)) ? std::optional(link) : std::nullopt;
    std::string low = link.substr(0, 8);
    std::ranges::transform(low, low.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (low.starts_with("http://") || low.starts_with("https://") || low.starts_with("mailto:"))
        return link;
    return std::nullopt;
}

std::string cleanHtml(std::string_view html) {
    return Cleaning(html).run();
}

std::optional<std::string> uncleanPart(std::string_view cleaned) {
    HtmlScanner scanner(cleaned);
    std::vector<std::string> open;
    while (const auto piece = scanner.next()) {
        if (piece->kind == HtmlPiece::Kind::Text)
            continue;
        if (piece->kind == HtmlPiece::Kind::End) {
            if (open.empty() || open.back() != piece->name)
                return "an end without a beginning: " + piece->name;
            open.pop_back();
            continue;
        }
        if (!has(kElements, piece->name) && !has(kVoid, piece->name))
            return "an element: " + piece->name;
        for (const auto& [name, value] : piece->attributes) {
            if (name != "id" && name != "href" && name != "colspan" && name != "rowspan")
                return "an attribute: " + name;
            if (name == "href" && (piece->name != "a" || cleanLink(value) != std::optional(value)))
                return "a link: " + value;
        }
        if (!has(kVoid, piece->name))
            open.push_back(piece->name);
        if (open.size() > kDeepest)
            return "elements too deep within each other";
    }
    if (!open.empty())
        return "an element that never ends: " + open.back();
    return std::nullopt;
}

} // namespace mockingbird::hypertext
