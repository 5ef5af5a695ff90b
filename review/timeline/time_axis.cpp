// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/time_axis.h"

#include <algorithm>

namespace mockingbird::review {

void TimeAxis::setDuration(MediaTime duration) {
    duration = std::max(duration, MediaTime());
    if (duration == m_duration)
        return;
    m_duration = duration;
    showAll();
}

void TimeAxis::setPlace(double left, double width) {
    m_left = left;
    m_width = std::max(1.0, width);
}

MediaTime TimeAxis::narrowest() const {
    return std::min(kNarrowest, m_duration);
}

double TimeAxis::pixelsPerSecond() const {
    return m_width / std::max(1e-6, m_length.seconds());
}

double TimeAxis::xOf(MediaTime time) const {
    const MediaTime inside = std::clamp(time, MediaTime(), m_duration);
    return m_left + (inside - m_start).seconds() * pixelsPerSecond();
}

MediaTime TimeAxis::timeAt(double x) const {
    const double part = std::clamp((x - m_left) / m_width, 0.0, 1.0);
    return m_start + MediaTime::fromSeconds(m_length.seconds() * part);
}

void TimeAxis::show(PlayRange range) {
    const MediaTime wanted = range.end - range.start;
    m_length = std::clamp(wanted, narrowest(), m_duration);
    // What the limits add or take away is shared by both sides.
    const auto spare = MediaTime((wanted - m_length).duration() / 2);
    m_start = std::clamp(range.start + spare, MediaTime(), m_duration - m_length);
}

void TimeAxis::showAll() {
    m_start = {};
    m_length = m_duration;
}

void TimeAxis::zoom(double factor, MediaTime around) {
    if (factor <= 0 || m_duration <= MediaTime())
        return;
    const double part = (around - m_start).seconds() / std::max(1e-6, m_length.seconds());
    m_length = std::clamp(MediaTime::fromSeconds(m_length.seconds() / factor), narrowest(), m_duration);
    m_start = std::clamp(around - MediaTime::fromSeconds(m_length.seconds() * part), MediaTime(),
                         m_duration - m_length);
}

void TimeAxis::scroll(MediaTime by) {
    m_start = std::clamp(m_start + by, MediaTime(), m_duration - m_length);
}

} // namespace mockingbird::review
