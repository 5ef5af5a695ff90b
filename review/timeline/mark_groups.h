// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/timeline/timeline_content.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace mockingbird::review {

/// One note's mark, or several that lie too close to be told apart, shown as one badge with their number.
struct MarkGroup {
    std::size_t first = 0; ///< in the order of time
    std::size_t count = 1;
    double left = 0; ///< pixels from the recording's start
    double width = 0;

    [[nodiscard]] double right() const { return left + width; }
    [[nodiscard]] double center() const { return left + width / 2; }
};

/// The order of a recording's notes in time, and how their marks are put together at one zoom. The groups
/// depend on the zoom alone, so that they stand still while the timeline is scrolled.
class MarkGroups {
public:
    /// The groups are empty until they are arranged.
    void setNotes(const std::vector<TimelineNote>& notes);
    /// `badge` gives the width of a badge with that number. Groups end at `end` pixels where they have room.
    void arrange(const std::vector<TimelineNote>& notes, double pixelsPerSecond, double markSize, double end,
                 const std::function<double(std::size_t)>& badge);

    [[nodiscard]] const std::vector<std::size_t>& order() const { return m_order; } ///< indices of the notes
    [[nodiscard]] const std::vector<MarkGroup>& groups() const { return m_groups; }
    /// Those that show anything between two places.
    [[nodiscard]] std::span<const MarkGroup> between(double from, double to) const;
    /// The one that holds the note at that place of the order.
    [[nodiscard]] const MarkGroup* holding(std::size_t place) const;

private:
    void keepInside(double end, const std::function<double(std::size_t)>& badge);

    std::vector<std::size_t> m_order;
    std::vector<MarkGroup> m_groups; ///< from left to right, and none over another
};

} // namespace mockingbird::review
