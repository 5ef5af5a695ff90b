// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/sound_check.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::recorder {

namespace {

constexpr double kDigitalSilenceDb = -90; ///< a device that isn't running yet, or gates; no floor to tell
constexpr int kWarmUp = 8;                ///< half a second: many a microphone clicks when it is opened
constexpr std::size_t kRemembered = 60;   ///< four seconds

} // namespace

void SoundCheck::add(double peak) {
    const double decibels = peak > 0 ? 20.0 * std::log10(peak) : -200.0;
    if (m_heard || decibels <= kDigitalSilenceDb)
        return;
    if (m_warmUp < kWarmUp) {
        ++m_warmUp;
        return;
    }
    if (m_against == Against::Silence) {
        m_heard = decibels >= kHeardFromDb;
        return;
    }
    if (m_recent.size() < kRemembered)
        m_recent.push_back(decibels);
    else
        m_recent[m_next++ % kRemembered] = decibels;
    // In either order: a tap may be the first that is heard, and the hum what follows it.
    const auto [least, most] = std::minmax_element(m_recent.begin(), m_recent.end());
    m_heard = *most >= kHeardFromDb && *most - *least >= kAboveFloorDb;
}

} // namespace mockingbird::recorder
