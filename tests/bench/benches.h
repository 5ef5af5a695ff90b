// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_list.h"

#include <string>

namespace mockingbird::bench {

/// Each takes the words after its name and answers the program's exit status.
int benchCpu(const Words& words);
int benchCpuWithPreview(const Words& words);
int benchStart(const Words& words);
int benchDrops(const Words& words);
int benchSync(const Words& words);
int benchLong(const Words& words);
/// What the benches of the processor measure: a recording, and nothing else, in a process of its own.
int recordOnly(const Words& words);

/// This program's own file.
[[nodiscard]] std::string ownProgram();

} // namespace mockingbird::bench
