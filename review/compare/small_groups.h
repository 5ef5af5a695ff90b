// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace mockingbird::review {

/// No group of fewer people is ever shown.
inline constexpr int kSmallestGroup = 5;

/// How many; nullopt where it is withheld, because they are one to four, or because others that are could be
/// worked out with it. Which of the two it is isn't said: that, too, would tell. Nobody (0) is shown.
using GuardedCount = std::optional<int>;

struct GuardedList {
    std::vector<GuardedCount> counts;
    GuardedCount total;
};

/// A table with what its rows and columns add up to.
struct GuardedTable {
    std::vector<std::vector<GuardedCount>> cells; ///< by row
    std::vector<GuardedCount> rowTotals;
    std::vector<GuardedCount> columnTotals;
    GuardedCount total;
};

/// Cell suppression, primary and complementary (Hundepool et al. 2012, "Statistical Disclosure Control",
/// chapter 4; Cox 1980): from what is shown nobody can work out a cell, or what several cells have together,
/// that is one to four people. Counts are of people, each in one cell.
[[nodiscard]] GuardedList guarded(const std::vector<int>& counts);
/// Rows of one length. The totals of the rows are guarded as a list of their own, and so are the columns'.
[[nodiscard]] GuardedTable guarded(const std::vector<std::vector<int>>& counts);

/// People by their place in some list.
using PeopleSet = std::set<std::size_t>;
/// The same where one person may be in several cells: what is withheld together is five people at least. The
/// counts are each cell's people, the totals sums of counts.
[[nodiscard]] GuardedTable guarded(const std::vector<std::vector<PeopleSet>>& people);

/// Neighbours put together until each range is carried by five people at least, or by nobody.
struct LevelRange {
    int from = 0;
    int to = 0;
    int count = 0; ///< of levels given, not of people
};
/// What was given at each level, from `lowest` on, and by how many different people's attempts it is carried.
/// Empty where all levels together are carried by fewer than five.
[[nodiscard]] std::vector<LevelRange> mergedLevels(int lowest, const std::vector<int>& counts,
                                                   const std::vector<PeopleSet>& carriedBy);

} // namespace mockingbird::review
