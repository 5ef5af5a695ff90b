// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/local_time.h"

#include "common/catalog/checklist_text.h"

#include <algorithm>
#include <cctype>
#include <ctime>

namespace mockingbird::studio {

namespace {

constexpr std::size_t kDay = 10; // characters of 2026-03-01

int number(const std::string& text, std::size_t at, std::size_t length) {
    return std::stoi(text.substr(at, length));
}

} // namespace

Result<WallTime> parseLocalTime(const std::string& given) {
    const Error wrong{ErrorCode::InvalidArgument, "\"" + given + "\" is no time such as 2026-03-01 14:30", 0};
    std::string text = given;
    const bool utc = text.ends_with('Z');
    if (utc)
        text.pop_back();
    const bool seconds = text.size() == kDay + 9 && text[kDay + 6] == ':';
    if ((text.size() != kDay + 6 && !seconds) || (text[kDay] != ' ' && text[kDay] != 'T') ||
        text[kDay + 3] != ':' || !catalog::isIsoDate(text.substr(0, kDay)))
        return wrong;
    for (std::size_t i = kDay + 1; i < text.size(); ++i) {
        if (i != kDay + 3 && i != kDay + 6 && std::isdigit(static_cast<unsigned char>(text[i])) == 0)
            return wrong;
    }
    std::tm time{};
    time.tm_year = number(text, 0, 4) - 1900;
    time.tm_mon = number(text, 5, 2) - 1;
    time.tm_mday = number(text, 8, 2);
    time.tm_hour = number(text, kDay + 1, 2);
    time.tm_min = number(text, kDay + 4, 2);
    time.tm_sec = seconds ? number(text, kDay + 7, 2) : 0;
    time.tm_isdst = -1;
    if (time.tm_hour > 23 || time.tm_min > 59 || time.tm_sec > 59)
        return wrong;
    const std::time_t moment = utc ? timegm(&time) : mktime(&time);
    return WallTime{std::int64_t{moment} * 1000};
}

} // namespace mockingbird::studio
