// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// A run of words that two texts share, or that only one of them has.
struct WordRun {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    std::string text; ///< with the blanks that follow its words

    bool operator==(const WordRun&) const = default;
};

/// What became of `before` word by word: the runs that aren't Added make `before`, those that aren't Removed
/// `after`, but for blanks. By a longest common subsequence; where the texts are so long that it would take
/// millions of steps, as a whole removed and a whole added.
[[nodiscard]] std::vector<WordRun> wordDifference(std::string_view before, std::string_view after);

} // namespace mockingbird::catalog
