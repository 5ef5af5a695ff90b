// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <cstdint>
#include <vector>

namespace mockingbird::media {

/// A picture for the eye: `height` rows of `width` pixels, 4 bytes each in the order B, G, R, X
/// (QImage::Format_RGB32 on little-endian machines), rows without padding. The picture and its time are one
/// object.
struct Picture {
    int width = 0;
    int height = 0;
    MediaTime time;
    std::vector<std::uint8_t> pixels;
};

} // namespace mockingbird::media
