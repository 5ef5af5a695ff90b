// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "common/media/picture.h"

#include <vector>

namespace mockingbird::review {

/// Turns decoded frames into pictures for the eye: colours by the frame's matrix and range, square pixels,
/// upright. For one thread.
class PictureConverter {
public:
    /// How the stream's display matrix wants its pictures turned.
    struct Turn {
        int clockwiseQuarters = 0; ///< 0..3
        bool mirrored = false;     ///< left and right exchanged, before turning
    };
    [[nodiscard]] static Turn turnOf(const AVStream& stream);

    /// Pictures in their own size, or `width` pixels wide once they are upright.
    explicit PictureConverter(Turn turn, int width = 0) : m_turn(turn), m_width(width) {}

    [[nodiscard]] Result<media::Picture> convert(const AVFrame& frame, MediaTime time);

private:
    Turn m_turn;
    int m_width; ///< 0: the picture's own
    media::SwsHandle m_scaler;
    std::vector<std::uint8_t> m_rows;
};

} // namespace mockingbird::review
