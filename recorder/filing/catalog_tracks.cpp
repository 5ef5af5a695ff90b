// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/catalog_tracks.h"

#include <algorithm>

namespace mockingbird::recorder {

std::vector<catalog::Track> catalogTracks(const std::vector<RecordedTrack>& tracks) {
    std::vector<catalog::Track> filed;
    for (const RecordedTrack& track : tracks)
        filed.push_back({track.index, track.video ? catalog::TrackKind::Video : catalog::TrackKind::Audio,
                         track.mix ? catalog::TrackRole::Mix : catalog::TrackRole::Source,
                         track.mix ? std::string() : track.source.toString(), track.name, track.codec,
                         track.width, track.height, track.sampleRate});
    return filed;
}

std::vector<catalog::Track> catalogTracks(const media::MediaSummary& summary) {
    using Kind = media::StreamSummary::Kind;
    const auto sounds = std::ranges::count(summary.streams, Kind::Audio, &media::StreamSummary::kind);
    std::vector<catalog::Track> filed;
    for (const media::StreamSummary& stream : summary.streams) {
        if (stream.kind == Kind::Other)
            continue;
        const bool video = stream.kind == Kind::Video;
        const bool mix = stream.source == "mix" || (!video && sounds == 1);
        filed.push_back({stream.index, video ? catalog::TrackKind::Video : catalog::TrackKind::Audio,
                         mix ? catalog::TrackRole::Mix : catalog::TrackRole::Source,
                         mix ? std::string() : stream.source, stream.title, stream.codec, stream.width,
                         stream.height, stream.sampleRate});
    }
    return filed;
}

} // namespace mockingbird::recorder
