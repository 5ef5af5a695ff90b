// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_list.h"
#include "tests/bench/bench_report.h"

#include <filesystem>
#include <vector>

namespace mockingbird::bench {

/// Each takes the words after its name, the first being the folder that keeps the catalogs made, and answers
/// the program's exit status.
int benchMake(const Words& words);
int benchStart(const Words& words);
int benchPages(const Words& words);
int benchSearch(const Words& words);
int benchCompare(const Words& words);
int benchAppend(const Words& words);
int benchRebuild(const Words& words);
int benchGrowth(const Words& words);

// What each measures in one catalog.
[[nodiscard]] std::vector<Figure> startFigures(const std::filesystem::path& catalog,
                                               const std::string& program);
[[nodiscard]] std::vector<Figure> pageFigures(const std::filesystem::path& catalog);
[[nodiscard]] std::vector<Figure> searchFigures(const std::filesystem::path& catalog);
[[nodiscard]] std::vector<Figure> compareFigures(const std::filesystem::path& catalog);
[[nodiscard]] std::vector<Figure> appendFigures(const std::filesystem::path& catalog);

/// The catalog of so many sessions in the folder that the words name first; ends the program where it can't
/// be made.
[[nodiscard]] std::filesystem::path catalogOf(const Words& words, int sessions);

inline constexpr int kSmall = 1'000;
inline constexpr int kMiddle = 10'000;
inline constexpr int kLarge = 100'000;

} // namespace mockingbird::bench
