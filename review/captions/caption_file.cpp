// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/caption_file.h"

#include "common/base/whole_file.h"
#include "review/captions/caption_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace mockingbird::review {

namespace {

using catalog::Cue;

constexpr std::size_t kMostBytes = std::size_t{16} << 20;
constexpr std::size_t kMostCues = 100'000;
constexpr std::size_t kLongestLine = std::size_t{64} << 10;
constexpr std::int64_t kMostHours = 9999; // far from overflow
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view kArrow = "-->";

Error corrupt(std::size_t line, const std::string& what) {
    return {ErrorCode::Corrupt, "captions, line " + std::to_string(line) + ": " + what, 0};
}

Error tooLarge(const std::string& what) {
    return {ErrorCode::OutOfRange, "captions: " + what, 0};
}

/// How many bytes the UTF-8 character at the front has; 0 where it is none.
std::size_t characterBytes(std::string_view text) {
    const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes)
        return 0;
    for (std::size_t place = 1; place < bytes; ++place)
        if ((byte(place) & 0xC0) != 0x80)
            return 0;
    // Overlong forms, surrogates, beyond U+10FFFF.
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ||
        (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F))
        return 0;
    return bytes;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = characterBytes(text);
        if (bytes == 0)
            return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The lines of a text, however they end. Each was looked at: it is UTF-8 and not too long.
Result<std::vector<std::string_view>> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t number = lines.size() + 1;
        if (line.size() > kLongestLine)
            return tooLarge("line " + std::to_string(number) + " is longer than 64 kB");
        if (!isUtf8(line))
            return corrupt(number, "is not UTF-8 text");
        lines.push_back(line);
        const bool both = text.substr(end, 2) == "\r\n";
        text.remove_prefix(std::min(end + (both ? 2 : 1), text.size()));
    }
    return lines;
}

/// Reads digits off the front; none where there are none or too many.
std::optional<std::int64_t> takeNumber(std::string_view& text) {
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        value = std::min<std::int64_t>(value * 10 + (text[digits] - '0'), kMostHours * 1000);
    if (digits == 0)
        return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

/// `[hours:]minutes:seconds[.fraction]` off the front, with a point or a comma.
std::optional<MediaTime> takeTime(std::string_view& text) {
    std::array<std::int64_t, 3> parts{};
    std::size_t count = 0;
    while (true) {
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        parts[count++] = *number;
        if (count == parts.size() || !text.starts_with(':'))
            break;
        text.remove_prefix(1);
    }
    if (count < 2)
        return std::nullopt;
    const std::int64_t seconds = parts[count - 1];
    const std::int64_t minutes = parts[count - 2];
    const std::int64_t hours = count == 3 ? parts[0] : 0;
    if (seconds > 59 || minutes > 59 || hours > kMostHours)
        return std::nullopt;
    std::int64_t fraction = 0;
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        std::int64_t unit = 100'000;
        std::size_t digits = 0;
        for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, unit /= 10)
            fraction += unit * (text[digits] - '0');
        if (digits == 0)
            return std::nullopt;
        text.remove_prefix(digits);
    }
    return MediaTime::fromMicroseconds(((hours * 60 + minutes) * 60 + seconds) * 1'000'000 + fraction);
}

/// A cue's times; what follows them is its place on the screen, which is left alone.
std::optional<std::pair<MediaTime, MediaTime>> times(std::string_view line) {
    line = trimmed(line);
    const auto start = takeTime(line);
    if (!start)
        return std::nullopt;
    line = trimmed(line);
    if (!line.starts_with(kArrow))
        return std::nullopt;
    line = trimmed(line.substr(kArrow.size()));
    const auto end = takeTime(line);
    if (!end || !(line.empty() || line.front() == ' ' || line.front() == '\t'))
        return std::nullopt;
    return std::pair(*start, *end);
}

bool isTiming(std::string_view line) {
    return line.find(kArrow) != std::string_view::npos;
}

/// Whether a line of SubRip means to be times; words may hold an arrow too.
bool meansTimes(std::string_view line) {
    line = trimmed(line);
    return !line.empty() && line.front() >= '0' && line.front() <= '9' && isTiming(line);
}

bool isNumber(std::string_view line) {
    line = trimmed(line);
    return !line.empty() && std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the line begins a block of that kind: the word alone, or with something behind it.
bool begins(std::string_view line, std::string_view word) {
    return line.starts_with(word) &&
           (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

class CueReader {
public:
    explicit CueReader(std::vector<std::string_view> lines) : m_lines(std::move(lines)) {}

    Result<std::vector<Cue>> read() {
        const bool webVtt = !m_lines.empty() && begins(m_lines.front(), "WEBVTT");
        TRY((webVtt ? readWebVtt() : readSubRip()));
        if (m_cues.empty())
            return corrupt(std::max<std::size_t>(m_lines.size(), 1), "the file holds no caption");
        std::ranges::stable_sort(m_cues, {}, &Cue::start);
        takeNames(m_cues);
        return std::move(m_cues);
    }

private:
    [[nodiscard]] bool more() const { return m_place < m_lines.size(); }
    [[nodiscard]] std::string_view line() const { return m_lines[m_place]; }
    [[nodiscard]] bool blank() const { return trimmed(line()).empty(); }

    Result<void> readWebVtt() {
        ++m_place;
        // What stands under the first line without an empty one between belongs to it.
        while (more() && !blank() && !isTiming(line()))
            ++m_place;
        while (more()) {
            if (blank()) {
                ++m_place;
                continue;
            }
            TRY(readBlock());
        }
        return {};
    }

    /// Up to the next empty line: a note, a style, a region, or a cue with or without its name.
    Result<void> readBlock() {
        if (begins(line(), "NOTE") || begins(line(), "STYLE") || begins(line(), "REGION")) {
            if (!isTiming(line())) {
                while (more() && !blank())
                    ++m_place;
                return {};
            }
        }
        if (!isTiming(line()))
            ++m_place; // the cue's name
        if (!more() || !isTiming(line())) {
            // As the standard asks, what is no cue is passed over.
            while (more() && !blank() && !isTiming(line()))
                ++m_place;
            if (!more() || blank())
                return {};
        }
        return readCue([this] { return blank() || isTiming(line()); });
    }

    Result<void> readSubRip() {
        while (more()) {
            if (meansTimes(line())) {
                // Words may hold an empty line: a cue goes on up to the next one's number and times.
                TRY(readCue([this] {
                    const bool numbered =
                        isNumber(line()) && m_place + 1 < m_lines.size() && meansTimes(m_lines[m_place + 1]);
                    return numbered || meansTimes(line());
                }));
                continue;
            }
            if (!blank() && !isNumber(line()))
                return corrupt(m_place + 1, "neither WebVTT nor SubRip captions");
            ++m_place;
        }
        return {};
    }

    /// The times at hand and the words up to where `ends()`.
    template <class Ends>
    Result<void> readCue(const Ends& ends) {
        const std::size_t number = m_place + 1;
        const auto span = times(line());
        if (!span)
            return corrupt(number, "the times can't be read");
        if (span->second < span->first)
            return corrupt(number, "the caption ends before it begins");
        if (m_cues.size() == kMostCues)
            return tooLarge("more than 100,000 of them");
        std::string payload;
        for (++m_place; more() && !ends(); ++m_place) {
            payload += line();
            payload += '\n';
        }
        CaptionText said = captionText(payload);
        if (!said.text.empty())
            m_cues.push_back({span->first, span->second, std::move(said.text), std::move(said.speaker)});
        return {};
    }

    std::vector<std::string_view> m_lines;
    std::size_t m_place = 0;
    std::vector<Cue> m_cues;
};

/// A file may hold a NUL, which no text that is kept may: as the standard says, its place is taken.
std::string withoutNul(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\0')
            result += kReplacement;
        else
            result += c;
    }
    return result;
}

} // namespace

Result<std::vector<Cue>> parseCaptions(std::string_view text) {
    if (text.size() > kMostBytes)
        return tooLarge("more than 16 MB");
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return corrupt(1, "UTF-16; they have to be UTF-8 text");
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    std::string cleaned;
    if (text.find('\0') != std::string_view::npos)
        text = cleaned = withoutNul(text);
    return CueReader(TRY(linesOf(text))).read();
}

Result<std::vector<Cue>> readCaptions(const std::filesystem::path& file) {
    std::error_code none;
    if (const auto bytes = std::filesystem::file_size(file, none); !none && bytes > kMostBytes)
        return tooLarge("more than 16 MB");
    return parseCaptions(TRY(readWholeFile(file)));
}

std::filesystem::path captionsBeside(const std::filesystem::path& recording) {
    for (const char* ending : {".vtt", ".srt", ".VTT", ".SRT"}) {
        auto beside = recording;
        beside.replace_extension(ending);
        std::error_code none;
        if (std::filesystem::is_regular_file(beside, none))
            return beside;
    }
    return {};
}

} // namespace mockingbird::review
