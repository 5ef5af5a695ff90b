// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace mockingbird {

/// A moment of the calendar: milliseconds since 1970 UTC.
struct WallTime {
    std::int64_t milliseconds = 0;

    [[nodiscard]] static WallTime now();
    /// ISO 8601 in UTC, such as `2026-03-01T09:30:00.000Z`.
    [[nodiscard]] std::string toIso() const;

    auto operator<=>(const WallTime&) const = default;
};

} // namespace mockingbird
