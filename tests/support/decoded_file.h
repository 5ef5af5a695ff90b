// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace mockingbird::test {

/// A recording decoded whole: what tests measure.
struct DecodedFile {
    struct Frame {
        MediaTime time;
        std::optional<std::uint32_t> code; ///< of the test pattern
        bool white = false;                ///< its square
        bool key = false;
    };
    struct Sound {
        int stream = 0;
        MediaTime begins;
        std::vector<float> samples; ///< the left channel, gaps as silence
    };
    std::vector<std::vector<Frame>> pictures; ///< of each picture stream
    std::vector<Sound> sounds;                ///< of each sound stream
};

/// By FFmpeg alone, without any code that is under test but the opening of the file. With `from` and
/// `until`: what lies between these times, and some of what lies around them.
[[nodiscard]] Result<DecodedFile> decodeWhole(const std::filesystem::path& file, MediaTime from = {},
                                              std::optional<MediaTime> until = {});

/// The strength of a frequency in 48 kHz sound, as the amplitude of a sine (Goertzel).
[[nodiscard]] double amplitudeOf(const std::vector<float>& samples, double hertz, std::size_t from = 0,
                                 std::size_t count = SIZE_MAX);

/// Where the test source's beeps begin, in seconds of the sound.
[[nodiscard]] std::vector<double> beeps(const DecodedFile::Sound& sound);
/// Where the test picture's square turns white.
[[nodiscard]] std::vector<double> flashes(const std::vector<DecodedFile::Frame>& frames);

} // namespace mockingbird::test
