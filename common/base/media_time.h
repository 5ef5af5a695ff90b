// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace mockingbird {

/// A time or a length within a recording, in whole microseconds from its start. May be negative as a
/// difference.
class MediaTime {
public:
    constexpr MediaTime() = default;
    constexpr explicit MediaTime(std::chrono::microseconds time) : m_time(time) {}
    [[nodiscard]] static constexpr MediaTime fromMicroseconds(std::int64_t us) {
        return MediaTime(std::chrono::microseconds(us));
    }
    /// The nearest microsecond.
    [[nodiscard]] static MediaTime fromSeconds(double seconds);
    /// From seconds (`12.5`) or `[hh:]mm:ss[.mmm]`; InvalidArgument for anything else, a negative time
    /// included.
    [[nodiscard]] static Result<MediaTime> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t microseconds() const { return m_time.count(); }
    [[nodiscard]] constexpr std::chrono::microseconds duration() const { return m_time; }
    [[nodiscard]] double seconds() const { return static_cast<double>(m_time.count()) / 1e6; }

    /// `hh:mm:ss.mmm`, cut to the millisecond.
    [[nodiscard]] std::string toString() const;
    /// `m:ss`, or `h:mm:ss` from an hour on: what people read.
    [[nodiscard]] std::string toShortString() const;

    constexpr auto operator<=>(const MediaTime&) const = default;
    constexpr MediaTime operator+(MediaTime other) const { return MediaTime(m_time + other.m_time); }
    constexpr MediaTime operator-(MediaTime other) const { return MediaTime(m_time - other.m_time); }
    constexpr MediaTime& operator+=(MediaTime other) {
        m_time += other.m_time;
        return *this;
    }

private:
    std::chrono::microseconds m_time{0};
};

} // namespace mockingbird
