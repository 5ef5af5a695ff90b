// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/day_text.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace mockingbird::review {

namespace {

std::string writtenDay(const std::tm& day) {
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "%e %B %Y", &day);
    const std::string date = text.data();
    return date.substr(date.find_first_not_of(' '));
}

} // namespace

std::string dayText(WallTime time) {
    const std::time_t seconds = static_cast<std::time_t>(time.milliseconds / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    return writtenDay(local);
}

std::string dayText(const std::string& isoDate) {
    std::tm day{};
    if (std::sscanf(isoDate.c_str(), "%4d-%2d-%2d", &day.tm_year, &day.tm_mon, &day.tm_mday) != 3)
        return isoDate;
    day.tm_year -= 1900;
    day.tm_mon -= 1;
    return writtenDay(day);
}

} // namespace mockingbird::review
