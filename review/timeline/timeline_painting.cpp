// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace mockingbird::review {

namespace {

/// The distance between two times written on the scale: the first of these that leaves each room to be read.
MediaTime scaleStep(MediaTime duration, double width, double room) {
    constexpr std::array<int, 11> steps{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800};
    const double wanted = duration.seconds() * room / std::max(1.0, width);
    const auto step = std::ranges::find_if(steps, [&](int seconds) { return seconds >= wanted; });
    return MediaTime(std::chrono::seconds(step == steps.end() ? 3600 : *step));
}

} // namespace

void TimelineView::paintEvent(QPaintEvent*) {
    if (m_ground.isNull())
        paintGround();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_ground);
    if (m_content.duration <= MediaTime())
        return;
    const ui::Colors& colors = ui::colors();
    if (m_hover) {
        painter.setPen(QPen(colors.controlBorder, 1, Qt::DashLine));
        painter.drawLine(QPointF(*m_hover, segmentLane().bottom()), QPointF(*m_hover, noteLane().bottom()));
    }
    const double x = xOf(m_playhead);
    painter.setPen(QPen(colors.text, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, noteLane().bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    const double size = ui::px(5);
    painter.drawPolygon(QPolygonF({{x - size, 0}, {x + size, 0}, {x, size * 1.5}}));
    if (m_hover)
        paintTimeTag(painter, *m_hover, preciseTime(timeAt(*m_hover)));
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
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.duration <= MediaTime())
        return;
    paintSegments(painter);
    paintWaveform(painter);
    paintScale(painter);
    paintNotes(painter);
}

void TimelineView::paintSegments(QPainter& painter) const {
    const ui::Colors& colors = ui::colors();
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    for (const TimelineSegment& segment : m_content.segments) {
        const QRectF place(xOf(segment.start), segmentLane().top() + 1,
                           xOf(segment.end) - xOf(segment.start) - 2, segmentLane().height() - 2);
        if (place.width() < 2)
            continue;
        painter.setPen(QPen(colors.border, 1));
        painter.setBrush(colors.accentSoft);
        painter.drawRoundedRect(place, 4, 4);
        painter.setPen(colors.onAccentSoft);
        const QRectF inside = place.adjusted(ui::px(6), 0, -ui::px(4), 0);
        QString label = segment.name + QStringLiteral("  ") + segment.text;
        label = metrics.elidedText(label, Qt::ElideRight, static_cast<int>(inside.width()));
        if (inside.width() < metrics.horizontalAdvance(segment.name + QStringLiteral(" m…")))
            label = segment.name;
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, label);
    }
}

void TimelineView::paintWaveform(QPainter& painter) const {
    const ui::Colors& colors = ui::colors();
    const QRectF lane = waveLane();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(lane, 4, 4);
    const double middle = lane.center().y();
    const double half = lane.height() / 2 - 2;
    painter.setPen(QPen(colors.controlBorder, 1));
    painter.drawLine(QPointF(xOf(MediaTime()), middle), QPointF(xOf(m_content.duration), middle));
    // The file's first sound track is the mix of all.
    if (!m_waveform || m_waveform->tracks.empty() || m_waveform->bucket <= MediaTime())
        return;
    const TrackPeaks& peaks = m_waveform->tracks.front();
    const auto bucketAt = [&](double x) {
        const double bucket = timeAt(x).seconds() / m_waveform->bucket.seconds();
        return std::min(peaks.high.size(), static_cast<std::size_t>(std::max(0.0, bucket)));
    };
    painter.setPen(QPen(colors.muted, 1));
    for (double x = xOf(MediaTime()); x < xOf(m_content.duration); x += 1) {
        const std::size_t from = bucketAt(x);
        const std::size_t to = std::min(peaks.high.size(), std::max(from + 1, bucketAt(x + 1)));
        float low = 0;
        float high = 0;
        for (std::size_t i = from; i < to; ++i) {
            low = std::min(low, peaks.low[i]);
            high = std::max(high, peaks.high[i]);
        }
        // Speech sits low in full scale; the square root brings its shape out without hiding silence.
        const auto shown = [&](float sample) {
            return half * std::sqrt(std::min(1.0, std::abs(double(sample))));
        };
        painter.drawLine(QPointF(x + 0.5, middle - shown(high)), QPointF(x + 0.5, middle + shown(low)));
    }
}

void TimelineView::paintScale(QPainter& painter) const {
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    painter.setPen(ui::colors().muted);
    const double room =
        metrics.horizontalAdvance(QString::fromStdString(m_content.duration.toShortString())) * 2.0;
    const MediaTime step = scaleStep(m_content.duration, width(), room);
    for (MediaTime time; time <= m_content.duration; time += step) {
        const QString text = QString::fromStdString(time.toShortString());
        const double wide = metrics.horizontalAdvance(text);
        const double edge = ui::px(4);
        const double x = std::clamp(xOf(time) - wide / 2, edge, std::max(edge, width() - wide - edge));
        painter.drawText(QRectF(x, scaleLane().top(), wide + 1, scaleLane().height()), Qt::AlignCenter, text);
    }
}

void TimelineView::paintNotes(QPainter& painter) const {
    const ui::Colors& colors = ui::colors();
    for (const TimelineBookmark& bookmark : m_content.bookmarks) {
        const double x = xOf(bookmark.at);
        const double wide = ui::px(4);
        const double top = waveLane().top();
        QPainterPath ribbon; // a page marker hanging from the waveform's upper edge
        ribbon.addPolygon(QPolygonF({{x - wide, top},
                                     {x + wide, top},
                                     {x + wide, top + 3.2 * wide},
                                     {x, top + 2.2 * wide},
                                     {x - wide, top + 3.2 * wide}}));
        ribbon.closeSubpath();
        painter.fillPath(ribbon, colors.accent);
    }
    for (const TimelineNote& note : m_content.notes) {
        const QRectF mark = markRect(note);
        if (note.until) {
            QColor band = note.mark.color;
            band.setAlpha(70);
            painter.fillRect(QRectF(QPointF(xOf(note.at), waveLane().top()),
                                    QPointF(xOf(*note.until), waveLane().bottom())),
                             band);
            painter.setPen(QPen(note.mark.color, 2));
            painter.drawLine(QPointF(xOf(note.at), mark.center().y()),
                             QPointF(xOf(*note.until), mark.center().y()));
        }
        drawMark(painter, mark, note.mark);
        if (note.id == m_selected) {
            painter.setPen(QPen(colors.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(mark.adjusted(-3, -3, 3, 3));
        }
    }
}

void TimelineView::paintTimeTag(QPainter& painter, double x, const QString& text) const {
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const double wide = metrics.horizontalAdvance(text) + 2 * ui::px(6);
    const QRectF tag(std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide)), segmentLane().top() + 1,
                     wide, segmentLane().height() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().text);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setPen(ui::colors().surface);
    painter.drawText(tag, Qt::AlignCenter, text);
}

} // namespace mockingbird::review
