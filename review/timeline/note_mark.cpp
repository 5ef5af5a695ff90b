// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/note_mark.h"

#include "common/ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace mockingbird::review {

namespace {

QFont badgeFont() {
    QFont font = ui::font(ui::TextStyle::Small);
    font.setBold(true);
    return font;
}

void drawPadlock(QPainter& painter, const QRectF& place) {
    const QRectF body(place.left(), place.center().y(), place.width(), place.height() / 2);
    const QRectF bow = place.adjusted(place.width() * 0.2, 0, -place.width() * 0.2, 0);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] :
         {std::pair(ui::colors().window, 3.5), std::pair(ui::colors().text, 1.2)}) {
        painter.setPen(QPen(color, width));
        painter.drawArc(bow, 0, 180 * 16);
        painter.drawRect(body);
    }
    painter.fillRect(body, ui::colors().text);
}

} // namespace

void drawNoteMark(QPainter& painter, const QRectF& place, const TimelineNote& note) {
    drawMark(painter, place, note.mark);
    if (!note.isPrivate && !note.hasReplies)
        return;
    painter.save();
    const double size = place.width();
    if (note.hasReplies) { // such as a speech bubble has
        painter.setPen(QPen(note.mark.color, 1.5));
        painter.drawLine(place.bottomLeft() + QPointF(0, size * 0.2),
                         place.bottomRight() + QPointF(0, size * 0.2));
    }
    if (note.isPrivate) {
        if (note.mark.shape != MarkShape::Cross) {
            const double rim = size * 0.2;
            const double lower = note.mark.shape == MarkShape::Triangle ? rim * 0.6 : rim;
            drawMark(
                painter,
                place.adjusted(rim, note.mark.shape == MarkShape::Triangle ? rim * 1.6 : rim, -rim, -lower),
                {ui::colors().window, note.mark.shape});
        }
        drawPadlock(painter, {place.right() - size * 0.25, place.top() - size * 0.3, size * 0.5, size * 0.6});
    }
    painter.restore();
}

BadgeWidths::BadgeWidths() {
    const QFontMetrics metrics(badgeFont());
    QString digits;
    for (double& width : m_byDigits) {
        digits += QLatin1Char('0');
        width = metrics.horizontalAdvance(digits) + ui::px(8);
    }
}

double BadgeWidths::operator()(std::size_t count) const {
    std::size_t digits = 1;
    for (; count >= 10 && digits < m_byDigits.size(); count /= 10)
        ++digits;
    return m_byDigits[digits - 1];
}

void drawBadge(QPainter& painter, const QRectF& place, std::size_t count) {
    const double radius = place.height() / 2;
    painter.setPen(QPen(ui::colors().controlBorder, 1));
    painter.setBrush(ui::colors().surface);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius * 0.6, radius * 0.6);
    painter.setFont(badgeFont());
    painter.setPen(ui::colors().text);
    painter.drawText(place, Qt::AlignCenter, QString::number(count));
}

} // namespace mockingbird::review
