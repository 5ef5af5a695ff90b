// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"

#include <chrono>
#include <optional>

namespace mockingbird::recorder {

/// Paces a picture that comes only when something in it changes, as a compositor's does: at most one in a
/// frame's time, always the newest, and the last one again five times a second while nothing changes, so that
/// a picture that stands is told from a source that has stalled. For one thread.
class StandingPicture {
public:
    explicit StandingPicture(int framesPerSecond);

    /// The picture as it is since `at`.
    void accept(media::AvFrame picture, SteadyTime at);
    /// When take() has the next one; none before the first picture.
    [[nodiscard]] std::optional<SteadyTime> due() const;
    /// What is to be handed on at `now`; nothing before it is due. Stamps rise from one to the next.
    [[nodiscard]] std::optional<Captured> take(SteadyTime now);

private:
    const std::chrono::nanoseconds m_apart;
    media::AvFrame m_picture;
    SteadyTime m_since;
    bool m_fresh = false;
    std::optional<SteadyTime> m_taken; ///< the last stamp
};

} // namespace mockingbird::recorder
