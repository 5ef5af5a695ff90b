// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "recorder/recorder.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace mockingbird::test {

/// A recording by a clock of its own, as fast as the machine can: the real sound job, encoders and writer,
/// with sources whose every sample is known. All times are samples of the running timeline at 48 kHz, the
/// take beginning at 0.
///
/// The picture is the test source's, drawn smaller: it flashes at each whole second. Each sound source has a
/// quiet tone of 440 Hz and at each whole second a click (kClickLevel). In pauses the sound is kMarkerHertz
/// at kMarkerLevel instead, and the picture has no number.
struct SimulatedTake {
    struct Pause {
        std::int64_t from = 0;
        std::int64_t until = 0;
    };
    std::filesystem::path file;
    int seconds = 60;
    int framesPerSecond = 15;
    std::vector<double> clocksOff{0, 0}; ///< of each sound source, in millionths: 300 counts too fast
    std::vector<Pause> pauses;           ///< rising, none touching another
    bool runsOn = false;                 ///< nobody presses pause; for the control
    std::function<void(int)> eachSecond; ///< told how many are done; may be empty
};

inline constexpr double kClickLevel = 0.9;
inline constexpr double kMarkerHertz = 6000;
inline constexpr double kMarkerLevel = 0.5;

struct SimulatedOutcome {
    recorder::RecordingSummary summary;
    std::chrono::nanoseconds stopTook{};
};

[[nodiscard]] Result<SimulatedOutcome> simulate(const SimulatedTake& take);

/// Where the clicks are in a decoded sound, in seconds of the recording, to the sample.
[[nodiscard]] std::vector<double> clicks(const std::vector<float>& samples, double begins);

/// What of the running time is kept before a sample of it: its place in the take.
[[nodiscard]] std::int64_t placeInTake(const std::vector<SimulatedTake::Pause>& pauses, std::int64_t at);

} // namespace mockingbird::test
