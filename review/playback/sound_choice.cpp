// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_choice.h"

#include <algorithm>

namespace mockingbird::review {

std::vector<HeardTrack> soundChoice(const std::vector<PlayerTrack>& tracks,
                                    const std::map<int, TrackSetting>& settings) {
    const auto settingOf = [&](const PlayerTrack& track) {
        const auto found = settings.find(track.stream);
        return found == settings.end() ? TrackSetting{} : found->second;
    };
    std::vector<HeardTrack> heard;
    const auto hear = [&](const PlayerTrack& track) {
        if (const double volume = std::clamp(settingOf(track).volume, 0.0, 2.0); volume > 0)
            heard.push_back({track.stream, volume});
    };
    const auto untouched = [&](const PlayerTrack& track) {
        return track.mix || settingOf(track) == TrackSetting{};
    };
    const auto mix = std::ranges::find_if(tracks, &PlayerTrack::mix);
    const bool sourcesUntouched = std::ranges::all_of(tracks, untouched);
    if (mix != tracks.end() && (settingOf(*mix).soloed || sourcesUntouched || tracks.size() == 1)) {
        if (settingOf(*mix).soloed || !settingOf(*mix).muted)
            hear(*mix);
        return heard;
    }
    if (mix == tracks.end() && sourcesUntouched) {
        const auto usual = std::ranges::find_if(tracks, &PlayerTrack::usual);
        if (!tracks.empty())
            hear(usual == tracks.end() ? tracks.front() : *usual);
        return heard;
    }
    const bool anySoloed = std::ranges::any_of(
        tracks, [&](const PlayerTrack& track) { return !track.mix && settingOf(track).soloed; });
    for (const PlayerTrack& track : tracks) {
        const TrackSetting setting = settingOf(track);
        if (!track.mix && (anySoloed ? setting.soloed : !setting.muted))
            hear(track);
    }
    return heard;
}

} // namespace mockingbird::review
