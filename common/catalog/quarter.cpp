// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/quarter.h"

#include "common/catalog/calendar_day.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace mockingbird::catalog {

namespace {

constexpr int kMonthsOfQuarter = 3;
constexpr std::int64_t kSecondMs = 1000;

/// The midnight here at which a day begins. Month 0 is January; month 12 the next year's.
WallTime midnight(int year, int month, int day) {
    std::tm local{};
    local.tm_year = year - 1900;
    local.tm_mon = month;
    local.tm_mday = day;
    local.tm_isdst = -1;
    return {static_cast<std::int64_t>(std::mktime(&local)) * kSecondMs};
}

std::tm localTimeOf(WallTime time) {
    // Rounded down also before 1970.
    const std::int64_t ms = time.milliseconds;
    const std::time_t seconds = ms / kSecondMs - (ms % kSecondMs < 0 ? 1 : 0);
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

std::string dayText(int year, int month, int day) {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
    return buffer.data();
}

} // namespace

Quarter Quarter::next() const {
    return number == 4 ? Quarter{year + 1, 1} : Quarter{year, number + 1};
}

Quarter Quarter::previous() const {
    return number == 1 ? Quarter{year - 1, 4} : Quarter{year, number - 1};
}

std::string Quarter::firstDay() const {
    return dayText(year, (number - 1) * kMonthsOfQuarter + 1, 1);
}

std::string Quarter::lastDay() const {
    // March and December have 31 days, June and September 30.
    return dayText(year, number * kMonthsOfQuarter, number == 1 || number == 4 ? 31 : 30);
}

WallTime Quarter::begin() const {
    return midnight(year, (number - 1) * kMonthsOfQuarter, 1);
}

WallTime Quarter::end() const {
    return next().begin();
}

std::string Quarter::name() const {
    return dayText(year, 1, 1).substr(0, 4) + "-Q" + std::to_string(number);
}

Quarter quarterOf(WallTime time) {
    const std::tm local = localTimeOf(time);
    return {local.tm_year + 1900, local.tm_mon / kMonthsOfQuarter + 1};
}

Result<Quarter> quarterOfDay(std::string_view day) {
    return quarterOf(TRY(beginOfDay(day)));
}

Result<Quarter> parseQuarter(std::string_view text) {
    std::string plain(text);
    if (plain.size() == 7 && plain[4] == '-')
        plain.erase(4, 1);
    const bool fits = plain.size() == 6 && plain.find_first_not_of("0123456789") == 4 &&
                      (plain[4] == 'Q' || plain[4] == 'q') && plain[5] >= '1' && plain[5] <= '4' &&
                      plain.substr(0, 4) != "0000";
    if (!fits)
        return Error{ErrorCode::InvalidArgument,
                     "\"" + std::string(text) + "\" is no quarter such as 2026-Q3", 0};
    return Quarter{std::stoi(plain.substr(0, 4)), plain[5] - '0'};
}

Result<WallTime> beginOfDay(std::string_view day) {
    if (!isDay(day))
        return Error{ErrorCode::InvalidArgument, "\"" + std::string(day) + "\" is no day such as 2026-09-01",
                     0};
    return midnight(std::stoi(std::string(day.substr(0, 4))), std::stoi(std::string(day.substr(5, 2))) - 1,
                    std::stoi(std::string(day.substr(8, 2))));
}

std::string localDayOf(WallTime time) {
    const std::tm local = localTimeOf(time);
    return dayText(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

WallTime beginOfYear(int year) {
    return midnight(year, 0, 1);
}

} // namespace mockingbird::catalog
