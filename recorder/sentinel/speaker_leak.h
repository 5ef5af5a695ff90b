// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/threading/guarded.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace mockingbird::recorder {

/// How much of what the loudspeaker plays is heard in a microphone. Compares their loudness, as a room
/// changes the waves beyond recognition: the last ten seconds, second by second wherever the loudspeaker
/// speaks, at the delay (up to 300 ms) that fits best. The middle one of these seconds counts, so that
/// answers in between don't hide a leak. Fed by one thread, read by any.
class SpeakerLeak {
public:
    /// Which tracks of a block are system sound and which microphones.
    SpeakerLeak(std::vector<std::size_t> systems, std::vector<std::size_t> microphones);

    /// The same stretch of all tracks, interleaved stereo at 48 kHz, gapless from call to call.
    void add(std::span<const std::vector<float>> tracks);

    /// 0..1, of the pair with the highest; none where the loudspeaker spoke for less than some three seconds,
    /// or the microphone is silent.
    [[nodiscard]] std::optional<double> correlation() const { return m_correlation.copy(); }

private:
    /// The loudness of a track in dB, a value each hundredth of a second.
    struct Envelope {
        std::size_t track = 0;
        double squares = 0; ///< of the value under way
        std::vector<float> values;
    };

    void finishValues();
    void compare();

    std::vector<Envelope> m_systems;
    std::vector<Envelope> m_microphones;
    std::size_t m_samples = 0; ///< of the values under way
    std::size_t m_fresh = 0;   ///< values since the last comparison
    threading::Guarded<std::optional<double>> m_correlation;
};

} // namespace mockingbird::recorder
