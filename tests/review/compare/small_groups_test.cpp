// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever reads a guarded table knows what is shown, and that rows and columns add up. The attacker here
// goes through every table of as many people that could lie behind what is shown, and asks of all cells
// together whether it is the same one to four people in each.
#include "review/compare/small_groups.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace mockingbird::review {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Counts = std::vector<std::vector<int>>;
using Guard = std::function<GuardedTable(const Counts&)>;

int sumOf(const std::vector<int>& numbers) {
    int sum = 0;
    for (const int number : numbers)
        sum += number;
    return sum;
}

std::vector<int> rowSums(const Counts& counts) {
    std::vector<int> sums;
    for (const auto& row : counts)
        sums.push_back(sumOf(row));
    return sums;
}

std::vector<int> columnSums(const Counts& counts) {
    std::vector<int> sums(counts.front().size());
    for (const auto& row : counts)
        for (std::size_t column = 0; column < row.size(); ++column)
            sums[column] += row[column];
    return sums;
}

bool fits(const std::vector<GuardedCount>& shown, const std::vector<int>& counts) {
    for (std::size_t place = 0; place < shown.size(); ++place)
        if (shown[place] && *shown[place] != counts[place])
            return false;
    return true;
}

bool fits(const GuardedTable& shown, const Counts& counts) {
    for (std::size_t row = 0; row < counts.size(); ++row)
        if (!fits(shown.cells[row], counts[row]))
            return false;
    return fits(shown.rowTotals, rowSums(counts)) && fits(shown.columnTotals, columnSums(counts));
}

/// Every table of `rows` by `columns` with so many people, each of whom is in one cell.
std::vector<Counts> allTables(std::size_t rows, std::size_t columns, int people) {
    std::vector<Counts> all;
    Counts counts(rows, std::vector<int>(columns));
    const std::function<void(std::size_t, int)> fill = [&](std::size_t place, int left) {
        int& cell = counts[place / columns][place % columns];
        if (place + 1 == rows * columns) {
            cell = left;
            all.push_back(counts);
            return;
        }
        for (cell = 0; cell <= left; ++cell)
            fill(place + 1, left - cell);
        cell = 0;
    };
    fill(0, people);
    return all;
}

int unionOf(const Counts& counts, unsigned cells) {
    int sum = 0;
    unsigned place = 0;
    for (const auto& row : counts)
        for (const int count : row)
            sum += (cells & (1U << place++)) != 0 ? count : 0;
    return sum;
}

/// How many sets of cells can be said to hold one to four people, exactly, from what is shown of `counts`.
int pinned(const GuardedTable& shown, const Counts& counts, const std::vector<Counts>& possible) {
    std::vector<const Counts*> consistent;
    for (const Counts& each : possible)
        if (fits(shown, each))
            consistent.push_back(&each);
    const auto cells = static_cast<unsigned>(counts.size() * counts.front().size());
    int found = 0;
    for (unsigned set = 1; set < (1U << cells); ++set) {
        const int people = unionOf(counts, set);
        if (people < 1 || people >= kSmallestGroup)
            continue;
        if (std::ranges::all_of(consistent,
                                [&](const Counts* each) { return unionOf(*each, set) == people; }))
            ++found;
    }
    return found;
}

/// The control: small cells are withheld, and nothing besides.
GuardedTable withoutComplement(const Counts& counts) {
    const auto shown = [](int count) {
        return count > 0 && count < kSmallestGroup ? GuardedCount() : GuardedCount(count);
    };
    const auto listOf = [&](const std::vector<int>& numbers) {
        std::vector<GuardedCount> list;
        for (const int number : numbers)
            list.push_back(shown(number));
        return list;
    };
    GuardedTable table;
    for (const auto& row : counts)
        table.cells.push_back(listOf(row));
    table.rowTotals = listOf(rowSums(counts));
    table.columnTotals = listOf(columnSums(counts));
    table.total = shown(sumOf(rowSums(counts)));
    return table;
}

/// In how many of the tables something is pinned.
int broken(std::size_t rows, std::size_t columns, int people, int every, const Guard& guard) {
    const auto all = allTables(rows, columns, people);
    int found = 0;
    for (std::size_t place = 0; place < all.size(); place += static_cast<std::size_t>(every))
        found += pinned(guard(all[place]), all[place], all) > 0 ? 1 : 0;
    return found;
}

const Guard kGuard = [](const Counts& counts) { return guarded(counts); };

TEST(SmallGroups, AreWithheldWithTheNextLargestOne) {
    const GuardedList list = guarded({20, 4, 9, 0});
    EXPECT_THAT(list.counts, ElementsAre(20, std::nullopt, std::nullopt, 0)) << "else 33 less 29 were four";
    EXPECT_EQ(list.total, 33);
    EXPECT_THAT(guarded({20, 9, 5}).counts, ElementsAre(20, 9, 5));
    EXPECT_THAT(guarded({20, 3, 2}).counts, ElementsAre(std::nullopt, std::nullopt, std::nullopt))
        << "3 and 2 are five together, but each of them at most four";
    EXPECT_THAT(guarded({20, 3, 3}).counts, ElementsAre(20, std::nullopt, std::nullopt));
    EXPECT_THAT(guarded({20, 4, 9, 9}).counts, ElementsAre(20, std::nullopt, std::nullopt, std::nullopt))
        << "which of the two stands with it would tell";
}

TEST(SmallGroups, OfAFewPeopleInAllNothingIsShown) {
    const GuardedList few = guarded({1, 3, 0});
    EXPECT_EQ(few.total, std::nullopt);
    EXPECT_THAT(few.counts, Each(Eq(std::nullopt)));
    EXPECT_EQ(guarded(std::vector<int>{0, 0}).total, 0);
    EXPECT_THAT(guarded({1, 1, 1, 1, 1, 0}).counts, Each(Eq(std::nullopt)))
        << "five groups of which each has somebody are five times one";
}

TEST(SmallGroups, NobodyWorksOutOneFromAListAndItsTotal) {
    int broken = 0;
    int brokenWithoutComplement = 0;
    for (int people = 5; people <= 14; people += 3) {
        const auto all = allTables(1, 4, people);
        for (const Counts& counts : all) {
            const auto asTable = [&](const GuardedList& list) {
                return GuardedTable{{list.counts}, {list.total}, list.counts, list.total};
            };
            broken += pinned(asTable(guarded(counts[0])), counts, all) > 0 ? 1 : 0;
            brokenWithoutComplement += pinned(withoutComplement(counts), counts, all) > 0 ? 1 : 0;
        }
    }
    EXPECT_EQ(broken, 0);
    EXPECT_GT(brokenWithoutComplement, 100) << "the control";
}

TEST(SmallGroups, NobodyWorksOutOneFromATableAndItsSums) {
    EXPECT_EQ(broken(2, 2, 13, 1, kGuard), 0);
    EXPECT_EQ(broken(2, 2, 24, 29, kGuard), 0);
    EXPECT_EQ(broken(2, 3, 12, 211, kGuard), 0);
    EXPECT_EQ(broken(3, 2, 12, 211, kGuard), 0);
    EXPECT_GT(broken(2, 3, 12, 211, withoutComplement), 20) << "the control";
}

/// What somebody works out who knows the rule by heart, and goes only through the tables that it shows alike.
int toldByTheRule(std::size_t rows, std::size_t columns, int people, const Guard& guard) {
    std::map<std::vector<GuardedCount>, std::vector<Counts>> shownAlike;
    for (const Counts& counts : allTables(rows, columns, people)) {
        const GuardedTable table = guard(counts);
        std::vector<GuardedCount> shown = table.rowTotals;
        shown.insert(shown.end(), table.columnTotals.begin(), table.columnTotals.end());
        for (const auto& row : table.cells)
            shown.insert(shown.end(), row.begin(), row.end());
        shownAlike[shown].push_back(counts);
    }
    int found = 0;
    for (const auto& [shown, alike] : shownAlike)
        found += pinned(guard(alike.front()), alike.front(), alike);
    return found;
}

TEST(SmallGroups, NorDoesWhoKnowsTheRuleByHeart) {
    EXPECT_EQ(toldByTheRule(1, 4, 14, kGuard), 0);
    EXPECT_EQ(toldByTheRule(2, 2, 15, kGuard), 0);
    EXPECT_EQ(toldByTheRule(2, 3, 9, kGuard), 0);
    EXPECT_GT(toldByTheRule(2, 2, 15, withoutComplement), 50) << "the control";
}

TEST(SmallGroups, LargerTablesKeepToTheRuleThatTheExhaustiveOnesProve) {
    // What can be told of a row's withheld cells, and of a column's, is what they have together.
    std::mt19937 random(6);
    for (int round = 0; round < 300; ++round) {
        Counts counts(4, std::vector<int>(4));
        for (auto& row : counts)
            for (int& cell : row)
                cell = static_cast<int>(random() % 12) * static_cast<int>(random() % 2);
        const GuardedTable table = guarded(counts);
        for (std::size_t row = 0; row < counts.size(); ++row) {
            int withheld = 0;
            for (std::size_t column = 0; column < counts.size(); ++column) {
                if (table.cells[row][column]) {
                    EXPECT_EQ(*table.cells[row][column], counts[row][column]);
                    EXPECT_FALSE(counts[row][column] > 0 && counts[row][column] < kSmallestGroup);
                } else if (table.columnTotals[column]) {
                    withheld += counts[row][column];
                }
            }
            const bool allColumnsShown = std::ranges::all_of(table.columnTotals, &GuardedCount::has_value);
            if (table.rowTotals[row] && allColumnsShown) {
                EXPECT_TRUE(withheld == 0 || withheld >= kSmallestGroup) << round;
            }
        }
    }
}

TEST(SmallGroups, WhoIsInSeveralCellsCountsOnceForHidingOthers) {
    // One person did six things in six quarters' cells: six entries, one person.
    std::vector<std::vector<PeopleSet>> people(2, std::vector<PeopleSet>(3));
    for (auto& row : people)
        for (PeopleSet& cell : row)
            cell = {0};
    const GuardedTable one = guarded(people);
    EXPECT_EQ(one.total, std::nullopt);
    for (std::size_t person = 1; person < 9; ++person)
        people[0][0].insert(person);
    const GuardedTable more = guarded(people);
    EXPECT_EQ(more.total, 14);
    EXPECT_EQ(more.rowTotals[1], std::nullopt) << "three entries of one person";
    EXPECT_EQ(more.rowTotals[0], std::nullopt) << "else it were 14 less 11";
}

TEST(SmallGroups, LevelsThatFewCarryAreMergedWithTheirNeighbours) {
    const auto carriedBy = [](std::initializer_list<int> people) {
        std::vector<PeopleSet> sets;
        std::size_t next = 0;
        for (const int count : people) {
            PeopleSet set;
            for (int i = 0; i < count; ++i)
                set.insert(next++);
            sets.push_back(std::move(set));
        }
        return sets;
    };
    const auto merged = mergedLevels(1, {2, 3, 9, 7, 0}, carriedBy({2, 3, 8, 6, 0}));
    ASSERT_THAT(merged, SizeIs(4));
    EXPECT_EQ(merged[0].from, 1);
    EXPECT_EQ(merged[0].to, 2);
    EXPECT_EQ(merged[0].count, 5);
    EXPECT_EQ(merged[3].count, 0) << "that nobody was given a level is shown";
    EXPECT_THAT(mergedLevels(1, {4, 0, 9}, carriedBy({3, 0, 1})), IsEmpty());
    // Nine times the same level, and each time to the same person.
    EXPECT_THAT(mergedLevels(1, {0, 9}, {{}, {7}}), IsEmpty());
}

} // namespace
} // namespace mockingbird::review
