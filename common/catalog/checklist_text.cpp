// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/checklist_text.h"

#include "common/catalog/case_fold.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace mockingbird::catalog {

namespace {

std::string_view withoutIndent(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

/// What follows the bullet or number of a list's point; none where the line begins none.
std::optional<std::string_view> afterBullet(std::string_view line) {
    std::string_view rest = withoutIndent(line);
    if (rest.empty())
        return std::nullopt;
    if (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') {
        rest.remove_prefix(1);
    } else {
        const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (digits == 0 || digits == rest.size() || (rest[digits] != '.' && rest[digits] != ')'))
            return std::nullopt;
        rest.remove_prefix(digits + 1);
    }
    if (rest.empty() || (rest[0] != ' ' && rest[0] != '\t'))
        return std::nullopt;
    return withoutIndent(rest);
}

std::optional<std::string_view> taskOf(std::string_view line) {
    const auto rest = afterBullet(line);
    if (!rest || rest->size() < 4 || (*rest)[0] != '[' || (*rest)[2] != ']' ||
        ((*rest)[1] != ' ' && (*rest)[1] != 'x' && (*rest)[1] != 'X') || (*rest)[3] != ' ')
        return std::nullopt;
    return rest->substr(4);
}

std::optional<std::string> headingOf(std::string_view line) {
    const auto marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || (marks < line.size() && line[marks] != ' '))
        return std::nullopt;
    std::string text = trimmed(line.substr(marks));
    while (text.ends_with('#'))
        text.pop_back();
    return trimmed(text);
}

/// Without the marks of emphasis and code, which a list's row doesn't draw.
std::string plain(std::string_view markdown) {
    std::string text;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const char c = markdown[i];
        if (c == '\\' && i + 1 < markdown.size() && std::ispunct(static_cast<unsigned char>(markdown[i + 1])))
            text += markdown[++i];
        else if (c != '*' && c != '`')
            text += c;
    }
    return trimmed(text);
}

bool isFence(std::string_view line) {
    const auto rest = withoutIndent(line);
    return rest.starts_with("```") || rest.starts_with("~~~");
}

int numberOf(std::string_view word) {
    static constexpr std::array kWords = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                          "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    int number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec == std::errc() && read.ptr == word.data() + word.size())
        return std::clamp(number, 0, 400);
    if (word == "a" || word == "an" || word == "the" || word == "last")
        return 1;
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    return found == kWords.end() ? -1 : static_cast<int>(found - kWords.begin());
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : foldCase(text)) {
        if (std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

std::vector<ChecklistLine> checklistLines(std::string_view markdown) {
    std::vector<ChecklistLine> lines;
    std::string heading;
    bool inCode = false;
    bool open = false; // a point's text may go on in the next line
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (isFence(line)) {
            inCode = !inCode;
            open = false;
        } else if (inCode) {
            continue;
        } else if (const auto task = taskOf(line)) {
            lines.push_back({heading, plain(*task)});
            open = true;
        } else if (auto found = headingOf(line)) {
            heading = plain(*found);
            open = false;
        } else if (trimmed(line).empty() || afterBullet(line)) {
            open = false;
        } else if (open) {
            lines.back().text += " " + plain(line);
        }
    }
    std::erase_if(lines, [](const ChecklistLine& line) { return line.text.empty(); });
    return lines;
}

std::optional<int> daysBefore(std::string_view heading) {
    const auto words = wordsOf(heading);
    const auto has = [&](std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (words.empty())
        return std::nullopt;
    if (has("before")) {
        static constexpr std::array<std::pair<std::string_view, int>, 12> kUnits = {{{"month", 30},
                                                                                     {"months", 30},
                                                                                     {"week", 7},
                                                                                     {"weeks", 7},
                                                                                     {"day", 1},
                                                                                     {"days", 1},
                                                                                     {"evening", 1},
                                                                                     {"night", 1},
                                                                                     {"hour", 0},
                                                                                     {"hours", 0},
                                                                                     {"minute", 0},
                                                                                     {"minutes", 0}}};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                           [&](const auto& one) { return one.first == words[i]; });
            if (unit == kUnits.end())
                continue;
            const int number = i == 0 ? 1 : numberOf(words[i - 1]);
            return (number < 0 ? 1 : number) * unit->second;
        }
        return words.front() == "just" || words.front() == "right" ? std::optional(0) : std::nullopt;
    }
    if (words.front() == "afterwards" || words.front() == "after")
        return -1;
    if (words.front() == "in" || words.front() == "while" || words.front() == "during" ||
        words.front() == "at" || words.front() == "on" ||
        (words.front() == "take" && words.back() == "along"))
        return 0;
    return std::nullopt;
}

std::string dayBefore(WallTime moment, int days) {
    const auto seconds = static_cast<std::time_t>(moment.milliseconds / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    local.tm_mday -= days;
    local.tm_hour = 12; // far from the hours at which clocks are changed
    local.tm_isdst = -1;
    mktime(&local);
    std::array<char, 32> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return {text.data(), length};
}

bool isIsoDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int parts[3] = {};
    static constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kParts = {{{0, 4}, {5, 2}, {8, 2}}};
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        const auto part = text.substr(kParts[i].first, kParts[i].second);
        if (!std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        std::from_chars(part.data(), part.data() + part.size(), parts[i]);
    }
    static constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (parts[0] % 4 == 0 && parts[0] % 100 != 0) || parts[0] % 400 == 0;
    if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12)
        return false;
    const int days = kDays[static_cast<std::size_t>(parts[1] - 1)] + (parts[1] == 2 && leap ? 1 : 0);
    return parts[2] >= 1 && parts[2] <= days;
}

} // namespace mockingbird::catalog
