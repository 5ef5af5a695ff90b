// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/drawing.h"

#include <nlohmann/json.hpp>

namespace mockingbird::catalog {

/// `{"picture", "shapes": [{"kind": "arrow" | "ellipse" | "line", "points": [x, y, x, y, ...]}]}`, places
/// rounded to a hundred-thousandth of the frame; null for an empty one.
[[nodiscard]] nlohmann::json toJson(const Drawing& drawing);
/// The reverse; throws Failure or a JSON exception for anything else.
[[nodiscard]] Drawing drawingFromJson(const nlohmann::json& value);

/// InvalidArgument for a drawing beyond its limits: too many shapes or points, an arrow or ellipse that
/// doesn't have two points, a line without one, a place outside the frame, a negative picture.
Result<void> checkDrawing(const Drawing& drawing);

} // namespace mockingbird::catalog
