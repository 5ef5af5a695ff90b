// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <QRectF>

class QPainter;

namespace mockingbird::review {

/// Paints the drawing over the picture that is shown in that rectangle: in one colour, with a dark and a
/// light line around it, so that it is seen on any picture.
void paintDrawing(QPainter& painter, const QRectF& picture, const catalog::Drawing& drawing);

} // namespace mockingbird::review
