// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/player_track.h"
#include "review/playback/track_setting.h"

#include <map>
#include <vector>

namespace mockingbird::review {

/// A stream that is decoded to be heard, and how loud.
struct HeardTrack {
    int stream = 0;
    double volume = 1;
    bool operator==(const HeardTrack&) const = default;
};

/// What is heard of a recording's sound tracks. While the sources' settings are the default, that is the mix
/// as it was recorded, by its own setting; a soloed mix always. Otherwise the sources are summed: the soloed
/// ones, or else those that aren't muted, each by its volume; the mix would double them. Where no track is
/// the mix, the one that the file names as the usual, or else the first, stands for it as in other players,
/// until a setting is changed. Empty: silence.
[[nodiscard]] std::vector<HeardTrack> soundChoice(const std::vector<PlayerTrack>& tracks,
                                                  const std::map<int, TrackSetting>& settings);

} // namespace mockingbird::review
