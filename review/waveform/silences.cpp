// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/silences.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

/// Of what a track holds besides nothing at all, so much is at least as loud as its speech's louder half.
constexpr double kSpeechPart = 0.95;
constexpr double kNoisePart = 0.10;
/// A track that never gets louder, about -50 dBFS, is one of a microphone nobody spoke into.
constexpr float kNoSpeech = 0.003F;
/// A steady noise rises this far above its own usual peaks, 6 dB, ...
constexpr float kAboveNoise = 2.0F;
/// ... and speech stays this far above a noise it can be told from, 14 dB.
constexpr float kAboveQuiet = 5.0F;

float peakOf(const TrackPeaks& track, std::size_t bucket) {
    return std::max(track.high[bucket], -track.low[bucket]);
}

/// Below it the track is quiet; infinite where nobody speaks on it.
float thresholdOf(const TrackPeaks& track, const SilenceSettings& settings) {
    std::vector<float> peaks;
    for (std::size_t i = 0; i < track.high.size(); ++i) {
        if (const float peak = peakOf(track, i); peak > 0)
            peaks.push_back(peak);
    }
    if (peaks.empty())
        return INFINITY;
    const auto at = [&](double part) {
        const auto place =
            peaks.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(peaks.size() - 1));
        std::ranges::nth_element(peaks, place);
        return *place;
    };
    const float speech = at(kSpeechPart);
    if (speech < kNoSpeech)
        return INFINITY;
    const float quiet = speech * static_cast<float>(std::pow(10.0, -settings.belowSpeech / 20));
    return std::min(std::max(quiet, at(kNoisePart) * kAboveNoise), speech / kAboveQuiet);
}

struct Listened {
    const TrackPeaks* track;
    float threshold;
};

/// The sources' tracks that hold speech; the mix where it is alone.
std::vector<Listened> listenedTracks(const Waveform& waveform, const SilenceSettings& settings) {
    const bool mixAlone = std::ranges::all_of(waveform.tracks, &TrackPeaks::mix);
    std::vector<Listened> listened;
    for (const TrackPeaks& track : waveform.tracks) {
        if (track.mix && !mixAlone)
            continue;
        if (const float threshold = thresholdOf(track, settings); std::isfinite(threshold))
            listened.push_back({&track, threshold});
    }
    return listened;
}

} // namespace

bool holdsSpeech(const Waveform& waveform, SilenceSettings settings) {
    return !listenedTracks(waveform, settings).empty();
}

std::vector<PlayRange> silences(const Waveform& waveform, SilenceSettings settings) {
    const std::vector<Listened> listened = listenedTracks(waveform, settings);
    if (listened.empty() || waveform.bucket <= MediaTime())
        return {};

    std::vector<PlayRange> ranges;
    const std::int64_t bucket = waveform.bucket.microseconds();
    const auto buckets = (waveform.duration.microseconds() + bucket - 1) / bucket;
    std::int64_t begun = 0;
    const auto endAt = [&](std::int64_t end) {
        const MediaTime from = MediaTime::fromMicroseconds(begun * bucket);
        const MediaTime until = std::min(MediaTime::fromMicroseconds(end * bucket), waveform.duration);
        if (until - from >= settings.least && until - from > settings.kept + settings.kept)
            ranges.push_back({from + settings.kept, until - settings.kept});
    };
    for (std::int64_t i = 0; i < buckets; ++i) {
        const bool loud = std::ranges::any_of(listened, [&](const Listened& one) {
            const auto index = static_cast<std::size_t>(i);
            return index < one.track->high.size() && peakOf(*one.track, index) >= one.threshold;
        });
        if (!loud)
            continue;
        endAt(i);
        begun = i + 1;
    }
    endAt(buckets);
    return ranges;
}

} // namespace mockingbird::review
