// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"
#include "common/media/picture.h"

namespace mockingbird::review {

/// Draws on the picture what a note draws on its frame, as the player shows it: lines with smooth edges and a
/// light and a dark line around them, so that they are seen on any picture. What lies outside is cut off.
void drawStrokes(media::Picture& picture, const catalog::Drawing& drawing);

} // namespace mockingbird::review
