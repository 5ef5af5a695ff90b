// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/sync/running_clock.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace mockingbird::recorder {

/// When the samples of a device's stream were captured, from measures of how far the device had come. A
/// measure may take a while and then tells too late a time, never too early a one; so the earliest of the
/// last half second counts. For one thread.
class SampleClock {
public:
    /// Sample `position` (at kSampleRate) of the stream was captured at `at`, as far as is known now.
    void measure(std::int64_t position, SteadyTime at);
    /// None before the first measure.
    [[nodiscard]] std::optional<SteadyTime> captured(std::int64_t position) const;
    /// Forgets all measures.
    void restart() { m_count = 0; }

private:
    static constexpr std::size_t kMeasures = 25;  ///< of pieces of 20 ms
    std::array<SteadyTime, kMeasures> m_begins{}; ///< when sample 0 was captured, by each measure
    std::size_t m_count = 0;
};

} // namespace mockingbird::recorder
