// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <utility>

namespace mockingbird::recorder {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Every sound track's samples a second, and the grid on which all tracks are cut.
inline constexpr int kSampleRate = 48000;

/// So many samples as a time, to the nearest microsecond.
[[nodiscard]] constexpr MediaTime samplesToTime(std::int64_t samples) {
    return MediaTime::fromMicroseconds((samples * 125 + 3) / 6);
}

/// The recorder's running timeline: samples at kSampleRate since it was opened, whether it records or not, by
/// the steady clock, or in simulations by another one. A value; any thread.
class RunningClock {
public:
    /// What time it is; called from any thread.
    using Now = std::function<SteadyTime()>;
    explicit RunningClock(SteadyTime epoch, Now now = std::chrono::steady_clock::now)
        : m_epoch(epoch), m_now(std::move(now)) {}

    [[nodiscard]] SteadyTime epoch() const { return m_epoch; }
    [[nodiscard]] std::int64_t sampleAt(SteadyTime time) const {
        return std::chrono::floor<Samples>(time - m_epoch).count();
    }
    [[nodiscard]] SteadyTime timeOf(std::int64_t sample) const {
        return m_epoch + std::chrono::ceil<SteadyTime::duration>(Samples(sample));
    }
    [[nodiscard]] std::int64_t now() const { return sampleAt(m_now()); }

private:
    using Samples = std::chrono::duration<std::int64_t, std::ratio<1, kSampleRate>>;
    SteadyTime m_epoch;
    Now m_now;
};

} // namespace mockingbird::recorder
