// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/play_route.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

// Joints lie on whole milliseconds, which are whole samples: an hour of a short loop would otherwise add up
// roundings. A start goes to the millisecond after, so that it never shows the frame before the one meant.
constexpr std::int64_t kGrid = 1000;

MediaTime up(MediaTime time) {
    return MediaTime::fromMicroseconds((time.microseconds() + kGrid - 1) / kGrid * kGrid);
}

MediaTime down(MediaTime time) {
    return MediaTime::fromMicroseconds(time.microseconds() / kGrid * kGrid);
}

std::vector<PlayRange> tidied(std::vector<PlayRange> ranges, MediaTime duration) {
    std::ranges::sort(ranges, {}, &PlayRange::start);
    std::vector<PlayRange> tidy;
    for (PlayRange range : ranges) {
        range.start = down(std::max(range.start, MediaTime()));
        range.end = range.end >= duration ? duration : up(range.end);
        if (range.end <= range.start)
            continue;
        if (!tidy.empty() && range.start <= tidy.back().end)
            tidy.back().end = std::max(tidy.back().end, range.end);
        else
            tidy.push_back(range);
    }
    return tidy;
}

} // namespace

PlayRoute::PlayRoute(MediaTime duration, const std::optional<PlayRange>& loop, std::vector<PlayRange> skipped)
    : m_duration(duration), m_loop(loopable(loop, duration)),
      m_skipped(tidied(std::move(skipped), duration)) {
    if (!m_loop)
        return;
    m_loop->start = up(m_loop->start);
    m_loop->end = m_loop->end == duration ? duration : down(m_loop->end);
    // A loop with nothing left to play is what the person asked for last: it plays.
    MediaTime left = m_loop->end - m_loop->start;
    const auto inLoop = [&](const PlayRange& range) {
        return range.start < m_loop->end && range.end > m_loop->start;
    };
    for (const PlayRange& range : m_skipped) {
        if (inLoop(range))
            left = left - (std::min(range.end, m_loop->end) - std::max(range.start, m_loop->start));
    }
    if (left < kShortestLoop)
        std::erase_if(m_skipped, inLoop);
}

std::optional<PlayRange> PlayRoute::loopable(const std::optional<PlayRange>& range, MediaTime duration) {
    if (!range)
        return std::nullopt;
    const PlayRange inside{std::max(range->start, MediaTime()), std::min(range->end, duration)};
    if (inside.end - inside.start < kShortestLoop)
        return std::nullopt;
    return inside;
}

std::optional<MediaTime> PlayRoute::skipEnd(MediaTime time) const {
    const auto behind = std::ranges::upper_bound(m_skipped, time, {}, &PlayRange::start);
    if (behind == m_skipped.begin() || std::prev(behind)->end <= time)
        return std::nullopt;
    return std::prev(behind)->end;
}

MediaTime PlayRoute::leave(MediaTime time) const {
    MediaTime to = m_duration;
    if (m_loop && time < m_loop->end)
        to = std::min(to, m_loop->end);
    const auto skip = std::ranges::upper_bound(m_skipped, time, {}, &PlayRange::start);
    if (skip != m_skipped.end())
        to = std::min(to, skip->start);
    return std::max(to, time);
}

RoutePiece PlayRoute::enter(MediaTime at, MediaTime time) const {
    return {at, time, skipEnd(time) ? time : leave(time)};
}

std::optional<RoutePiece> PlayRoute::next(const RoutePiece& piece) const {
    MediaTime time = skipEnd(piece.to).value_or(piece.to);
    // Inside the loop until now: what comes at or beyond its end comes at its start.
    if (m_loop && piece.from < m_loop->end && time >= m_loop->end)
        time = skipEnd(m_loop->start).value_or(m_loop->start);
    else if (piece.to >= m_duration)
        return std::nullopt;
    return RoutePiece{piece.end(), time, leave(time)};
}

RoutePiece PlayRoute::walk(RoutePiece piece, MediaTime route) const {
    while (route >= piece.end()) {
        const std::optional<RoutePiece> following = next(piece);
        if (!following)
            return piece;
        piece = *following;
    }
    return piece;
}

} // namespace mockingbird::review
