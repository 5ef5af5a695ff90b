// SPDX-License-Identifier: GPL-3.0-or-later
// What of a TimelineView lies under the pointer, and what is said about it.
#include "common/ui/theme.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr double kReach = 4; ///< beside a mark or an end

} // namespace

QString TimelineView::tipFor(const QPointF& position) const {
    const Hit hit = hitAt(position);
    if (hit.group != nullptr && hit.group->count > 1) {
        const auto& order = m_groups.order();
        const TimelineNote& first = m_content.notes[order[hit.group->first]];
        const TimelineNote& last = m_content.notes[order[hit.group->first + hit.group->count - 1]];
        return tr("%1 notes, %2. Click to look closer.")
            .arg(hit.group->count)
            .arg(momentText(first.at, last.at))
            .toHtmlEscaped();
    }
    QString head;
    QString text;
    if (hit.note != nullptr) {
        QStringList parts{momentText(hit.note->at, hit.note->until)};
        for (const QString& part : {hit.note->criterion, hit.note->author})
            if (!part.isEmpty())
                parts << part;
        if (hit.note->isPrivate)
            parts << tr("private");
        head = parts.join(QStringLiteral(" · "));
        text = hit.note->text;
    } else if (hit.bookmark != nullptr) {
        head = tr("Bookmark %1").arg(preciseTime(hit.bookmark->at));
        text = hit.bookmark->label;
    } else if (hit.segment != nullptr) {
        head =
            tr("Question %1 · %2").arg(hit.segment->name, momentText(hit.segment->start, hit.segment->end));
        text = hit.segment->text;
    } else {
        return {};
    }
    return QStringLiteral("<b>%1</b><br>%2").arg(head.toHtmlEscaped(), text.toHtmlEscaped());
}

TimelineView::Hit TimelineView::hitAt(const QPointF& position) const {
    Hit hit;
    if (m_content.duration <= MediaTime() || position.y() >= m_lanes.overview.top())
        return hit;
    const double x = position.x();
    hit.grip = Grip::Playhead;
    if (m_lanes.notes.contains(position)) {
        const double origin = xOf(MediaTime());
        double nearest = ui::px(TimelineLanes::kMarkSize);
        for (const MarkGroup& group : m_groups.between(x - origin - nearest, x - origin + nearest)) {
            const double away = std::abs(x - origin - group.center()) - group.width / 2;
            if (away > kReach || away >= nearest)
                continue;
            nearest = away;
            hit.group = &group;
            hit.note = group.count == 1 ? &m_content.notes[m_groups.order()[group.first]] : nullptr;
            hit.grip = group.count == 1 ? Grip::Note : Grip::Group;
        }
        return hit;
    }
    if (!m_lanes.scale.contains(position)) {
        // Where an end of the loop lies on one of the note's, the loop's is to be had above, the note's
        // below.
        const Grip loopEnd = loopEndAt(position);
        const Grip noteEnd = rangeEndAt(position);
        const bool below = position.y() > m_lanes.wave.center().y();
        if (noteEnd != Grip::Nothing && (loopEnd == Grip::Nothing || below)) {
            hit.grip = noteEnd;
            hit.note = selectedNote();
            return hit;
        }
        if (loopEnd != Grip::Nothing) {
            hit.grip = loopEnd;
            return hit;
        }
    }
    if (m_lanes.segments.contains(position)) {
        hit.segment = segmentAt(timeAt(x));
        hit.grip = hit.segment == nullptr ? Grip::Playhead : Grip::Question;
    } else if (m_lanes.wave.contains(position) && position.y() < m_lanes.wave.top() + ui::px(14)) {
        const auto ribbon = std::ranges::find_if(m_content.bookmarks, [&](const TimelineBookmark& bookmark) {
            return std::abs(xOf(bookmark.at) - x) <= ui::px(5);
        });
        hit.bookmark = ribbon == m_content.bookmarks.end() ? nullptr : &*ribbon;
    }
    return hit;
}

/// Of the selected note, where it has handles.
Grip TimelineView::rangeEndAt(const QPointF& position) const {
    const TimelineNote* note = selectedNote();
    if (note == nullptr || !note->until || !m_lanes.wave.contains(position) || !movable(note->id))
        return Grip::Nothing;
    const double toStart = std::abs(position.x() - xOf(note->at));
    const double toEnd = std::abs(position.x() - xOf(*note->until));
    if (std::min(toStart, toEnd) > kReach)
        return Grip::Nothing;
    return toStart < toEnd ? Grip::NoteStart : Grip::NoteEnd;
}

Grip TimelineView::loopEndAt(const QPointF& position) const {
    if (!m_loop)
        return Grip::Nothing;
    const double toStart = std::abs(position.x() - xOf(m_loop->start));
    const double toEnd = std::abs(position.x() - xOf(m_loop->end));
    if (std::min(toStart, toEnd) > kReach)
        return Grip::Nothing;
    return toStart < toEnd ? Grip::LoopStart : Grip::LoopEnd;
}

} // namespace mockingbird::review
