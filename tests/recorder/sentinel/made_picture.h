// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"

#include <cstdint>
#include <functional>

namespace mockingbird::recorder::test {

/// What shines at a point: the luma, 0 black to 219 white, whatever the format makes of it.
using Light = std::function<int(int x, int y)>;

/// A grey picture of that light in any 8-bit format of YUV or RGB; `full` is the range of a YUV one that says
/// nothing of it itself.
[[nodiscard]] media::AvFrame madePicture(AVPixelFormat format, const Light& light, bool full = false,
                                         int width = 640, int height = 360);

/// A dark room as a camera sees it: little light, and noise that is another for each `seed`.
[[nodiscard]] Light darkRoom(std::uint32_t seed, int light = 16, int noise = 4);

} // namespace mockingbird::recorder::test
