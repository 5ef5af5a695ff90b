// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <cstddef>
#include <deque>

namespace mockingbird::review {

/// What the sound output was given last, so that its latency says exactly what is heard: at a change of
/// speed, or after a gap, the output still holds what was before. Under its owner's lock.
class OutputHistory {
public:
    struct Heard {
        MediaTime time;
        double speed = 1; ///< of what is heard
    };

    void clear();
    /// Samples a channel, and the times they cover; for silence that fills a gap the same time twice.
    void given(std::size_t frames, MediaTime start, MediaTime end);
    /// What is heard while the output holds `latency` of what it was given; before its beginning, at the
    /// speed of its beginning. Something must have been given.
    [[nodiscard]] Heard heard(MediaTime latency) const;
    [[nodiscard]] bool empty() const { return m_pieces.empty(); }

private:
    struct Piece {
        std::size_t frames = 0;
        MediaTime start;
        MediaTime end;
    };
    std::deque<Piece> m_pieces;
    std::size_t m_frames = 0;
};

} // namespace mockingbird::review
