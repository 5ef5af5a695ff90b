// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_list.h"

namespace mockingbird::bench {

/// Each takes the words after its name and answers the program's exit status.
int benchJump(const Words& words);
int benchExact(const Words& words);
int benchStep(const Words& words);
int benchOpen(const Words& words);
int benchThumbnails(const Words& words);
int benchWaveform(const Words& words);
int benchMemory(const Words& words);
int benchInStep(const Words& words);
/// What the bench of memory measures: a recording under review, and nothing else, in a process of its own.
int reviewOnly(const Words& words);

} // namespace mockingbird::bench
