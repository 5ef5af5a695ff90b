// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/play_range.h"

#include <optional>
#include <vector>

namespace mockingbird::review {

/// A stretch that is played without a break. Besides the recording's times there is the route's: what was
/// played so far in a row, which never jumps, however often the recording's time does.
struct RoutePiece {
    MediaTime at;   ///< route time of `from`
    MediaTime from; ///< in the recording
    MediaTime to;   ///< in the recording, not included; `from` where playing leaves at once

    [[nodiscard]] MediaTime end() const { return at + (to - from); } ///< in route time
    [[nodiscard]] bool empty() const { return to <= from; }
    [[nodiscard]] MediaTime timeOf(MediaTime route) const { return from + (route - at); }
    [[nodiscard]] MediaTime routeOf(MediaTime time) const { return at + (time - from); }
    bool operator==(const RoutePiece&) const = default;
};

/// The way that playing takes through a recording: round and round in a loop, past what is skipped. Never
/// changes, so that picture and sound threads, each for itself, come to the same.
class PlayRoute {
public:
    /// A loop shorter than this is none: playing it would be a buzz and no picture.
    static constexpr MediaTime kShortestLoop = MediaTime::fromMicroseconds(40'000);

    explicit PlayRoute(MediaTime duration, const std::optional<PlayRange>& loop = std::nullopt,
                       std::vector<PlayRange> skipped = {});

    /// The part of `range` that lies in a recording of that length, where it is long enough to be looped.
    [[nodiscard]] static std::optional<PlayRange> loopable(const std::optional<PlayRange>& range,
                                                           MediaTime duration);

    /// Playing that begins at `time`, at the route time `at`. Empty where that lies in a skipped stretch:
    /// the frame there is shown, and playing goes on behind it.
    [[nodiscard]] RoutePiece enter(MediaTime at, MediaTime time) const;
    /// What is played after it; nullopt at the end.
    [[nodiscard]] std::optional<RoutePiece> next(const RoutePiece& piece) const;
    /// The piece in which the route time lies, walking on from `piece`; the last one for what is beyond.
    [[nodiscard]] RoutePiece walk(RoutePiece piece, MediaTime route) const;

private:
    [[nodiscard]] std::optional<MediaTime> skipEnd(MediaTime time) const;
    [[nodiscard]] MediaTime leave(MediaTime time) const;

    MediaTime m_duration;
    std::optional<PlayRange> m_loop;
    std::vector<PlayRange> m_skipped; ///< rising, apart
};

} // namespace mockingbird::review
