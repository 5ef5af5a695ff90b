// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace mockingbird::recorder {

/// Whether somebody was heard on a sound source. Fed with the peak of the last 100 ms, some 15 times a
/// second. No Qt.
class SoundCheck {
public:
    static constexpr double kHeardFromDb = -40;
    /// A microphone's hum is steady; a voice or a tap is this far above what else comes within some seconds.
    static constexpr double kAboveFloorDb = 10;

    enum class Against {
        Floor,   ///< microphones: a hum alone is not somebody
        Silence, ///< what has no hum of its own: any sound will do
    };
    explicit SoundCheck(Against against = Against::Floor) : m_against(against) {}

    /// 0..1 of full scale.
    void add(double peak);
    /// Stays true.
    [[nodiscard]] bool heard() const { return m_heard; }

private:
    Against m_against;
    std::vector<double> m_recent; ///< dBFS, a ring of some four seconds, without digital silence
    std::size_t m_next = 0;
    int m_warmUp = 0;
    bool m_heard = false;
};

} // namespace mockingbird::recorder
