// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView makes of the keyboard.
#include "review/timeline/timeline_view.h"

#include <QKeyEvent>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr MediaTime kArrow{std::chrono::seconds(5)};
constexpr MediaTime kNudge{std::chrono::milliseconds(100)};

bool isSideways(const QKeyEvent& event) {
    return event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
}

} // namespace

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (nudge(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
        seekTo(m_playhead - kArrow);
        break;
    case Qt::Key_Right:
        seekTo(m_playhead + kArrow);
        break;
    case Qt::Key_Home:
        seekTo(MediaTime());
        break;
    case Qt::Key_End:
        seekTo(m_content.duration);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineView::seekTo(MediaTime time) {
    emit seekRequested(std::clamp(time, MediaTime(), m_content.duration));
}

/// Alt with an arrow moves the selected note, Alt and Shift its end; it is told once the key is let go, so
/// that holding it down is one change.
bool TimelineView::nudge(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape && m_nudge) {
        m_nudge.reset();
        redraw();
        return true;
    }
    const TimelineNote* note = selectedNote();
    if (!event.modifiers().testFlag(Qt::AltModifier) || !isSideways(event) || m_drag)
        return false;
    if (note == nullptr || !movable(note->id))
        return true;
    const bool end = event.modifiers().testFlag(Qt::ShiftModifier);
    if (end && !note->until)
        return true;
    const Grip grip = end ? Grip::NoteEnd : Grip::Note;
    const PlayRange original{note->at, note->until.value_or(note->at)};
    if (!m_nudge || m_nudge->grip() != grip) {
        commitNudge();
        m_nudge.emplace(grip, original.start, original, note->id);
        m_nudgedBy = {};
        m_dragRange = original;
        redraw();
    }
    const MediaTime by = event.key() == Qt::Key_Left ? m_nudgedBy - kNudge : m_nudgedBy + kNudge;
    // The end may come as near as that to the start and no nearer: here they don't change places.
    if (end && original.end + by < original.start + TimelineDrag::kShortest)
        return true;
    // Beyond either end of the recording there is nothing to come back from.
    const PlayRange moved = grip == Grip::Note
                                ? m_nudge->at(original.start + by, m_content.duration)
                                : PlayRange{original.start, std::min(original.end + by, m_content.duration)};
    if (moved == m_dragRange)
        return true;
    m_nudgedBy = by;
    m_dragRange = moved;
    update();
    return true;
}

void TimelineView::commitNudge() {
    if (!m_nudge)
        return;
    const TimelineDrag nudge = *std::exchange(m_nudge, std::nullopt);
    redraw();
    if (m_dragRange != nudge.original())
        emit noteMoved(nudge.note(), m_dragRange.start,
                       nudge.isMoment() ? std::nullopt : std::optional(m_dragRange.end));
}

void TimelineView::keyReleaseEvent(QKeyEvent* event) {
    if (!event->isAutoRepeat() && (isSideways(*event) || event->key() == Qt::Key_Alt))
        commitNudge();
    QWidget::keyReleaseEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
    commitNudge();
    QWidget::focusOutEvent(event);
}

} // namespace mockingbird::review
