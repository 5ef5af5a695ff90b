// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/mix_bus.h"

#include "recorder/sync/running_clock.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::recorder {

namespace {

/// AAC overshoots a little; this leaves it room.
constexpr float kCeiling = 0.97F;
constexpr float kReleaseSamples = 0.2F * static_cast<float>(kSampleRate);

} // namespace

void MixBus::clear(std::span<float> mix) {
    std::ranges::fill(mix, 0.0F);
}

void MixBus::add(std::span<float> mix, std::span<const float> source) {
    for (std::size_t i = 0; i < std::min(mix.size(), source.size()); ++i)
        mix[i] += source[i];
}

void MixBus::limit(std::span<float> mix) {
    float peak = 0;
    for (const float sample : mix)
        peak = std::max(peak, std::abs(sample));
    const auto frames = static_cast<float>(mix.size()) / 2.0F;
    const float wanted = peak > kCeiling ? kCeiling / peak : 1.0F;
    if (wanted >= 1.0F && m_gain >= 1.0F)
        return;
    // Down within a 32nd of the block, up slowly.
    const float released = std::min(1.0F, m_gain + frames / kReleaseSamples);
    const float target = std::min(wanted, released);
    const bool down = target < m_gain;
    const float step = (target - m_gain) / (down ? std::max(1.0F, frames / 32.0F) : frames);
    for (std::size_t i = 0; i + 1 < mix.size(); i += 2) {
        m_gain = down ? std::max(target, m_gain + step) : std::min(target, m_gain + step);
        mix[i] = std::clamp(mix[i] * m_gain, -kCeiling, kCeiling);
        mix[i + 1] = std::clamp(mix[i + 1] * m_gain, -kCeiling, kCeiling);
    }
    m_gain = target;
}

} // namespace mockingbird::recorder
