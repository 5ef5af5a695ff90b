// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mockingbird::recorder::test {

inline constexpr int kRate = 48000;
using Mono = std::vector<float>;

/// Sounds like a talker to a loudness meter: noise in syllables of 80 to 300 ms, words and pauses of uneven
/// lengths, at some -20 dBFS.
[[nodiscard]] Mono voice(std::uint32_t seed, double seconds);

/// As a microphone gets it: `gain`, so much later, with an echo of the room.
[[nodiscard]] Mono heard(const Mono& sound, double gain, double delaySeconds);

} // namespace mockingbird::recorder::test
