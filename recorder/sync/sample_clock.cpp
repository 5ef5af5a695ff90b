// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/sample_clock.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

SteadyTime::duration lengthOf(std::int64_t samples) {
    // In two parts: nanoseconds times samples would overflow after some days.
    return std::chrono::seconds(samples / kSampleRate) +
           std::chrono::nanoseconds(samples % kSampleRate * 1'000'000'000 / kSampleRate);
}

} // namespace

void SampleClock::measure(std::int64_t position, SteadyTime at) {
    m_begins[m_count % kMeasures] = at - lengthOf(position);
    ++m_count;
}

std::optional<SteadyTime> SampleClock::captured(std::int64_t position) const {
    if (m_count == 0)
        return std::nullopt;
    const auto end = m_begins.begin() + static_cast<std::ptrdiff_t>(std::min(m_count, kMeasures));
    return *std::min_element(m_begins.begin(), end) + lengthOf(position);
}

} // namespace mockingbird::recorder
