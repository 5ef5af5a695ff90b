// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tracing_store.h"

#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

namespace mockingbird::test {

/// Whether the disk's syncs count in a replay; without them, it is as if there had been none.
enum class Syncs { Count, Ignored };

/// What may lie on the disk after the power went at a moment of the trace: all that was written before the
/// last sync that was answered; of the writes after it each by chance whole, in part (its sectors of 512
/// bytes by chance), or not at all. What was not written is zeros.
[[nodiscard]] std::vector<std::uint8_t> afterPowerCut(const DiskTrace& trace,
                                                      std::chrono::steady_clock::time_point at, Syncs syncs,
                                                      std::mt19937& random);

} // namespace mockingbird::test
