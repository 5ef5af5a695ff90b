// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace mockingbird::bench {

using Words = std::vector<std::string>;

/// One of a program's benches: takes the words after its name and answers the program's exit status.
struct Bench {
    const char* name;
    int (*run)(const Words&);
    const char* about; ///< its words and what it measures, for the list
};

/// Runs the bench that the first argument names; lists them all, and answers 2, where it names none.
[[nodiscard]] int runBench(const char* program, std::span<const Bench> benches, int argc, char** argv);

} // namespace mockingbird::bench
