// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_ground.h"

#include "common/ui/theme.h"
#include "review/timeline/note_mark.h"
#include "review/timeline/time_text.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

struct ScaleStep {
    std::chrono::milliseconds step; ///< between two times written on the scale
    int parts;                      ///< that short lines divide it into
};

constexpr std::array<ScaleStep, 16> kSteps{{{100ms, 5},
                                            {200ms, 4},
                                            {500ms, 5},
                                            {1s, 5},
                                            {2s, 4},
                                            {5s, 5},
                                            {10s, 5},
                                            {15s, 3},
                                            {30s, 3},
                                            {60s, 4},
                                            {120s, 4},
                                            {300s, 5},
                                            {600s, 5},
                                            {900s, 3},
                                            {1800s, 3},
                                            {3600s, 4}}};

QString scaleText(MediaTime time, std::chrono::milliseconds step) {
    return step < 1s ? preciseTime(time) : QString::fromStdString(time.toShortString());
}

} // namespace

TimelineGround::TimelineGround(const TimelineContent& content, const TimeAxis& axis,
                               const TimelineLanes& lanes)
    : m_content(content), m_axis(axis), m_lanes(lanes) {}

void TimelineGround::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    paintSegments(painter);
    paintWave(painter);
    paintSkipped(painter);
    paintRanges(painter);
    paintBookmarks(painter);
    paintScale(painter);
    paintMarks(painter);
}

bool TimelineGround::touchesSight(MediaTime start, MediaTime end) const {
    // What lies a little outside may still have a mark that reaches in.
    const double margin = 2 * m_lanes.notes.height();
    return m_axis.xOf(end) >= -margin && m_axis.xOf(start) <= m_lanes.wave.width() + margin;
}

double TimelineGround::xNear(MediaTime time) const {
    return std::clamp(m_axis.xOf(time), -100.0, m_lanes.wave.width() + 100.0);
}

double TimelineGround::yOf(float sample) const {
    const double half = m_lanes.wave.height() / 2 - 2;
    const double part = std::sqrt(std::min(1.0, std::abs(double(sample))));
    return m_lanes.wave.center().y() - (sample < 0 ? -half : half) * part;
}

void TimelineGround::paintSegments(QPainter& painter) const {
    const ui::Colors& colors = ui::colors();
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    for (const TimelineSegment& segment : m_content.segments) {
        if (!touchesSight(segment.start, segment.end))
            continue;
        const double left = xNear(segment.start);
        const QRectF place(left, m_lanes.segments.top() + 1, xNear(segment.end) - left - 2,
                           m_lanes.segments.height() - 2);
        if (place.width() < 2)
            continue;
        painter.setPen(QPen(colors.border, 1));
        painter.setBrush(colors.accentSoft);
        painter.drawRoundedRect(place, 4, 4);
        // Zoomed in, the question's name stays in sight as long as any of it does.
        const QRectF inside = place.adjusted(ui::px(6), 0, -ui::px(4), 0)
                                  .intersected(m_lanes.segments.adjusted(ui::px(6), 0, -ui::px(6), 0));
        if (inside.width() < metrics.horizontalAdvance(segment.name))
            continue;
        QString label = segment.name;
        const QString whole = segment.name + QStringLiteral("  ") + segment.text;
        if (inside.width() >= metrics.horizontalAdvance(segment.name + QStringLiteral(" mmm…")))
            label = metrics.elidedText(whole, Qt::ElideRight, static_cast<int>(inside.width()));
        painter.setPen(colors.onAccentSoft);
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, label);
    }
}

void TimelineGround::paintWave(QPainter& painter) const {
    const QRectF& lane = m_lanes.wave;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().raised);
    painter.drawRoundedRect(lane, 4, 4);
    painter.setPen(QPen(ui::colors().controlBorder, 1));
    painter.drawLine(QPointF(std::max(0.0, xNear(MediaTime())), lane.center().y()),
                     QPointF(std::min(lane.right(), xNear(m_axis.duration())), lane.center().y()));
    if (peaks == nullptr || peaks->isEmpty())
        return;
    if (m_axis.pixelsPerSecond() * peaks->bucket().seconds() < 1)
        paintColumns(painter);
    else
        paintOutline(painter);
}

/// A line a pixel, from the lowest to the highest of its buckets.
void TimelineGround::paintColumns(QPainter& painter) const {
    const double pixel = 1 / painter.device()->devicePixelRatioF();
    const double bucketsPerSecond = 1 / peaks->bucket().seconds();
    const PlayRange sight = m_axis.visible();
    const double left = m_axis.xOf(sight.start);
    const double right = m_axis.xOf(sight.end);
    const double perPixel = bucketsPerSecond / m_axis.pixelsPerSecond();
    const double first = sight.start.seconds() * bucketsPerSecond;
    std::vector<QLineF> lines;
    lines.reserve(static_cast<std::size_t>((right - left) / pixel) + 1);
    for (double x = left; x < right; x += pixel) {
        const double from = first + (x - left) * perPixel;
        const Peak peak =
            peaks->between(static_cast<std::size_t>(from), static_cast<std::size_t>(from + pixel * perPixel));
        if (peak.high > peak.low)
            lines.emplace_back(x + pixel / 2, yOf(peak.high), x + pixel / 2, yOf(peak.low));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(ui::colors().muted, 0));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.restore();
}

/// Where a bucket is wider than a pixel: the outline of the sound through the middle of each.
void TimelineGround::paintOutline(QPainter& painter) const {
    const MediaTime bucket = peaks->bucket();
    const auto at = [&](MediaTime time) {
        return static_cast<std::size_t>(
            std::max<std::int64_t>(0, time.microseconds() / bucket.microseconds()));
    };
    const PlayRange sight = m_axis.visible();
    const std::size_t from = at(sight.start) - std::min<std::size_t>(1, at(sight.start));
    const std::size_t to = std::min(peaks->size(), at(sight.end) + 2);
    QPolygonF upper;
    QPolygonF lower;
    const double perBucket = m_axis.pixelsPerSecond() * bucket.seconds();
    const double left = m_axis.xOf(sight.start) - sight.start.seconds() * m_axis.pixelsPerSecond();
    for (std::size_t i = from; i < to; ++i) {
        const Peak peak = peaks->between(i, i + 1);
        const double x = left + (double(i) + 0.5) * perBucket;
        upper << QPointF(x, yOf(std::max(0.0F, peak.high)));
        lower << QPointF(x, yOf(std::min(0.0F, peak.low)));
    }
    std::ranges::reverse(lower);
    painter.save();
    painter.setClipRect(m_lanes.wave);
    painter.setPen(QPen(ui::colors().muted, 1));
    painter.setBrush(ui::colors().muted);
    painter.drawPolygon(upper + lower);
    painter.restore();
}

void TimelineGround::paintSkipped(QPainter& painter) const {
    if (skipped == nullptr)
        return;
    QColor color = ui::colors().text;
    color.setAlpha(90);
    const auto first = std::ranges::lower_bound(*skipped, m_axis.visible().start, {}, &PlayRange::end);
    for (auto range = first; range != skipped->end() && range->start < m_axis.visible().end; ++range) {
        const double left = xNear(range->start);
        const double wide = std::max(1.0, xNear(range->end) - left);
        painter.fillRect(QRectF(left, m_lanes.wave.top(), wide, m_lanes.wave.height()),
                         QBrush(color, Qt::BDiagPattern));
    }
}

void TimelineGround::paintBookmarks(QPainter& painter) const {
    for (const TimelineBookmark& bookmark : m_content.bookmarks) {
        if (!touchesSight(bookmark.at, bookmark.at))
            continue;
        const double x = m_axis.xOf(bookmark.at);
        const double wide = ui::px(4);
        const double top = m_lanes.wave.top();
        QPainterPath ribbon; // a page marker hanging from the waveform's upper edge
        ribbon.addPolygon(QPolygonF({{x - wide, top},
                                     {x + wide, top},
                                     {x + wide, top + 3.2 * wide},
                                     {x, top + 2.2 * wide},
                                     {x - wide, top + 3.2 * wide}}));
        ribbon.closeSubpath();
        painter.fillPath(ribbon, ui::colors().accent);
    }
}

void TimelineGround::paintRanges(QPainter& painter) const {
    if (groups == nullptr)
        return;
    const auto paintRange = [&](const TimelineNote& note) {
        const double left = xNear(note.at);
        const double right = xNear(*note.until);
        QColor band = note.mark.color;
        band.setAlpha(70);
        painter.fillRect(QRectF(QPointF(left, m_lanes.wave.top()), QPointF(right, m_lanes.wave.bottom())),
                         band);
        painter.setPen(QPen(note.mark.color, 2));
        painter.drawLine(QPointF(left, m_lanes.notes.center().y()),
                         QPointF(right, m_lanes.notes.center().y()));
    };
    for (const MarkGroup& group : groups->groups()) {
        // Many bands over one another tell nothing; those of a group show when it is zoomed into.
        const TimelineNote& note = m_content.notes[groups->order()[group.first]];
        if (note.at > m_axis.visible().end)
            break;
        if (group.count == 1 && note.until && note.id != lifted && note.id != selected &&
            touchesSight(note.at, *note.until))
            paintRange(note);
    }
    const auto chosen = std::ranges::find(m_content.notes, selected, &TimelineNote::id);
    if (!selected.isNull() && chosen != m_content.notes.end() && chosen->until && chosen->id != lifted)
        paintRange(*chosen);
}

void TimelineGround::paintMarks(QPainter& painter) const {
    if (groups == nullptr)
        return;
    const double origin = m_axis.xOf(MediaTime());
    const double size = ui::px(TimelineLanes::kMarkSize);
    const double middle = m_lanes.notes.center().y();
    for (const MarkGroup& group : groups->between(-origin, m_lanes.notes.width() - origin)) {
        if (group.count > 1) {
            const double high = m_lanes.notes.height() - 4;
            drawBadge(painter, {origin + group.left, middle - high / 2, group.width, high}, group.count);
            continue;
        }
        const TimelineNote& note = m_content.notes[groups->order()[group.first]];
        if (note.id != lifted)
            drawNoteMark(painter, {m_axis.xOf(note.at) - size / 2, middle - size / 2, size, size}, note);
    }
}

void TimelineGround::paintScale(QPainter& painter) const {
    painter.setFont(ui::font(ui::TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const PlayRange sight = m_axis.visible();
    const auto fits = [&](const ScaleStep& each) {
        const double room = metrics.horizontalAdvance(scaleText(sight.end, each.step)) * 1.8;
        return std::chrono::duration<double>(each.step).count() * m_axis.pixelsPerSecond() >= room;
    };
    const auto found = std::ranges::find_if(kSteps, fits);
    const ScaleStep scale = found == kSteps.end() ? kSteps.back() : *found;
    const auto step = std::chrono::duration_cast<std::chrono::microseconds>(scale.step).count();
    const auto part = step / scale.parts;
    const double edge = ui::px(2);
    for (auto us = sight.start.microseconds() / part * part; us <= sight.end.microseconds(); us += part) {
        const MediaTime time = MediaTime::fromMicroseconds(us);
        if (time < sight.start)
            continue;
        const double tick = m_axis.xOf(time);
        const bool written = us % step == 0;
        painter.setPen(QPen(ui::colors().controlBorder, 1));
        painter.drawLine(QPointF(tick, m_lanes.notes.bottom() - (written ? 4 : 2)),
                         QPointF(tick, m_lanes.notes.bottom()));
        if (!written)
            continue;
        const QString text = scaleText(time, scale.step);
        const double wide = metrics.horizontalAdvance(text);
        const double x =
            std::clamp(tick - wide / 2, edge, std::max(edge, m_lanes.scale.width() - wide - edge));
        // At the edges a text gives way a little; one that would have to give more is left out.
        if (std::abs(x - (tick - wide / 2)) > wide / 2)
            continue;
        painter.setPen(ui::colors().muted);
        painter.drawText(QRectF(x, m_lanes.scale.top(), wide + 1, m_lanes.scale.height()), Qt::AlignCenter,
                         text);
    }
}

} // namespace mockingbird::review
