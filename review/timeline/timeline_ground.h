// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/timeline/mark_groups.h"
#include "review/timeline/peak_levels.h"
#include "review/timeline/time_axis.h"
#include "review/timeline/timeline_content.h"
#include "review/timeline/timeline_lanes.h"

#include <vector>

class QPainter;

namespace mockingbird::review {

/// What of a timeline stands still while it plays: questions, waveform, silences, bookmarks, notes, the
/// scale. Painted once for each change, and for the stretch in sight alone. Refers to what is shown, and
/// lives no longer than the painting.
class TimelineGround {
public:
    TimelineGround(const TimelineContent& content, const TimeAxis& axis, const TimelineLanes& lanes);

    const PeakLevels* peaks = nullptr;
    const MarkGroups* groups = nullptr;
    const std::vector<PlayRange>* skipped = nullptr;
    catalog::NoteId selected; ///< its range shows even where its mark is one of a group
    catalog::NoteId lifted;   ///< being dragged: painted by whoever drags it

    void paint(QPainter& painter) const;

private:
    void paintSegments(QPainter& painter) const;
    void paintWave(QPainter& painter) const;
    void paintColumns(QPainter& painter) const;
    void paintOutline(QPainter& painter) const;
    void paintSkipped(QPainter& painter) const;
    void paintBookmarks(QPainter& painter) const;
    void paintRanges(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    [[nodiscard]] bool touchesSight(MediaTime start, MediaTime end) const;
    /// Hours away coordinates end: what lies far outside is taken for just outside.
    [[nodiscard]] double xNear(MediaTime time) const;
    /// Speech sits low in full scale; the square root brings its shape out without hiding silence.
    [[nodiscard]] double yOf(float sample) const;

    const TimelineContent& m_content;
    const TimeAxis& m_axis;
    const TimelineLanes& m_lanes;
};

} // namespace mockingbird::review
