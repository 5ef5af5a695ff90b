// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::exchange {

/// What a calendar program is told of one thing at a time. Texts are UTF-8.
struct CalendarEntry {
    std::string uid; ///< the same whenever it is told of: it replaces what was told before
    WallTime start;
    int minutes = 0;
    std::string summary;
    std::string location;
    std::string description;
    std::string url;  ///< empty where there is none
    int sequence = 0; ///< rises with each change
    WallTime changedAt;
    bool cancelled = false;
    std::vector<int> remindMinutesBefore;
};

/// An iCalendar object (RFC 5545) that publishes the entries: times in UTC, lines of at most 75 octets that
/// end with CR LF and never within a character. Bytes that are no UTF-8, and control characters, are left
/// out.
[[nodiscard]] std::string calendarText(std::span<const CalendarEntry> entries);

/// Whether a text is an address that URL takes: a scheme such as https, and no blanks.
[[nodiscard]] bool isAddress(std::string_view text);

} // namespace mockingbird::exchange
