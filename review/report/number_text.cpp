// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/number_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace mockingbird::review {

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
    const std::time_t seconds = static_cast<std::time_t>(time.milliseconds / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "%e %B %Y, %H:%M", &local);
    const std::string date = text.data();
    return date.substr(date.find_first_not_of(' '));
}

} // namespace mockingbird::review
