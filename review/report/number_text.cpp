// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/number_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace mockingbird::review {

namespace {

std::tm localTime(WallTime time) {
    const std::time_t seconds = static_cast<std::time_t>(time.milliseconds / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

std::string formatted(const std::tm& time, const char* format) {
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), format, &time);
    const std::string date = text.data();
    return date.substr(date.find_first_not_of(' '));
}

} // namespace

std::string numberText(double number) {
    const double tenths = std::round(number * 10);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), std::fmod(tenths, 10) == 0 ? "%.0f" : "%.1f", tenths / 10);
    return text.data();
}

std::string changeText(double change) {
    const double tenths = std::round(change * 10);
    if (tenths == 0)
        return "\u00B10";
    return (tenths > 0 ? "+" : "\u2212") + numberText(std::abs(tenths) / 10);
}

std::string dateText(WallTime time) {
    return formatted(localTime(time), "%e %B %Y, %H:%M");
}

std::string dayText(WallTime time) {
    return formatted(localTime(time), "%e %B %Y");
}

std::string dayText(const std::string& isoDate) {
    std::tm day{};
    if (std::sscanf(isoDate.c_str(), "%4d-%2d-%2d", &day.tm_year, &day.tm_mon, &day.tm_mday) != 3)
        return isoDate;
    day.tm_year -= 1900;
    day.tm_mon -= 1;
    return formatted(day, "%e %B %Y");
}

} // namespace mockingbird::review
