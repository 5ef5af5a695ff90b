// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_painting.h"

#include "review/drawing/drawing_outline.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

// The same in both themes, as the picture under it is: an orange that neither a face nor a wall often has.
const QColor kInk(0xff, 0x7a, 0x1a);
constexpr double kLeastLine = 2.0; ///< pixels

struct Coat {
    QColor color;
    double width; ///< of the line's
};

QPainterPath pathOf(const catalog::Drawing& drawing, const QRectF& picture) {
    QPainterPath path;
    for (const catalog::DrawnShape& shape : drawing.shapes) {
        for (const auto& way : outlineOf(shape, picture.width() / picture.height())) {
            QPolygonF line;
            line.reserve(static_cast<qsizetype>(way.size()));
            for (const catalog::FramePoint& point : way)
                line.append(
                    {picture.x() + point.x * picture.width(), picture.y() + point.y * picture.height()});
            path.addPolygon(line);
        }
    }
    return path;
}

} // namespace

void paintDrawing(QPainter& painter, const QRectF& picture, const catalog::Drawing& drawing) {
    if (drawing.empty() || picture.isEmpty())
        return;
    const QPainterPath path = pathOf(drawing, picture);
    const double line = std::max(kLeastLine, kDrawingLine * std::min(picture.width(), picture.height()));
    const std::array coats{Coat{QColor(0, 0, 0, 200), 2.6}, Coat{Qt::white, 1.8}, Coat{kInk, 1.0}};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(picture, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    for (const Coat& coat : coats) {
        painter.setPen(QPen(coat.color, line * coat.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace mockingbird::review
