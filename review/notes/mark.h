// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/theme.h"

#include <QColor>
#include <QRectF>
#include <cstddef>

class QPainter;

namespace mockingbird::review {

enum class MarkShape { Circle, Square, Diamond, Triangle, Cross };

/// What stands for a note on the timeline and in lists: the colour tells the criterion, the shape the author.
/// In plots both tell the criterion.
struct Mark {
    QColor color;
    MarkShape shape = MarkShape::Circle;
};

/// The hues that Okabe and Ito published as told apart by all kinds of colour vision ("Color Universal
/// Design", 2008), darkened or lightened where they would fall under a contrast of 3:1 on the scheme's
/// surfaces. Repeats after six.
[[nodiscard]] QColor markColor(std::size_t index);
[[nodiscard]] QColor markColor(std::size_t index, ui::Scheme scheme);
/// For what belongs to no criterion.
[[nodiscard]] QColor plainMarkColor();
/// Repeats after five.
[[nodiscard]] MarkShape markShape(std::size_t index);

void drawMark(QPainter& painter, const QRectF& place, const Mark& mark);

} // namespace mockingbird::review
