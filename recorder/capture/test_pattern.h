// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mockingbird::recorder {

/// What the `test` sources show and play; the one place that knows, for them and for who decodes them.
///
/// Picture, 640x360. The top 24 rows hold the frame's number: 32 blocks of 20x24 pixels, white for 1 and
/// black for 0, highest bit first: 4 bits 1010, then the number in 24 bits, then the XOR of its six 4-bit
/// groups. A block survives H.264, so that after decoding every frame can be told from its neighbours: sample
/// each block's middle. Below, a bright bar moves 4 pixels to the right a frame before a slanted grey. Frame
/// n is due at n/fps seconds after the recorder opened. While a second is younger than 100 ms, the square of
/// 120x120 pixels at the bottom right is white, else black: its first white frame is the one due at the whole
/// second.
///
/// Sound, 48 kHz stereo: a quiet tone (kToneLevel) of 440 Hz for the first test source, 660, 880 ... for the
/// next ones, and from each whole second on a beep of 50 ms at 2000 Hz (kBeepLevel), in the instant the
/// square turns white.
namespace test_pattern {

inline constexpr int kWidth = 640;
inline constexpr int kHeight = 360;
inline constexpr int kBlocks = 32;
inline constexpr int kBlockWidth = kWidth / kBlocks;
inline constexpr int kBlockHeight = 24;
inline constexpr int kNumberBits = 24;
inline constexpr int kSquare = 120;
inline constexpr int kFlashMilliseconds = 100;
inline constexpr int kBeepMilliseconds = 50;
inline constexpr double kToneLevel = 0.05;
inline constexpr double kBeepLevel = 0.5;
inline constexpr double kBeepHertz = 2000;

[[nodiscard]] constexpr double toneHertz(int source) {
    return 440.0 + 220.0 * source;
}

/// The 32 bits that are drawn for a frame's number.
[[nodiscard]] constexpr std::uint32_t codeOf(std::uint32_t number) {
    number &= 0xFFFFFFU;
    std::uint32_t check = 0;
    for (unsigned shift = 0; shift < kNumberBits; shift += 4)
        check ^= (number >> shift) & 0xFU;
    return (0xAU << 28U) | (number << 4U) | check;
}

/// Whether the square is white in frame `number`.
[[nodiscard]] constexpr bool flashes(std::int64_t number, int framesPerSecond) {
    return (number * 1000 % (1000LL * framesPerSecond)) / framesPerSecond < kFlashMilliseconds;
}

} // namespace test_pattern

} // namespace mockingbird::recorder
