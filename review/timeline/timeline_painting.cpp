// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView paints over the ground: all that moves.
#include "common/ui/theme.h"
#include "review/timeline/note_mark.h"
#include "review/timeline/thumbnail_view.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_ground.h"
#include "review/timeline/timeline_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

void TimelineView::paintEvent(QPaintEvent*) {
    if (m_ground.isNull())
        paintGround();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_ground); // clipped to what has changed
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.duration <= MediaTime())
        return;
    const ui::Colors& colors = ui::colors();
    if (m_loop)
        paintLoop(painter, m_drag && m_drag->ofLoop() && m_dragged ? m_dragRange : *m_loop);
    paintSelection(painter);
    if (m_hover && !m_drag) {
        painter.setPen(QPen(colors.controlBorder, 1, Qt::DashLine));
        painter.drawLine(QPointF(m_hover->x(), m_lanes.segments.bottom()),
                         QPointF(m_hover->x(), m_lanes.notes.bottom()));
    }
    paintPlayhead(painter);
    paintDrag(painter);
    if (m_hover && (!m_drag || !m_dragged) && !(m_thumbnail && m_thumbnail->isVisible()))
        paintTimeTag(painter, m_hover->x(), preciseTime(timeAt(m_hover->x())));
    if (hasFocus()) {
        painter.setPen(QPen(colors.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void TimelineView::paintGround() {
    m_ground = QPixmap(size() * devicePixelRatioF());
    m_ground.setDevicePixelRatio(devicePixelRatioF());
    m_ground.fill(Qt::transparent);
    if (m_content.duration <= MediaTime())
        return;
    QPainter painter(&m_ground);
    TimelineGround ground(m_content, m_axis, m_lanes);
    ground.peaks = &m_peaks;
    ground.groups = &m_groups;
    ground.skipped = &m_skipped;
    ground.selected = m_selected;
    if (m_nudge)
        ground.lifted = m_nudge->note();
    else if (m_drag && m_drag->ofNote() && m_dragged && !m_refused)
        ground.lifted = m_drag->note();
    ground.paint(painter);
}

void TimelineView::paintLoop(QPainter& painter, const PlayRange& loop) const {
    // Hours away coordinates end.
    const double left = std::clamp(xOf(loop.start), -100.0, width() + 100.0);
    const double right = std::clamp(xOf(loop.end), -100.0, width() + 100.0);
    const double top = m_lanes.segments.top() + 1;
    const double bottom = m_lanes.wave.bottom() - 1;
    QColor inside = ui::colors().accent;
    inside.setAlpha(38);
    painter.fillRect(QRectF(QPointF(left, top), QPointF(right, bottom)), inside);
    // Square brackets, as one writes a stretch.
    const double arm = ui::px(6);
    painter.setPen(QPen(ui::colors().accent, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolyline(
        QPolygonF({{left + arm, top + 1}, {left, top + 1}, {left, bottom}, {left + arm, bottom}}));
    painter.drawPolyline(
        QPolygonF({{right - arm, top + 1}, {right, top + 1}, {right, bottom}, {right - arm, bottom}}));
}

void TimelineView::paintDrag(QPainter& painter) const {
    const bool nudged = m_nudge.has_value();
    if (!nudged && (!m_drag || !m_dragged || m_refused))
        return;
    const TimelineDrag& drag = nudged ? *m_nudge : *m_drag;
    const PlayRange& range = m_dragRange;
    const double left = xOf(range.start);
    const double right = xOf(range.end);
    const bool movesEnd = drag.grip() == Grip::NoteEnd || drag.grip() == Grip::LoopEnd ||
                          (drag.grip() == Grip::Range && m_dragX >= m_pressed.x());
    QString text = preciseTime(range.start);
    if (const TimelineNote* note = drag.ofNote() ? noteOf(drag.note()) : nullptr) {
        if (!drag.isMoment()) {
            QColor band = note->mark.color;
            band.setAlpha(90);
            painter.fillRect(QRectF(QPointF(left, m_lanes.wave.top()), QPointF(right, m_lanes.wave.bottom())),
                             band);
            painter.setPen(QPen(note->mark.color, 2));
            painter.drawLine(QPointF(left, m_lanes.notes.center().y()),
                             QPointF(right, m_lanes.notes.center().y()));
            text = momentText(range.start, range.end);
        }
        const double size = ui::px(TimelineLanes::kMarkSize) * 1.2;
        painter.setPen(QPen(note->mark.color, 1));
        painter.drawLine(QPointF(left, m_lanes.wave.top()), QPointF(left, m_lanes.notes.bottom()));
        drawNoteMark(painter, {left - size / 2, m_lanes.notes.center().y() - size / 2, size, size}, *note);
    } else if (drag.grip() == Grip::Range) {
        paintLoop(painter, range);
        text = momentText(range.start, range.end);
    } else if (drag.ofLoop()) {
        text = momentText(range.start, range.end);
    } else if (drag.grip() == Grip::Playhead) {
        if (m_thumbnail && m_thumbnail->isVisible())
            return;
        text = preciseTime(m_playhead);
        paintTimeTag(painter, xOf(m_playhead), text);
        return;
    } else {
        return;
    }
    paintTimeTag(painter, movesEnd ? right : left, text);
}

void TimelineView::paintSelection(QPainter& painter) const {
    const TimelineNote* note = selectedNote();
    if (note == nullptr || (m_nudge && m_nudge->note() == note->id) ||
        (m_drag && m_drag->note() == note->id && m_dragged && !m_refused))
        return;
    const auto index = static_cast<std::size_t>(note - m_content.notes.data());
    const auto place = std::ranges::find(m_groups.order(), index) - m_groups.order().begin();
    const MarkGroup* group = m_groups.holding(static_cast<std::size_t>(place));
    if (group == nullptr)
        return;
    painter.setPen(QPen(ui::colors().text, 2));
    painter.setBrush(Qt::NoBrush);
    if (group->count > 1)
        painter.drawRoundedRect(groupRect(*group).adjusted(-1, -1, 1, 1), 5, 5);
    else
        painter.drawEllipse(markRect(*note).adjusted(-3, -3, 3, 3));
    if (!note->until || !movable(note->id))
        return;
    // Handles: its ends can be taken hold of.
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().text);
    const double high = m_lanes.wave.height() / 3;
    for (const MediaTime end : {note->at, *note->until})
        painter.drawRoundedRect(QRectF(xOf(end) - 2, m_lanes.wave.bottom() - high, 4, high), 2, 2);
}

void TimelineView::paintPlayhead(QPainter& painter) const {
    const double x = xOf(m_playhead);
    if (x < -width() || x > 2 * width()) // hours away, where coordinates end
        return;
    painter.setPen(QPen(ui::colors().text, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, m_lanes.notes.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().text);
    const double size = ui::px(5);
    painter.drawPolygon(QPolygonF({{x - size, 0}, {x + size, 0}, {x, size * 1.5}}));
}

void TimelineView::paintTimeTag(QPainter& painter, double x, const QString& text) const {
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const double wide = metrics.horizontalAdvance(text) + 2 * ui::px(6);
    const QRectF tag(std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide)), m_lanes.segments.top() + 1,
                     wide, m_lanes.segments.height() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().text);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setPen(ui::colors().surface);
    painter.drawText(tag, Qt::AlignCenter, text);
}

/// Holds the tag of a time wherever its line is at `x`.
QRect TimelineView::tagPlace(double x) const {
    const QFontMetrics metrics(ui::font(ui::TextStyle::Small));
    const int wide = metrics.horizontalAdvance(preciseTime(m_content.duration)) + 2 * ui::px(10);
    const int left = std::clamp(static_cast<int>(x) - wide / 2, 0, std::max(0, width() - wide));
    return {left, 0, wide, static_cast<int>(m_lanes.segments.bottom()) + 1};
}

void TimelineView::updateAround(double x) {
    const int margin = ui::px(8);
    update(QRect(static_cast<int>(std::floor(x)) - margin, 0, 2 * margin,
                 static_cast<int>(m_lanes.scale.top()) + 1));
}

} // namespace mockingbird::review
