// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <span>

namespace mockingbird::review {

/// What a sound output pulls from.
class PulledSound {
public:
    static constexpr int kSampleRate = 48000;
    static constexpr int kChannels = 2;

    virtual ~PulledSound() = default;

    /// The sound output's side, any one thread: fills `samples` (kChannels interleaved floats at kSampleRate)
    /// with what is to be heard next, silence where there is none. `latency` is what the output still holds
    /// before these.
    virtual void readSound(std::span<float> samples, MediaTime latency) = 0;
    /// Whether a sound output pulls readSound now; without one the steady clock drives the picture.
    virtual void setSoundOutput(bool pulls) = 0;

protected:
    PulledSound() = default;
    PulledSound(const PulledSound&) = default;
    PulledSound& operator=(const PulledSound&) = default;
};

} // namespace mockingbird::review
