// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"

#include <compare>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// Three months of this place's calendar, from January, April, July or October on.
struct Quarter {
    int year = 0;
    int number = 1; ///< 1 to 4

    auto operator<=>(const Quarter&) const = default;

    [[nodiscard]] Quarter next() const;
    [[nodiscard]] Quarter previous() const;
    [[nodiscard]] std::string firstDay() const; ///< ISO date
    [[nodiscard]] std::string lastDay() const;  ///< ISO date
    [[nodiscard]] WallTime begin() const;       ///< its first midnight here
    [[nodiscard]] WallTime end() const;         ///< the midnight after its last day
    [[nodiscard]] std::string name() const;     ///< `2026-Q3`
};

[[nodiscard]] Quarter quarterOf(WallTime time);
/// Of an ISO date; InvalidArgument for anything else.
[[nodiscard]] Result<Quarter> quarterOfDay(std::string_view day);
/// From `2026-Q3` or `2026Q3`, in either case; InvalidArgument.
[[nodiscard]] Result<Quarter> parseQuarter(std::string_view text);

/// The day here, as an ISO date; calendar_day.h's dayOf tells it in UTC.
[[nodiscard]] std::string localDayOf(WallTime time);
/// The midnight here at which an ISO date begins; InvalidArgument for anything else.
[[nodiscard]] Result<WallTime> beginOfDay(std::string_view day);
/// The first midnight of a year here.
[[nodiscard]] WallTime beginOfYear(int year);

} // namespace mockingbird::catalog
