// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_list.h"

namespace mockingbird::bench {

/// Each takes the words after its name and answers the program's exit status.
int benchNotes(const Words& words);
int benchTimeline(const Words& words);
int benchPlaying(const Words& words);

} // namespace mockingbird::bench
