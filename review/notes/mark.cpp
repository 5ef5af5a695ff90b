// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/mark.h"

#include <QPainter>
#include <QPolygonF>
#include <array>

namespace mockingbird::review {

QColor markColor(std::size_t index) {
    return markColor(index, ui::scheme());
}

QColor markColor(std::size_t index, ui::Scheme scheme) {
    static const std::array<QColor, 6> onLight{QColor("#0072B2"), QColor("#C85200"), QColor("#00805E"),
                                               QColor("#A84E86"), QColor("#8C6500"), QColor("#4A5AC8")};
    static const std::array<QColor, 6> onDark{QColor("#56B4E9"), QColor("#E69F00"), QColor("#1FBF95"),
                                              QColor("#E08FBB"), QColor("#F0E442"), QColor("#F0803C")};
    const auto& colors = scheme == ui::Scheme::Dark ? onDark : onLight;
    return colors.at(index % colors.size());
}

QColor plainMarkColor() {
    return ui::colors().muted;
}

MarkShape markShape(std::size_t index) {
    return static_cast<MarkShape>(index % 5);
}

void drawMark(QPainter& painter, const QRectF& place, const Mark& mark) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.color);
    const QPointF center = place.center();
    switch (mark.shape) {
    case MarkShape::Circle:
        painter.drawEllipse(place);
        break;
    case MarkShape::Square:
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case MarkShape::Diamond:
        painter.drawPolygon(QPolygonF({{center.x(), place.top()},
                                       {place.right(), center.y()},
                                       {center.x(), place.bottom()},
                                       {place.left(), center.y()}}));
        break;
    case MarkShape::Triangle:
        painter.drawPolygon(QPolygonF({{center.x(), place.top()}, place.bottomRight(), place.bottomLeft()}));
        break;
    case MarkShape::Cross:
        painter.setPen(QPen(mark.color, place.width() / 3.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(place.topLeft(), place.bottomRight());
        painter.drawLine(place.topRight(), place.bottomLeft());
        break;
    }
    painter.restore();
}

} // namespace mockingbird::review
