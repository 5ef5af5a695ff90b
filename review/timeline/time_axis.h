// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/playback/play_range.h"

namespace mockingbird::review {

/// Which stretch of a recording is in sight, and where on the screen its times lie. A value; lengths on the
/// screen are in logical pixels.
class TimeAxis {
public:
    /// The narrowest stretch that can be shown.
    static constexpr MediaTime kNarrowest{std::chrono::seconds(1)};

    /// Another length shows all of it; the same keeps what is in sight.
    void setDuration(MediaTime duration);
    /// The stretch in sight goes from `left`, `width` pixels on.
    void setPlace(double left, double width);

    [[nodiscard]] MediaTime duration() const { return m_duration; }
    [[nodiscard]] PlayRange visible() const { return {m_start, m_start + m_length}; }
    [[nodiscard]] bool showsAll() const { return m_length >= m_duration; }
    [[nodiscard]] bool isNarrowest() const { return m_length <= narrowest(); }
    [[nodiscard]] double pixelsPerSecond() const;

    /// May lie beyond what is in sight; times beyond the recording are taken for its ends.
    [[nodiscard]] double xOf(MediaTime time) const;
    /// Always a time in sight.
    [[nodiscard]] MediaTime timeAt(double x) const;

    /// As near to `range` as the recording's ends and the narrowest stretch allow.
    void show(PlayRange range);
    void showAll();
    /// A stretch `factor` times as narrow, with `around` left where it is on the screen.
    void zoom(double factor, MediaTime around);
    void scroll(MediaTime by);

    bool operator==(const TimeAxis&) const = default;

private:
    [[nodiscard]] MediaTime narrowest() const;

    MediaTime m_duration;
    MediaTime m_start;
    MediaTime m_length;
    double m_left = 0;
    double m_width = 1;
};

} // namespace mockingbird::review
