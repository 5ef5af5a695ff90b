// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/media_time.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace mockingbird {

namespace {

/// A number of decimal digits with at most one point, at most `limit`; no sign, no exponent.
bool parseNumber(std::string_view text, bool fraction, double& out) {
    if (text.empty() || text.size() > 18)
        return false;
    bool digit = false;
    bool point = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digit = true;
        else if (c == '.' && fraction && !point)
            point = true;
        else
            return false;
    }
    if (!digit)
        return false;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), out);
    return status == std::errc{} && end == text.data() + text.size();
}

} // namespace

MediaTime MediaTime::fromSeconds(double seconds) {
    return fromMicroseconds(std::llround(seconds * 1e6));
}

Result<MediaTime> MediaTime::parse(std::string_view text) {
    const Error malformed{ErrorCode::InvalidArgument,
                          "\"" + std::string(text) + "\" is not a time such as 12.5 or 0:01:02.500", 0};
    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    for (std::string_view rest = text;;) {
        if (count == parts.size())
            return malformed;
        const auto colon = rest.find(':');
        parts[count++] = rest.substr(0, colon);
        if (colon == std::string_view::npos)
            break;
        rest.remove_prefix(colon + 1);
    }
    double seconds = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        double value = 0;
        if (!parseNumber(parts[i], last, value))
            return malformed;
        if (i > 0 && value >= 60)
            return malformed;
        seconds = seconds * 60 + value;
    }
    if (seconds > 1e9) // some thirty years: no recording, and far from overflow
        return malformed;
    return fromSeconds(seconds);
}

std::string MediaTime::toString() const {
    const bool negative = m_time.count() < 0;
    const std::int64_t ms = std::abs(m_time.count()) / 1000;
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s%02lld:%02lld:%02lld.%03lld", negative ? "-" : "",
                  static_cast<long long>(ms / 3600000), static_cast<long long>(ms / 60000 % 60),
                  static_cast<long long>(ms / 1000 % 60), static_cast<long long>(ms % 1000));
    return buffer.data();
}

std::string MediaTime::toShortString() const {
    const bool negative = m_time.count() < 0;
    const std::int64_t s = std::abs(m_time.count()) / 1000000;
    std::array<char, 48> buffer{};
    if (s >= 3600)
        std::snprintf(buffer.data(), buffer.size(), "%s%lld:%02lld:%02lld", negative ? "-" : "",
                      static_cast<long long>(s / 3600), static_cast<long long>(s / 60 % 60),
                      static_cast<long long>(s % 60));
    else
        std::snprintf(buffer.data(), buffer.size(), "%s%lld:%02lld", negative ? "-" : "",
                      static_cast<long long>(s / 60), static_cast<long long>(s % 60));
    return buffer.data();
}

} // namespace mockingbird
