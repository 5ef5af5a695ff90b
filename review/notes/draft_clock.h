// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace mockingbird::review {

/// When a note that is being typed has to be put away: at each pause in typing, and while there is none, soon
/// enough that a crash costs a second of it at most. Knows no clock of its own.
class DraftClock {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds kPause{300};
    /// After the first letter that isn't put away; what is left of the second is for the writing itself.
    static constexpr std::chrono::milliseconds kLatest{800};

    explicit DraftClock(std::chrono::milliseconds pause = kPause, std::chrono::milliseconds latest = kLatest)
        : m_pause(pause), m_latest(latest) {}

    void changed(Time now);
    void saved();
    /// When it is due; none while everything is put away.
    [[nodiscard]] std::optional<Time> due() const;

private:
    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_latest;
    std::optional<Time> m_first; ///< the first change that isn't put away
    Time m_last;
};

} // namespace mockingbird::review
