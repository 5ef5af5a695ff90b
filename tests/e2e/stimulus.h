// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/child_process.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mockingbird::test {

/// A name that the device lab gives one of its devices; throws outside of it.
[[nodiscard]] std::string labDevice(const char* variable);

constexpr double kMicrophoneHertz = 700;
constexpr double kMicrophoneToneSeconds = 2;
constexpr double kBeepHertz = 1000;

/// What is said into the microphone: a tone of 700 Hz for two seconds at a quarter of full scale, then a
/// sentence.
struct SpokenSound {
    std::filesystem::path whole;
    std::filesystem::path sentence; ///< the second part alone
};
[[nodiscard]] SpokenSound makeSpokenSound(const std::filesystem::path& folder);

/// A flash on the screen and a beep in the loudspeaker, by the clock of flash_and_beep.
struct FlashAndBeep {
    double flash = 0;
    double beep = 0;
};
/// What flash_and_beep printed.
[[nodiscard]] std::vector<FlashAndBeep> parseFlashes(const std::string& output);

} // namespace mockingbird::test
