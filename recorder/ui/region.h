// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/source_spec.h"

#include <QRect>
#include <optional>

namespace mockingbird::recorder {

/// A rectangle on a screen in the display's own pixels: `onScreen` is in the screen's logical pixels from its
/// top left corner, `screen` its geometry as Qt tells it (origin in the display's pixels, size in logical
/// ones), `ratio` its scale factor. Cut to the screen; width and height even, as H.264 has them.
[[nodiscard]] QRect devicePixels(const QRect& onScreen, const QRect& screen, double ratio);

/// `screen:WxH+X+Y`.
[[nodiscard]] SourceSpec regionSource(const QRect& devicePixels);
/// None for anything but a part of a screen.
[[nodiscard]] std::optional<QRect> regionOf(const SourceSpec& source);

} // namespace mockingbird::recorder
