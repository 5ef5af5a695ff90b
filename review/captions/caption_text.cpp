// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/caption_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr std::size_t kLongestReference = 10; // &#x10FFFF;
constexpr std::size_t kLongestTag = 1024;     // a lone `<` must not make every later one look for its end
constexpr std::size_t kLongestSpeaker = 40;
constexpr int kMostNameWords = 4;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isSmall(char c) {
    return c >= 'a' && c <= 'z';
}
/// Letters beyond ASCII count as capitals: which are can't be told without tables, and a name may begin so.
bool isCapital(char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool isControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !isSpace(c)) || c == 0x7F;
}

void appendUtf8(std::string& text, std::uint32_t code) {
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

/// The character that `&name;` stands for.
std::optional<std::uint32_t> character(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 8> kNamed{{{"amp", '&'},
                                                                                       {"lt", '<'},
                                                                                       {"gt", '>'},
                                                                                       {"quot", '"'},
                                                                                       {"apos", '\''},
                                                                                       {"nbsp", 0xA0},
                                                                                       {"lrm", 0x200E},
                                                                                       {"rlm", 0x200F}}};
    const auto* const named =
        std::ranges::find(kNamed, name, &std::pair<std::string_view, std::uint32_t>::first);
    if (named != kNamed.end())
        return named->second;
    if (name.size() < 2 || name.front() != '#')
        return std::nullopt;
    name.remove_prefix(1);
    const bool hex = name.front() == 'x' || name.front() == 'X';
    if (hex)
        name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, status] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    const bool control = (code < 0x20 && code != '\n') || code == 0x7F;
    if (status != std::errc{} || end != name.data() + name.size() || control || code > 0x10FFFF ||
        (code >= 0xD800 && code <= 0xDFFF))
        return std::nullopt;
    return code;
}

/// What comes of the text from a place on: how much of it is read, and what it says.
class Reader {
public:
    explicit Reader(std::string_view payload) : m_rest(payload) {}

    CaptionText read() {
        while (!m_rest.empty()) {
            if (m_rest.front() == '<' && tag())
                continue;
            if (m_rest.front() == '&' && reference())
                continue;
            if (m_rest.starts_with("{\\") && override())
                continue;
            if (!isControl(m_rest.front()))
                m_said += m_rest.front();
            m_rest.remove_prefix(1);
        }
        return {tidy(m_said), std::move(m_speaker)};
    }

    /// Spaces at the ends of lines and empty lines are left out.
    static std::string tidy(std::string_view said) {
        std::string text;
        while (!said.empty()) {
            const auto end = std::min(said.find('\n'), said.size());
            std::string_view line = said.substr(0, end);
            said.remove_prefix(std::min(end + 1, said.size()));
            while (!line.empty() && isSpace(line.front()))
                line.remove_prefix(1);
            while (!line.empty() && isSpace(line.back()))
                line.remove_suffix(1);
            if (line.empty())
                continue;
            if (!text.empty())
                text += '\n';
            text += line;
        }
        return text;
    }

private:
    bool tag() {
        const auto end = m_rest.substr(0, kLongestTag).find('>');
        // "a < b" is no tag.
        if (end == std::string_view::npos || end < 2 ||
            !(isLetter(m_rest[1]) || isDigit(m_rest[1]) || m_rest[1] == '/'))
            return false;
        const std::string_view inner = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        const bool voice = inner.size() > 1 && inner[0] == 'v' && (isSpace(inner[1]) || inner[1] == '.');
        if (const auto space = inner.find_first_of(" \t\n"); voice && space != std::string_view::npos) {
            std::string name = tidy(Reader(inner.substr(space)).references());
            std::ranges::replace(name, '\n', ' ');
            speaks(std::move(name));
        }
        return true;
    }

    void speaks(std::string name) {
        if (name.empty() || name == m_voice)
            return;
        if (m_speaker.empty() && std::ranges::all_of(m_said, isSpace))
            m_speaker = name;
        else
            m_said += "\n" + name + ": ";
        m_voice = std::move(name);
    }

    bool reference() {
        const auto end = m_rest.substr(0, kLongestReference).find(';');
        if (end == std::string_view::npos)
            return false;
        const auto code = character(m_rest.substr(1, end - 1));
        if (!code)
            return false;
        appendUtf8(m_said, *code);
        m_rest.remove_prefix(end + 1);
        return true;
    }

    bool override() {
        const auto end = m_rest.substr(0, kLongestTag).find('}');
        if (end == std::string_view::npos)
            return false;
        m_rest.remove_prefix(end + 1);
        return true;
    }

    std::string references() {
        while (!m_rest.empty()) {
            if (m_rest.front() == '&' && reference())
                continue;
            if (!isControl(m_rest.front()))
                m_said += m_rest.front();
            m_rest.remove_prefix(1);
        }
        return std::move(m_said);
    }

    std::string_view m_rest;
    std::string m_said;
    std::string m_speaker;
    std::string m_voice; ///< who speaks now
};

struct Name {
    std::string_view name;
    std::string_view words; ///< what follows
    bool capitals = false;
};

/// The name that the text begins with, if what stands before the colon may be one.
std::optional<Name> leadingName(std::string_view text) {
    // American captions mark a change of speaker so.
    while (!text.empty() && (text.front() == '>' || text.front() == ' '))
        text.remove_prefix(1);
    const auto colon = text.substr(0, kLongestSpeaker + 1).find(':');
    if (colon == std::string_view::npos || colon == 0 || !isCapital(text.front()))
        return std::nullopt;
    const std::string_view name = text.substr(0, colon);
    const std::string_view words = text.substr(colon + 1);
    if (words.empty() || !isSpace(words.front()) || isSpace(name.back()))
        return std::nullopt;
    int letters = 0;
    int count = 1;
    char before = 0;
    bool lastBegins = false;
    for (const char c : name) {
        if (c == ' ') {
            ++count;
        } else if (!isLetter(c) && !isDigit(c) && !isCapital(c) &&
                   std::string_view(".'-()#&,").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
        letters += isLetter(c) || isCapital(c) ? 1 : 0;
        if (before == 0 || before == ' ')
            lastBegins = isCapital(c) || isDigit(c) || c == '(' || c == '#';
        before = c;
    }
    if (letters < 2 || count > kMostNameWords || !lastBegins)
        return std::nullopt;
    return Name{name, words, std::ranges::none_of(name, isSmall)};
}

} // namespace

CaptionText captionText(std::string_view payload) {
    return Reader(payload).read();
}

void takeNames(std::vector<catalog::Cue>& cues) {
    std::map<std::string, int, std::less<>> times;
    for (const catalog::Cue& cue : cues) {
        if (!cue.speaker.empty())
            continue;
        if (const auto name = leadingName(cue.text))
            ++times[std::string(name->name)];
    }
    for (catalog::Cue& cue : cues) {
        if (!cue.speaker.empty())
            continue;
        const auto name = leadingName(cue.text);
        if (!name || !(name->capitals || times.find(name->name)->second > 1))
            continue;
        std::string words = Reader::tidy(name->words);
        if (words.empty())
            continue;
        std::string speaker(name->name);
        cue.text = std::move(words);
        cue.speaker = std::move(speaker);
    }
}

} // namespace mockingbird::review
