// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <chrono>
#include <cstdint>

namespace mockingbird::recorder {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Every sound track's samples a second, and the grid on which all tracks are cut.
inline constexpr int kSampleRate = 48000;

/// So many samples as a time, to the nearest microsecond.
[[nodiscard]] constexpr MediaTime samplesToTime(std::int64_t samples) {
    return MediaTime::fromMicroseconds((samples * 125 + 3) / 6);
}

/// The recorder's running timeline: samples at kSampleRate since it was opened, whether it records or not, by
/// the steady clock. A value; any thread.
class RunningClock {
public:
    explicit RunningClock(SteadyTime epoch) : m_epoch(epoch) {}

    [[nodiscard]] SteadyTime epoch() const { return m_epoch; }
    [[nodiscard]] std::int64_t sampleAt(SteadyTime time) const {
        return std::chrono::floor<Samples>(time - m_epoch).count();
    }
    [[nodiscard]] SteadyTime timeOf(std::int64_t sample) const {
        return m_epoch + std::chrono::ceil<SteadyTime::duration>(Samples(sample));
    }
    [[nodiscard]] std::int64_t now() const { return sampleAt(std::chrono::steady_clock::now()); }

private:
    using Samples = std::chrono::duration<std::int64_t, std::ratio<1, kSampleRate>>;
    SteadyTime m_epoch;
};

} // namespace mockingbird::recorder
