// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/level_meter.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::recorder {

namespace {

/// The highest a 16-bit sound can be.
constexpr float kFullScale = 32767.0F / 32768.0F;

} // namespace

void LevelMeter::add(std::span<const float> samples) {
    while (!samples.empty()) {
        if (m_slots[m_current].samples == kSlotSamples) {
            m_current = (m_current + 1) % kSlots;
            m_slots[m_current] = {};
        }
        Slot& slot = m_slots[m_current];
        const std::size_t count = std::min(samples.size(), kSlotSamples - slot.samples);
        m_sinceClipped = std::min(m_sinceClipped + count, kClippedShown);
        for (const float sample : samples.first(count)) {
            slot.peak = std::max(slot.peak, std::abs(sample));
            slot.squares += static_cast<double>(sample) * static_cast<double>(sample);
        }
        if (slot.peak >= kFullScale)
            m_sinceClipped = 0;
        slot.samples += count;
        samples = samples.subspan(count);
    }
}

double LevelMeter::peak() const {
    float peak = 0;
    for (const Slot& slot : m_slots)
        peak = std::max(peak, slot.peak);
    return static_cast<double>(peak);
}

double LevelMeter::rms() const {
    double squares = 0;
    std::size_t samples = 0;
    for (const Slot& slot : m_slots) {
        squares += slot.squares;
        samples += slot.samples;
    }
    return samples == 0 ? 0 : std::sqrt(squares / static_cast<double>(samples));
}

} // namespace mockingbird::recorder
