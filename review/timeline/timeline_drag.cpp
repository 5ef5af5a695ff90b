// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_drag.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

/// Between two times in either order, and not too short.
PlayRange between(MediaTime fixed, MediaTime moved, MediaTime duration) {
    PlayRange range{std::min(fixed, moved), std::max(fixed, moved)};
    if (range.end - range.start < TimelineDrag::kShortest) {
        if (moved < fixed)
            range.start = range.end - TimelineDrag::kShortest;
        else
            range.end = range.start + TimelineDrag::kShortest;
    }
    return {std::max(range.start, MediaTime()), std::min(range.end, duration)};
}

} // namespace

TimelineDrag::TimelineDrag(Grip grip, MediaTime from, PlayRange original, catalog::NoteId note)
    : m_grip(grip), m_from(from), m_original(original), m_note(note) {}

bool TimelineDrag::ofNote() const {
    return m_grip == Grip::Note || m_grip == Grip::NoteStart || m_grip == Grip::NoteEnd;
}

PlayRange TimelineDrag::at(MediaTime now, MediaTime duration) const {
    now = std::clamp(now, MediaTime(), duration);
    const MediaTime by = now - m_from;
    switch (m_grip) {
    case Grip::NoteStart:
    case Grip::LoopStart:
        return between(m_original.end, std::clamp(m_original.start + by, MediaTime(), duration), duration);
    case Grip::NoteEnd:
    case Grip::LoopEnd:
        return between(m_original.start, std::clamp(m_original.end + by, MediaTime(), duration), duration);
    case Grip::Range:
        return between(m_from, now, duration);
    case Grip::Note: {
        const MediaTime length = m_original.end - m_original.start;
        const MediaTime start =
            std::clamp(m_original.start + by, MediaTime(), std::max(MediaTime(), duration - length));
        return {start, start + length};
    }
    default:
        return {now, now};
    }
}

} // namespace mockingbird::review
