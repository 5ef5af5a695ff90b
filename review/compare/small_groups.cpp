// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/small_groups.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

using Places = std::vector<std::size_t>;

/// What one row, column, cell or several of them together hold.
struct Group {
    PeopleSet people;
    int count = 0; ///< the sum of its cells' people; more than `people` where some are in several

    void add(const Group& other) {
        people.insert(other.people.begin(), other.people.end());
        count += other.count;
    }
    [[nodiscard]] bool isEmpty() const { return people.empty(); }
    [[nodiscard]] bool isSmall() const {
        return !people.empty() && people.size() < static_cast<std::size_t>(kSmallestGroup);
    }
};

using Grid = std::vector<std::vector<Group>>; // by row

/// Which of a list's groups are withheld.
struct Pool {
    std::vector<bool> holds;
};

/// The people of the smallest group that is neither withheld nor empty.
std::optional<std::size_t> smallestShown(const std::vector<Group>& groups, const Pool& pool) {
    std::optional<std::size_t> smallest;
    for (std::size_t place = 0; place < groups.size(); ++place)
        if (!pool.holds[place] && !groups[place].isEmpty() &&
            (!smallest || groups[place].people.size() < *smallest))
            smallest = groups[place].people.size();
    return smallest;
}

/// Withheld are all small groups, and others besides, the smallest first and those of one size together,
/// until any one of those withheld could be five people as far as anybody can tell: of `k` together, each
/// other one has a person at least, and who knows this rule finds no five among those shown. Where there
/// aren't enough, all are withheld, also those of nobody.
Pool pooled(const std::vector<Group>& groups) {
    constexpr auto kSmallest = static_cast<std::size_t>(kSmallestGroup);
    Pool pool{std::vector<bool>(groups.size(), false)};
    Group together;
    std::size_t k = 0;
    const auto withholdIf = [&](const auto& wanted) {
        for (std::size_t place = 0; place < groups.size(); ++place) {
            if (pool.holds[place] || !wanted(groups[place]))
                continue;
            pool.holds[place] = true;
            together.add(groups[place]);
            ++k;
        }
    };
    withholdIf([](const Group& group) { return group.isSmall(); });
    while (k > 0) {
        const auto smallest = smallestShown(groups, pool);
        const bool enough = together.people.size() >= k - 1 + kSmallest;
        if (enough && smallest != kSmallest)
            break;
        if (!smallest) {
            pool.holds.assign(groups.size(), true);
            break;
        }
        withholdIf([&](const Group& group) { return group.people.size() == *smallest; });
    }
    return pool;
}

GuardedCount shown(const Group& group, bool withheld) {
    return withheld || group.isSmall() ? GuardedCount() : GuardedCount(group.count);
}

std::vector<GuardedCount> shownOf(const std::vector<Group>& groups, const Pool& pool) {
    std::vector<GuardedCount> counts;
    for (std::size_t place = 0; place < groups.size(); ++place)
        counts.push_back(shown(groups[place], pool.holds[place]));
    return counts;
}

std::vector<Group> sumsOfRows(const Grid& grid) {
    std::vector<Group> sums(grid.size());
    for (std::size_t row = 0; row < grid.size(); ++row)
        for (const Group& cell : grid[row])
            sums[row].add(cell);
    return sums;
}

Grid transposed(const Grid& grid) {
    Grid turned(grid.empty() ? 0 : grid.front().size(), std::vector<Group>(grid.size()));
    for (std::size_t row = 0; row < grid.size(); ++row)
        for (std::size_t column = 0; column < grid[row].size(); ++column)
            turned[column][row] = grid[row][column];
    return turned;
}

/// The grid with the rows of the pool added up to one, the last.
Grid withPoolAsOneRow(const Grid& grid, const Pool& pool) {
    Grid joined;
    std::optional<std::vector<Group>> pooledRow;
    for (std::size_t row = 0; row < grid.size(); ++row) {
        if (!pool.holds[row]) {
            joined.push_back(grid[row]);
            continue;
        }
        if (!pooledRow)
            pooledRow.emplace(grid[row].size());
        for (std::size_t column = 0; column < grid[row].size(); ++column)
            (*pooledRow)[column].add(grid[row][column]);
    }
    if (pooledRow)
        joined.push_back(std::move(*pooledRow));
    return joined;
}

/// All cells where one of these rows and one of these columns meet.
struct Block {
    std::vector<bool> rows;
    std::vector<bool> columns;
};

/// Adds a column to the block where one of its rows has one to four people in it. Whether it did.
bool widened(const Grid& grid, const std::vector<bool>& rows, std::vector<bool>& columns) {
    for (std::size_t row = 0; row < grid.size(); ++row) {
        Group within;
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (columns[column])
                within.add(grid[row][column]);
        if (!rows[row] || !within.isSmall())
            continue;
        // The cheapest that helps: what is lost is what all of the block's rows show there.
        std::optional<std::size_t> best;
        int least = 0;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (columns[column] || grid[row][column].isEmpty())
                continue;
            int lost = 0;
            for (std::size_t each = 0; each < grid.size(); ++each)
                lost += rows[each] ? grid[each][column].count : 0;
            if (!best || lost < least) {
                best = column;
                least = lost;
            }
        }
        if (!best)
            continue; // the whole row is in the block, and whole rows are guarded by themselves
        columns[*best] = true;
        return true;
    }
    return false;
}

/// The cells withheld within a grid whose rows and columns are all five people or more, or nobody. They are
/// a whole block, in which each row and column is so, too. From the sums that are known, what cells have
/// together is known only for whole rows of the block and whole columns, and any one cell may be as many as
/// the smaller of its row and its column, five at least.
Block withheldBlock(const Grid& grid) {
    Block block{std::vector<bool>(grid.size(), false),
                std::vector<bool>(grid.empty() ? 0 : grid.front().size(), false)};
    for (std::size_t row = 0; row < grid.size(); ++row)
        for (std::size_t column = 0; column < grid[row].size(); ++column)
            if (grid[row][column].isSmall())
                block.rows[row] = block.columns[column] = true;
    const Grid turned = transposed(grid);
    while (widened(grid, block.rows, block.columns) || widened(turned, block.columns, block.rows)) {
    }
    return block;
}

/// Where each row of a grid went in the one whose pool is one row.
Places placesIn(const Pool& pool) {
    Places places(pool.holds.size());
    std::size_t next = 0;
    for (std::size_t row = 0; row < places.size(); ++row)
        if (!pool.holds[row])
            places[row] = next++;
    for (std::size_t row = 0; row < places.size(); ++row)
        if (pool.holds[row])
            places[row] = next;
    return places;
}

GuardedTable guardedGrid(const Grid& grid) {
    GuardedTable table;
    const Grid turned = transposed(grid);
    const std::vector<Group> rowSums = sumsOfRows(grid);
    const std::vector<Group> columnSums = sumsOfRows(turned);
    Group all;
    for (const Group& row : rowSums)
        all.add(row);
    const std::size_t columnCount = turned.size();
    table.total = shown(all, false);
    if (!table.total) {
        table.cells.assign(grid.size(), std::vector<GuardedCount>(columnCount));
        table.rowTotals.resize(grid.size());
        table.columnTotals.resize(columnCount);
        return table;
    }
    const Pool rowPool = pooled(rowSums);
    const Pool columnPool = pooled(columnSums);
    table.rowTotals = shownOf(rowSums, rowPool);
    table.columnTotals = shownOf(columnSums, columnPool);
    const Grid joined = transposed(withPoolAsOneRow(transposed(withPoolAsOneRow(grid, rowPool)), columnPool));
    const Block block = withheldBlock(joined);
    const Places rows = placesIn(rowPool);
    const Places columns = placesIn(columnPool);
    for (std::size_t row = 0; row < grid.size(); ++row) {
        std::vector<GuardedCount> cells;
        for (std::size_t column = 0; column < columnCount; ++column)
            cells.push_back(
                shown(grid[row][column], rowPool.holds[row] || columnPool.holds[column] ||
                                             (block.rows[rows[row]] && block.columns[columns[column]])));
        table.cells.push_back(std::move(cells));
    }
    return table;
}

/// So many people of whom each is in one cell.
Group strangers(int count, std::size_t& next) {
    Group group;
    group.count = count;
    for (int i = 0; i < count; ++i)
        group.people.insert(next++);
    return group;
}

} // namespace

GuardedList guarded(const std::vector<int>& counts) {
    std::size_t next = 0;
    std::vector<Group> groups;
    Group all;
    for (const int count : counts) {
        groups.push_back(strangers(count, next));
        all.add(groups.back());
    }
    GuardedList list;
    list.total = shown(all, false);
    list.counts = list.total ? shownOf(groups, pooled(groups)) : std::vector<GuardedCount>(counts.size());
    return list;
}

GuardedTable guarded(const std::vector<std::vector<int>>& counts) {
    std::size_t next = 0;
    Grid grid;
    for (const auto& row : counts) {
        std::vector<Group> groups;
        for (const int count : row)
            groups.push_back(strangers(count, next));
        grid.push_back(std::move(groups));
    }
    return guardedGrid(grid);
}

GuardedTable guarded(const std::vector<std::vector<PeopleSet>>& people) {
    Grid grid;
    for (const auto& row : people) {
        std::vector<Group> groups;
        for (const PeopleSet& cell : row)
            groups.push_back({cell, static_cast<int>(cell.size())});
        grid.push_back(std::move(groups));
    }
    return guardedGrid(grid);
}

std::vector<LevelRange> mergedLevels(int lowest, const std::vector<int>& counts,
                                     const std::vector<PeopleSet>& carriedBy) {
    std::vector<LevelRange> ranges;
    std::vector<Group> groups;
    for (std::size_t place = 0; place < counts.size(); ++place) {
        const int level = lowest + static_cast<int>(place);
        ranges.push_back({level, level, counts[place]});
        groups.push_back({carriedBy[place], counts[place]});
    }
    while (true) {
        const auto small = std::ranges::find_if(groups, &Group::isSmall);
        if (small == groups.end())
            break;
        if (groups.size() == 1)
            return {};
        // Into the neighbour that fewer carry.
        auto place = static_cast<std::size_t>(small - groups.begin());
        const bool upwards = place == 0 || (place + 1 < groups.size() && groups[place + 1].people.size() <
                                                                             groups[place - 1].people.size());
        if (!upwards)
            --place;
        groups[place].add(groups[place + 1]);
        ranges[place].to = ranges[place + 1].to;
        ranges[place].count += ranges[place + 1].count;
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(place) + 1);
        ranges.erase(ranges.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    }
    const bool nobody = std::ranges::all_of(groups, &Group::isEmpty);
    return nobody ? std::vector<LevelRange>{} : ranges;
}

} // namespace mockingbird::review
