// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

namespace mockingbird::test {

/// The sound of one stream of a file from the file's time 0 on, mixed to mono, as the `ffmpeg` command
/// decodes it.
class SoundTrack {
public:
    /// The stream by its index in the file; fails the test where it can't be decoded.
    SoundTrack(const std::filesystem::path& file, int stream, int sampleRate = 48000);

    [[nodiscard]] double seconds() const;
    [[nodiscard]] const std::vector<float>& samples() const { return m_samples; }

    /// The loudness of a tone, 1 for full scale, in each of the 50 ms from `start` to `end` seconds.
    [[nodiscard]] std::vector<double> tone(double hertz, double start, double end) const;
    /// Where a tone first reaches the level.
    [[nodiscard]] std::optional<double> toneStart(double hertz, double level) const;
    /// Where sounds above the level begin that follow upon 300 ms below it.
    [[nodiscard]] std::vector<double> onsets(double level) const;
    /// How well another sound is found in this one: the greatest normalized correlation over all shifts, 1
    /// when it is contained unchanged.
    [[nodiscard]] double likeness(const SoundTrack& other) const;

private:
    int m_sampleRate;
    std::vector<float> m_samples;
};

} // namespace mockingbird::test
