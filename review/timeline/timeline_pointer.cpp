// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView makes of the pointer and the wheel.
#include "common/ui/theme.h"
#include "review/timeline/thumbnail_view.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScreen>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr double kThreshold = 4;         ///< how far a press goes before it drags
constexpr double kPlayheadThreshold = 2; ///< the playhead is dragged back as easily as forth
constexpr double kWheelStep = 120;       ///< one notch

} // namespace

bool TimelineView::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tipFor(help->pos());
        if (text.isEmpty() || m_drag)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    case QEvent::NativeGesture:
    case QEvent::Gesture:
        return pinch(event) || QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

bool TimelineView::pinch(QEvent* event) {
    double factor = 1;
    QPointF around;
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        factor = 1 + gesture->value();
        around = gesture->position();
    } else {
        const auto* gesture =
            static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
        if (gesture == nullptr)
            return false;
        factor = gesture->scaleFactor();
        around = mapFromGlobal(gesture->centerPoint());
    }
    const MediaTime time = timeAt(around.x());
    changeSight([&](TimeAxis& axis) { axis.zoom(factor, time); });
    return true;
}

/// While something is dragged the application's events come by here, so that Escape is heard before anybody
/// else makes something of it.
bool TimelineView::eventFilter(QObject* watched, QEvent* event) {
    if (m_drag && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            cancelDrag();
        return true;
    }
    if (event->type() == QEvent::Enter && watched->parent() == this && !m_drag)
        hover(std::nullopt); // the pointer is on a child, and the timeline isn't told
    return QWidget::eventFilter(watched, event);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_drag)
        return;
    commitNudge();
    const Hit hit = hitAt(event->position());
    if (hit.grip != Grip::Nothing)
        beginDrag(hit, event->position(), event->modifiers());
}

void TimelineView::beginDrag(const Hit& hit, const QPointF& position, Qt::KeyboardModifiers modifiers) {
    const bool onSound = m_lanes.wave.contains(position) || m_lanes.scale.contains(position);
    const MediaTime time = hit.bookmark != nullptr ? hit.bookmark->at : timeAt(position.x());
    Grip grip = hit.grip;
    PlayRange original;
    catalog::NoteId note;
    if (modifiers.testFlag(Qt::ShiftModifier) && onSound)
        grip = Grip::Range;
    else if (hit.note != nullptr) {
        original = {hit.note->at, hit.note->until.value_or(hit.note->at)};
        note = hit.note->id;
    } else if (m_loop && (grip == Grip::LoopStart || grip == Grip::LoopEnd))
        original = *m_loop;
    m_drag.emplace(grip, time, original, note);
    m_pressed = position;
    m_dragX = position.x();
    m_dragged = false;
    m_refused = false;
    m_beforeScrub = m_playhead;
    m_scrubbedLast.reset();
    qApp->installEventFilter(this);
    QToolTip::hideText();
    if (grip == Grip::Playhead)
        seekTo(time);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    hover(position);
    if (!m_drag) {
        const Grip grip = hitAt(position).grip;
        const bool end = grip == Grip::NoteStart || grip == Grip::NoteEnd || grip == Grip::LoopStart ||
                         grip == Grip::LoopEnd;
        const bool clickable = grip == Grip::Note || grip == Grip::Group || grip == Grip::Question;
        setCursor(end ? Qt::SizeHorCursor : clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_dragged) {
        const double least = m_drag->grip() == Grip::Playhead ? kPlayheadThreshold : kThreshold;
        if (std::abs(position.x() - m_pressed.x()) < least)
            return;
        m_dragged = true;
        if (m_drag->grip() == Grip::Question)
            m_drag.emplace(Grip::Playhead, timeAt(m_pressed.x()));
        m_refused = m_drag->grip() == Grip::Group || (m_drag->ofNote() && !movable(m_drag->note()));
        if (m_refused && m_drag->ofNote())
            QToolTip::showText(event->globalPosition().toPoint(),
                               tr("You can move your own notes, as long as your review isn't sealed."), this);
        setCursor(m_refused                          ? Qt::ForbiddenCursor
                  : m_drag->grip() == Grip::Note     ? Qt::ClosedHandCursor
                  : m_drag->grip() == Grip::Playhead ? Qt::ArrowCursor
                                                     : Qt::SizeHorCursor);
        if (m_drag->ofNote() && !m_refused)
            redraw(); // without the note that is now in the hand
    }
    dragTo(position.x());
    const double side = ui::px(TimelineLanes::kSide);
    if (m_axis.showsAll() || (position.x() >= side && position.x() <= width() - side))
        m_edge.stop();
    else if (!m_edge.isActive())
        m_edge.start();
}

void TimelineView::dragTo(double x) {
    m_dragX = x;
    if (m_refused)
        return;
    const MediaTime time = timeAt(x);
    if (m_drag->grip() == Grip::Playhead) {
        if (time == m_playhead)
            return;
        movePlayhead(time);
        m_rest.start();
        showThumbnail();
        if (!m_frame.isActive())
            scrub();
        return;
    }
    m_dragRange = m_drag->at(time, m_content.duration);
    update();
}

/// As often as the screen shows it, and no more.
void TimelineView::scrub() {
    if (!m_drag || !m_dragged || m_drag->grip() != Grip::Playhead || m_scrubbedLast == m_playhead)
        return;
    m_scrubbedLast = m_playhead;
    const double rate = std::clamp(screen()->refreshRate(), 24.0, 240.0);
    m_frame.start(static_cast<int>(1000 / rate));
    emit scrubbed(m_playhead);
}

/// What is dragged beyond what is in sight brings the rest in sight, faster the farther out it is held.
void TimelineView::scrollAtEdge() {
    if (!m_drag || !m_dragged || m_refused) {
        m_edge.stop();
        return;
    }
    const double side = ui::px(TimelineLanes::kSide);
    const double beyond = m_dragX < side ? m_dragX - side : std::max(0.0, m_dragX - (width() - side));
    const double pixels = std::clamp(beyond, -80.0, 80.0) / 3;
    changeSight(
        [&](TimeAxis& axis) { axis.scroll(MediaTime::fromSeconds(pixels / axis.pixelsPerSecond())); });
    dragTo(m_dragX);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_drag)
        endDrag();
}

void TimelineView::endDrag() {
    qApp->removeEventFilter(this);
    for (QTimer* timer : {&m_frame, &m_rest, &m_edge})
        timer->stop();
    // Gone before anybody hears of it: what they answer must not meet a drag that is over.
    const TimelineDrag drag = *std::exchange(m_drag, std::nullopt);
    const bool dragged = std::exchange(m_dragged, false);
    const bool refused = std::exchange(m_refused, false);
    unsetCursor();
    redraw();
    if (refused)
        return;
    if (!dragged) {
        click(drag);
    } else if (drag.grip() == Grip::Playhead) {
        emit seekRequested(m_playhead);
    } else if (drag.ofNote()) {
        emit noteMoved(drag.note(), m_dragRange.start,
                       drag.isMoment() ? std::nullopt : std::optional(m_dragRange.end));
    } else if (drag.ofLoop()) {
        m_loop = m_dragRange;
        emit loopChanged(m_loop);
    } else if (drag.grip() == Grip::Range) {
        emit rangeDrawn(m_dragRange);
    }
}

void TimelineView::cancelDrag() {
    if (!m_drag)
        return;
    qApp->removeEventFilter(this);
    for (QTimer* timer : {&m_frame, &m_rest, &m_edge})
        timer->stop();
    const bool scrubbing = m_drag->grip() == Grip::Playhead;
    m_drag.reset();
    m_dragged = false;
    m_refused = false;
    unsetCursor();
    redraw();
    if (scrubbing) {
        movePlayhead(m_beforeScrub);
        emit seekRequested(m_beforeScrub);
    }
}

void TimelineView::click(const TimelineDrag& drag) {
    const Hit hit = hitAt(m_pressed);
    switch (drag.grip()) {
    case Grip::Question:
        if (hit.segment != nullptr)
            seekTo(hit.segment->start);
        break;
    case Grip::Group:
        if (hit.group != nullptr)
            openGroup(*hit.group);
        break;
    case Grip::Note:
        emit noteActivated(drag.note());
        break;
    case Grip::Playhead: // it went there at the press
        break;
    default:
        seekTo(timeAt(m_pressed.x()));
    }
}

/// Zooms in on them; where they lie at one moment, or as good as, goes to the first, then to the next.
void TimelineView::openGroup(const MarkGroup& group) {
    const auto noteAt = [&](std::size_t place) -> const TimelineNote& {
        return m_content.notes[m_groups.order()[place]];
    };
    const std::size_t last = group.first + group.count - 1;
    const MediaTime length = noteAt(last).at - noteAt(group.first).at;
    if (length > MediaTime() && !m_axis.isNarrowest()) {
        const auto margin = MediaTime(length.duration() / 6);
        show({noteAt(group.first).at - margin, noteAt(last).at + margin});
        return;
    }
    std::size_t next = group.first;
    for (std::size_t place = group.first; place < last; ++place)
        if (noteAt(place).id == m_selected)
            next = place + 1;
    emit noteActivated(noteAt(next).id);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = hitAt(event->position());
    if (event->button() == Qt::LeftButton && hit.segment != nullptr && !m_drag) {
        const auto margin = MediaTime((hit.segment->end - hit.segment->start).duration() / 50);
        show({hit.segment->start - margin, hit.segment->end + margin});
        return;
    }
    mousePressEvent(event);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const MediaTime around = timeAt(event->position().x());
        changeSight([&](TimeAxis& axis) { axis.zoom(std::pow(2.0, angle.y() / (2 * kWheelStep)), around); });
        event->accept();
        return;
    }
    if (m_axis.showsAll()) {
        event->ignore(); // the page may scroll
        return;
    }
    const QPoint exact = event->pixelDelta();
    const auto larger = [](const QPoint& way) {
        return std::abs(way.x()) > std::abs(way.y()) ? way.x() : way.y();
    };
    const double pixels = exact.isNull() ? larger(angle) / kWheelStep * width() / 8.0 : larger(exact);
    changeSight(
        [&](TimeAxis& axis) { axis.scroll(MediaTime::fromSeconds(-pixels / axis.pixelsPerSecond())); });
    event->accept();
}

void TimelineView::leaveEvent(QEvent* event) {
    hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void TimelineView::hover(std::optional<QPointF> position) {
    if (position && position->y() >= m_lanes.overview.top() && !m_drag)
        position.reset();
    const auto updateThere = [&] {
        if (!m_hover)
            return;
        updateAround(m_hover->x());
        update(tagPlace(m_hover->x()));
    };
    updateThere();
    m_hover = position;
    updateThere();
    if (m_hover)
        showThumbnail();
    else if (m_thumbnail)
        m_thumbnail->hide();
}

void TimelineView::showThumbnail() {
    if (!m_hover || !m_thumbnails.hasSource() || m_content.duration <= MediaTime() || !isVisible())
        return;
    const MediaTime time = timeAt(m_hover->x());
    QImage picture = m_thumbnails.picture(time);
    // Until the right one comes, the one there is: they are moments apart.
    if (picture.isNull() && m_thumbnail && m_thumbnail->isVisible())
        picture = m_thumbnail->picture();
    if (picture.isNull())
        return;
    if (!m_thumbnail)
        m_thumbnail = new ThumbnailView(window());
    const QPoint place = mapTo(window(), QPoint(static_cast<int>(m_hover->x()), 0));
    m_thumbnail->showAt(place.x(), place.y() - ui::px(ui::kTight), picture, preciseTime(time));
}

} // namespace mockingbird::review
