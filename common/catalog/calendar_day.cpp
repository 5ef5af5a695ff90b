// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/calendar_day.h"

#include <chrono>
#include <cstddef>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kLength = 10; // of yyyy-mm-dd

/// -1 where a digit isn't one.
int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

} // namespace

bool isDay(std::string_view text) {
    if (text.size() != kLength || text[4] != '-' || text[7] != '-')
        return false;
    const int year = number(text.substr(0, 4));
    const int month = number(text.substr(5, 2));
    const int day = number(text.substr(8, 2));
    if (year < 1 || month < 1 || day < 1)
        return false;
    return std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

std::string dayOf(WallTime time) {
    return time.toIso().substr(0, kLength);
}

} // namespace mockingbird::catalog
