// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace mockingbird::recorder {

/// Listens to one source: whether it is silent, and whether it clips. Time is counted in its samples,
/// interleaved stereo at 48 kHz, so that pieces may come late or in bursts. For one thread.
class SoundWatch {
public:
    void add(std::span<const float> samples);

    /// Below -60 dBFS for four seconds, a single click besides; over after some tenths of a second above.
    [[nodiscard]] bool silent() const { return m_silent; }
    /// Again and again at full scale within the last second, for several samples on end each time: a single
    /// peak is none. Over after a second without.
    [[nodiscard]] bool clipping() const { return m_clipping; }

private:
    /// A tenth of a second.
    struct Slot {
        bool heard = false;   ///< not below the bound of silence
        bool clearly = false; ///< above the bound of its end
        bool clipped = false;
    };
    static constexpr std::size_t kSlots = 40; ///< as long as silence takes to be told

    void hear(float sample, std::size_t channel);
    void finishSlot();
    [[nodiscard]] std::size_t count(bool Slot::*what, std::size_t latest) const;

    std::array<Slot, kSlots> m_slots{}; ///< a ring; m_next is the oldest
    std::size_t m_next = 0;
    std::size_t m_filled = 0;
    double m_squares = 0;       ///< of the slot under way
    std::size_t m_samples = 0;  ///< likewise
    bool m_clipped = false;     ///< likewise
    std::array<int, 2> m_run{}; ///< samples at full scale on end, negative below zero, of each channel
    bool m_silent = false;
    bool m_clipping = false;
};

} // namespace mockingbird::recorder
