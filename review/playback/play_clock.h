// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <chrono>

namespace mockingbird::review {

/// Which time of the recording is heard and shown now. Runs on the machine's steady clock and, while a sound
/// output pulls, is held to what that says. Not locked: its owner's lock is.
class PlayClock {
public:
    using Instant = std::chrono::steady_clock::time_point;

    /// Stands at `time`.
    void hold(MediaTime time);
    /// Runs from `time` at `now`.
    void run(MediaTime time, double speed, Instant now);
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] double speed() const { return m_speed; }

    /// The output said that `heard` is the time heard at `now`. A small difference is worked off without a
    /// jump; a large one, as after a stall, at once. Starts a clock that stands. Never goes back before where
    /// it was started.
    void correct(MediaTime heard, double speed, Instant now);

    [[nodiscard]] MediaTime at(Instant now) const;

private:
    [[nodiscard]] MediaTime unheld(Instant now) const;

    bool m_running = false;
    MediaTime m_floor;  ///< where it was started
    MediaTime m_anchor; ///< the time at m_since
    Instant m_since;
    double m_speed = 1;
};

} // namespace mockingbird::review
