// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <vector>

namespace mockingbird::review {

/// How wide a drawing's line is, as a part of the frame's shorter side.
inline constexpr double kDrawingLine = 0.008;

/// What to draw for the shape: open lines from point to point, in coordinates of the frame. An arrow is its
/// shaft and its head, an ellipse a closed ring. `aspect` is the frame's width by its height, which the
/// head's angle needs. Empty for a shape with too few points to be seen.
[[nodiscard]] std::vector<std::vector<catalog::FramePoint>> outlineOf(const catalog::DrawnShape& shape,
                                                                      double aspect);

} // namespace mockingbird::review
