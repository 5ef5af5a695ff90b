// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_view.h"

#include "common/ui/theme.h"
#include "review/timeline/time_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr int kSegmentHeight = 24;
constexpr int kWaveHeight = 44;
constexpr int kNoteHeight = 22;
constexpr int kSide = 8; ///< room for a mark at either end
constexpr int kMarkSize = 12;
constexpr std::int64_t kArrowSeconds = 5;

int scaleHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Small)).height();
}

} // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
    setObjectName("timeline");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline"));
}

void TimelineView::setContent(TimelineContent content) {
    m_content = std::move(content);
    describe();
    redraw();
}

void TimelineView::setWaveform(std::shared_ptr<const Waveform> waveform) {
    m_waveform = std::move(waveform);
    redraw();
}

void TimelineView::setPlayhead(MediaTime time) {
    if (time == m_playhead)
        return;
    const double before = xOf(m_playhead);
    m_playhead = time;
    const int margin = ui::px(8);
    for (const double x : {before, xOf(time)})
        update(QRect(static_cast<int>(x) - margin, 0, 2 * margin, height()));
}

void TimelineView::setSelectedNote(catalog::NoteId id) {
    if (id == m_selected)
        return;
    m_selected = id;
    redraw();
}

void TimelineView::setLoop(std::optional<PlayRange> loop) {
    m_loop = loop;
    update();
}

void TimelineView::setSkipped(std::vector<PlayRange> skipped) {
    m_skipped = std::move(skipped);
    redraw();
}

void TimelineView::setThumbnailSource(const std::filesystem::path&) {}

void TimelineView::setMovable(std::function<bool(catalog::NoteId)> movable) {
    m_movable = std::move(movable);
}

void TimelineView::zoomIn() {}

void TimelineView::zoomOut() {}

void TimelineView::zoomToFit() {}

PlayRange TimelineView::visible() const {
    return {MediaTime(), m_content.duration};
}

double TimelineView::xOf(MediaTime time) const {
    const double side = ui::px(kSide);
    const double room = std::max(1.0, width() - 2 * side);
    const double duration = std::max(1e-6, m_content.duration.seconds());
    return side + room * std::clamp(time.seconds() / duration, 0.0, 1.0);
}

MediaTime TimelineView::timeAt(double x) const {
    const double side = ui::px(kSide);
    const double room = std::max(1.0, width() - 2 * side);
    return MediaTime::fromSeconds(m_content.duration.seconds() * std::clamp((x - side) / room, 0.0, 1.0));
}

QRectF TimelineView::segmentLane() const {
    return {0, 0, double(width()), double(ui::px(kSegmentHeight))};
}

QRectF TimelineView::waveLane() const {
    return {0, segmentLane().bottom() + 2, double(width()), double(ui::px(kWaveHeight))};
}

QRectF TimelineView::noteLane() const {
    return {0, waveLane().bottom(), double(width()), double(ui::px(kNoteHeight))};
}

QRectF TimelineView::scaleLane() const {
    return {0, noteLane().bottom(), double(width()), double(scaleHeight())};
}

QRectF TimelineView::markRect(const TimelineNote& note) const {
    const double size = ui::px(kMarkSize);
    return {xOf(note.at) - size / 2, noteLane().center().y() - size / 2, size, size};
}

QSize TimelineView::sizeHint() const {
    return {ui::px(480), static_cast<int>(std::ceil(scaleLane().bottom())) + ui::px(ui::kTight)};
}

QSize TimelineView::minimumSizeHint() const {
    return {ui::px(240), sizeHint().height()};
}

const TimelineNote* TimelineView::noteAt(const QPointF& position) const {
    const auto reach = [&](const TimelineNote& note) {
        return markRect(note).adjusted(-4, -4, 4, 4).contains(position);
    };
    // The last one painted lies on top.
    const auto found = std::find_if(m_content.notes.rbegin(), m_content.notes.rend(), reach);
    return found == m_content.notes.rend() ? nullptr : &*found;
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const MediaTime time = timeAt(help->pos().x());
        QString text;
        if (const TimelineNote* note = noteAt(help->pos()))
            text = momentText(note->at, note->until) + QStringLiteral("  ") + note->text;
        else if (segmentLane().contains(help->pos()))
            for (const TimelineSegment& segment : m_content.segments)
                if (segment.start <= time && time < segment.end)
                    text = segment.text;
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    redraw();
}

void TimelineView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        redraw();
    }
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (const TimelineNote* note = noteAt(event->position())) {
        emit noteActivated(note->id);
        return;
    }
    m_dragging = true;
    emit seekRequested(timeAt(event->position().x()));
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    m_hover = event->position().x();
    setCursor(noteAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_dragging)
        emit seekRequested(timeAt(event->position().x()));
    update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent*) {
    m_dragging = false;
}

void TimelineView::leaveEvent(QEvent* event) {
    m_hover.reset();
    update();
    QWidget::leaveEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const auto step = MediaTime(std::chrono::seconds(kArrowSeconds));
    switch (event->key()) {
    case Qt::Key_Left:
        emit seekRequested(std::max(MediaTime(), m_playhead - step));
        break;
    case Qt::Key_Right:
        emit seekRequested(std::min(m_content.duration, m_playhead + step));
        break;
    case Qt::Key_Home:
        emit seekRequested(MediaTime());
        break;
    case Qt::Key_End:
        emit seekRequested(m_content.duration);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineView::describe() {
    setAccessibleDescription(
        tr("%1 long, %2 questions, %3 notes, %4 bookmarks. Arrow keys move five seconds.")
            .arg(spokenTime(m_content.duration))
            .arg(m_content.segments.size())
            .arg(m_content.notes.size())
            .arg(m_content.bookmarks.size()));
}

void TimelineView::redraw() {
    m_ground = {};
    update();
}

} // namespace mockingbird::review
