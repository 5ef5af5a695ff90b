// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/sync/running_clock.h"

#include <chrono>

namespace mockingbird::recorder {

/// Whether something has lasted long enough to be told, and has been over for long enough to be taken back:
/// what flickers is neither. For one thread.
class Lasting {
public:
    Lasting(std::chrono::milliseconds onset, std::chrono::milliseconds release)
        : m_onset(onset), m_release(release) {}

    /// How it is at `at`. What is older than the last is taken as of then.
    void see(bool wrong, SteadyTime at) {
        if (m_seen && wrong == m_wrong)
            return;
        settle(at);
        m_since = m_seen && at < m_since ? m_since : at;
        m_wrong = wrong;
        m_seen = true;
    }
    /// Whether it is to be told at `now`, if nothing changes until then.
    [[nodiscard]] bool told(SteadyTime now) {
        settle(now);
        return m_told;
    }

private:
    void settle(SteadyTime now) {
        if (m_seen && m_wrong != m_told && now - m_since >= (m_wrong ? m_onset : m_release))
            m_told = m_wrong;
    }

    const std::chrono::milliseconds m_onset;
    const std::chrono::milliseconds m_release;
    SteadyTime m_since;
    bool m_seen = false;
    bool m_wrong = false;
    bool m_told = false;
};

} // namespace mockingbird::recorder
