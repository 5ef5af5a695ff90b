// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/calendar_text.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstddef>
#include <cstdio>

namespace mockingbird::exchange {

namespace {

constexpr std::size_t kLongestLine = 75; // octets without the line's end (RFC 5545, 3.1)

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// How many bytes the character at the beginning has; 0 where it is no UTF-8.
std::size_t characterLength(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80             ? 1
                               : (first & 0xE0) == 0xC0 ? 2
                               : (first & 0xF0) == 0xE0 ? 3
                               : (first & 0xF8) == 0xF0 ? 4
                                                        : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isContinuation(text[i]))
            return 0;
    const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0U;
    const bool overlong = first == 0xC0 || first == 0xC1 || (first == 0xE0 && second < 0xA0) ||
                          (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool beyond = first > 0xF4 || (first == 0xF4 && second >= 0x90);
    return overlong || surrogate || beyond ? 0 : length;
}

/// Calls `visit` with each character that may stand in a calendar.
template <class Visit>
void forEachCharacter(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const auto first = static_cast<unsigned char>(text[0]);
        const bool control = length == 1 && (first < 0x20 || first == 0x7F) && first != '\t' && first != '\n';
        if (length > 0 && !control)
            visit(text.substr(0, length));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

/// A value of the type TEXT (3.3.11).
std::string escaped(std::string_view text) {
    std::string value;
    std::string lines(text);
    for (std::size_t at = 0; (at = lines.find('\r', at)) != std::string::npos;) { // all ends of lines are one
        if (at + 1 < lines.size() && lines[at + 1] == '\n')
            lines.erase(at, 1);
        else
            lines[at] = '\n';
    }
    forEachCharacter(lines, [&](std::string_view character) {
        if (character == "\n")
            value += "\\n";
        else if (character == "\\" || character == ";" || character == ",")
            value.append("\\").append(character);
        else
            value += character;
    });
    return value;
}

/// One content line, folded.
void addLine(std::string& text, std::string_view name, std::string_view value) {
    std::size_t used = 0;
    const auto put = [&](std::string_view character) {
        if (used + character.size() > kLongestLine) {
            text += "\r\n ";
            used = 1;
        }
        text += character;
        used += character.size();
    };
    forEachCharacter(name, put);
    put(":");
    forEachCharacter(value, put);
    text += "\r\n";
}

std::string utc(WallTime time) {
    namespace chrono = std::chrono;
    const auto moment = chrono::floor<chrono::seconds>(
        chrono::sys_time<chrono::milliseconds>(chrono::milliseconds(time.milliseconds)));
    const auto day = chrono::floor<chrono::days>(moment);
    const chrono::year_month_day date{day};
    const chrono::hh_mm_ss clock{moment - day};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return buffer;
}

void addEntry(std::string& text, const CalendarEntry& entry) {
    addLine(text, "BEGIN", "VEVENT");
    addLine(text, "UID", escaped(entry.uid));
    addLine(text, "DTSTAMP", utc(entry.changedAt));
    addLine(text, "LAST-MODIFIED", utc(entry.changedAt));
    addLine(text, "SEQUENCE", std::to_string(entry.sequence));
    addLine(text, "DTSTART", utc(entry.start));
    addLine(text, "DTEND", utc({entry.start.milliseconds + std::int64_t{entry.minutes} * 60'000}));
    addLine(text, "SUMMARY", escaped(entry.summary));
    if (!entry.location.empty())
        addLine(text, "LOCATION", escaped(entry.location));
    if (!entry.description.empty())
        addLine(text, "DESCRIPTION", escaped(entry.description));
    if (isAddress(entry.url))
        addLine(text, "URL", entry.url);
    addLine(text, "STATUS", entry.cancelled ? "CANCELLED" : "CONFIRMED");
    if (!entry.cancelled) {
        for (const int minutes : entry.remindMinutesBefore) {
            addLine(text, "BEGIN", "VALARM");
            addLine(text, "ACTION", "DISPLAY");
            addLine(text, "DESCRIPTION", escaped(entry.summary));
            addLine(text, "TRIGGER", "-PT" + std::to_string(minutes) + "M");
            addLine(text, "END", "VALARM");
        }
    }
    addLine(text, "END", "VEVENT");
}

} // namespace

std::string calendarText(std::span<const CalendarEntry> entries) {
    std::string text;
    addLine(text, "BEGIN", "VCALENDAR");
    addLine(text, "VERSION", "2.0");
    addLine(text, "PRODID", "-//Mockingbird//Mockingbird//EN");
    addLine(text, "CALSCALE", "GREGORIAN");
    addLine(text, "METHOD", "PUBLISH");
    for (const CalendarEntry& entry : entries)
        addEntry(text, entry);
    addLine(text, "END", "VCALENDAR");
    return text;
}

bool isAddress(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon < 2 || colon + 1 == text.size() ||
        std::isalpha(static_cast<unsigned char>(text[0])) == 0)
        return false;
    const auto scheme = text.substr(0, colon);
    return std::all_of(scheme.begin(), scheme.end(),
                       [](char c) {
                           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' ||
                                  c == '.';
                       }) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return c > ' ' && c < 0x7F &&
                      std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
           });
}

} // namespace mockingbird::exchange
