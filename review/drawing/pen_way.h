// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <vector>

namespace mockingbird::review {

/// The way of a pen with the points left out that lie within `tolerance` (of the frame's height) of what is
/// kept, by Ramer (1972) and Douglas and Peucker (1973); first and last stay. At most Drawing::kMostPoints:
/// of a scribble that would need more, points are left out evenly. `aspect` is the frame's width by its
/// height.
[[nodiscard]] std::vector<catalog::FramePoint> simplified(const std::vector<catalog::FramePoint>& way,
                                                          double tolerance, double aspect);

} // namespace mockingbird::review
