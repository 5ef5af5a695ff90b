// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/playback/play_range.h"

#include <optional>

namespace mockingbird::review {

/// What a press on the timeline has taken hold of.
enum class Grip {
    Nothing,
    Playhead,
    Question, ///< a click goes to its start
    Group,    ///< several notes under one badge
    Note,     ///< its mark: moves all of it
    NoteStart,
    NoteEnd,
    LoopStart,
    LoopEnd,
    Range, ///< a new one
};

/// Something being dragged along the timeline, from the press to the release. A value.
class TimelineDrag {
public:
    /// No range that is drawn or dragged is shorter.
    static constexpr MediaTime kShortest{std::chrono::milliseconds(100)};

    /// `from` is the time under the press; `original` what is dragged (a moment has its end at its start).
    TimelineDrag(Grip grip, MediaTime from, PlayRange original = {}, catalog::NoteId note = {});

    [[nodiscard]] Grip grip() const { return m_grip; }
    [[nodiscard]] catalog::NoteId note() const { return m_note; }
    [[nodiscard]] const PlayRange& original() const { return m_original; }
    [[nodiscard]] bool ofNote() const;
    [[nodiscard]] bool ofLoop() const { return m_grip == Grip::LoopStart || m_grip == Grip::LoopEnd; }
    /// A moment has no end of its own.
    [[nodiscard]] bool isMoment() const { return m_grip == Grip::Note && m_original.start == m_original.end; }

    /// What it becomes with the pointer at `now`, within the recording. Ends that cross change places.
    [[nodiscard]] PlayRange at(MediaTime now, MediaTime duration) const;

private:
    Grip m_grip;
    MediaTime m_from;
    PlayRange m_original;
    catalog::NoteId m_note;
};

} // namespace mockingbird::review
