// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/sound_watch.h"

#include "recorder/sync/running_clock.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr std::size_t kSlotSamples = 2 * static_cast<std::size_t>(kSampleRate) / 10;
/// -60 and -57 dBFS, squared: between them what was, stays.
constexpr double kSilence = 1e-6;
constexpr double kSound = 2e-6;
constexpr std::size_t kClicks = 1;          ///< slots in which a silent source may be heard
constexpr std::size_t kSlotsOfSound = 3;    ///< within a second, that end a silence
constexpr std::size_t kSecond = 10;         ///< slots
constexpr std::size_t kSlotsOfClipping = 3; ///< within a second
/// What a converter clips lies at full scale; a little of it is lost where the sound is resampled.
constexpr float kFullScale = 0.995F;
/// A voice near full scale touches it for a sample or two; cut off waves stay.
constexpr int kRun = 4;

} // namespace

void SoundWatch::add(std::span<const float> samples) {
    while (!samples.empty()) {
        const std::size_t count = std::min(samples.size(), kSlotSamples - m_samples);
        for (std::size_t i = 0; i < count; ++i)
            hear(samples[i], (m_samples + i) % m_run.size());
        m_samples += count;
        samples = samples.subspan(count);
        if (m_samples == kSlotSamples)
            finishSlot();
    }
}

void SoundWatch::hear(float sample, std::size_t channel) {
    m_squares += static_cast<double>(sample) * static_cast<double>(sample);
    int& run = m_run[channel];
    if (sample >= kFullScale)
        run = std::max(run, 0) + 1;
    else if (sample <= -kFullScale)
        run = std::min(run, 0) - 1;
    else
        run = 0;
    m_clipped = m_clipped || run >= kRun || run <= -kRun;
}

void SoundWatch::finishSlot() {
    const double power = m_squares / static_cast<double>(m_samples);
    m_slots[m_next] = {power >= kSilence, power > kSound, m_clipped};
    m_next = (m_next + 1) % kSlots;
    m_filled = std::min(m_filled + 1, kSlots);
    m_squares = 0;
    m_samples = 0;
    m_clipped = false;

    if (m_silent)
        m_silent = count(&Slot::clearly, kSecond) < kSlotsOfSound;
    else
        m_silent = m_filled == kSlots && count(&Slot::heard, kSlots) <= kClicks;
    const std::size_t clipped = count(&Slot::clipped, kSecond);
    m_clipping = m_clipping ? clipped > 0 : clipped >= kSlotsOfClipping;
}

std::size_t SoundWatch::count(bool Slot::*what, std::size_t latest) const {
    std::size_t found = 0;
    for (std::size_t i = 1; i <= std::min(latest, m_filled); ++i)
        found += m_slots[(m_next + kSlots - i) % kSlots].*what ? 1 : 0;
    return found;
}

} // namespace mockingbird::recorder
