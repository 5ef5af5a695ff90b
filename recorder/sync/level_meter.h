// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace mockingbird::recorder {

/// Peak and RMS of the last 100 ms of interleaved stereo at 48 kHz. For one thread.
class LevelMeter {
public:
    void add(std::span<const float> samples);
    /// 0..1 of full scale; more where it clips.
    [[nodiscard]] double peak() const;
    [[nodiscard]] double rms() const;
    /// Whether it reached full scale within the last second.
    [[nodiscard]] bool clipped() const { return m_sinceClipped < kClippedShown; }

private:
    struct Slot {
        float peak = 0;
        double squares = 0;
        std::size_t samples = 0;
    };
    static constexpr std::size_t kSlots = 10;
    static constexpr std::size_t kSlotSamples = 2 * 480; ///< 10 ms
    std::array<Slot, kSlots> m_slots{};
    std::size_t m_current = 0;
    static constexpr std::size_t kClippedShown = 2 * 48'000;
    std::size_t m_sinceClipped = kClippedShown; ///< samples, counted up to that
};

} // namespace mockingbird::recorder
