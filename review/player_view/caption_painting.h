// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/caption_store.h"

#include <QRectF>
#include <vector>

class QPainter;

namespace mockingbird::review {

/// Paints what is said at the bottom of the area, white on black boxes, with the speaker's name before it: at
/// most three lines, in letters that follow the text's scale and the area's height, smaller where the words
/// need it. Returns what it has painted over.
QRectF paintCaptions(QPainter& painter, const QRectF& area, const std::vector<const catalog::Cue*>& cues);

} // namespace mockingbird::review
