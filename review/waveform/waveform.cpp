// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/waveform.h"

#include "common/base/log.h"
#include "review/playback/sound_track.h"
#include "review/waveform/peaks_file.h"

#include <algorithm>
#include <chrono>

namespace mockingbird::review {

namespace {

constexpr MediaTime kBucket(std::chrono::milliseconds(20));
constexpr std::int64_t kBucketFrames = SoundTrack::kSampleRate / 50;
constexpr double kProgressStep = 0.05;

/// Tells of each twentieth once.
class Progress {
public:
    explicit Progress(const std::function<void(double)>& tell) : m_tell(tell) {}
    void reach(double part) {
        part = std::clamp(part, 0.0, 1.0);
        if (!m_tell || (part < m_told + kProgressStep && part < 1.0) || part <= m_told)
            return;
        m_told = part;
        m_tell(part);
    }

private:
    const std::function<void(double)>& m_tell;
    double m_told = 0;
};

/// Takes samples from the recording's start on; a bucket's peaks are those of either channel.
class PeakCollector {
public:
    explicit PeakCollector(TrackPeaks& peaks) : m_peaks(peaks) {}
    void add(const std::vector<float>& samples) {
        for (std::size_t i = 0; i < samples.size(); i += SoundTrack::kChannels) {
            if (m_frame++ % kBucketFrames == 0) {
                m_peaks.low.push_back(0);
                m_peaks.high.push_back(0);
            }
            for (std::size_t channel = 0; channel < SoundTrack::kChannels; ++channel) {
                const float sample = std::clamp(samples[i + channel], -1.0F, 1.0F);
                m_peaks.low.back() = std::min(m_peaks.low.back(), sample);
                m_peaks.high.back() = std::max(m_peaks.high.back(), sample);
            }
        }
    }

private:
    TrackPeaks& m_peaks;
    std::int64_t m_frame = 0;
};

} // namespace

Result<Waveform> computeWaveform(const std::filesystem::path& file, std::stop_token stop,
                                 const std::function<void(double)>& progress,
                                 const std::function<void(const Waveform&)>& grown) {
    Waveform waveform;
    waveform.bucket = kBucket;
    std::vector<PlayerTrack> tracks;
    {
        const RecordingInput input = TRY(RecordingInput::open(file));
        waveform.duration = input.duration();
        tracks = input.soundTracks();
    }
    Progress told(progress);
    const auto buckets = static_cast<std::size_t>(
        (waveform.duration.microseconds() + kBucket.microseconds() - 1) / kBucket.microseconds());
    for (std::size_t index = 0; index < tracks.size(); ++index) {
        const auto sound = TRY(SoundTrack::open(file, tracks[index].stream));
        TRY(sound->jump(MediaTime()));
        TrackPeaks& peaks = waveform.tracks.emplace_back();
        peaks.stream = tracks[index].stream;
        peaks.name = tracks[index].name;
        peaks.mix = tracks[index].mix;
        PeakCollector collector(peaks);
        while (const auto block = TRY(sound->next())) {
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, "the waveform of " + file.string(), 0};
            collector.add(block->samples);
            const double part =
                waveform.duration > MediaTime() ? block->end.seconds() / waveform.duration.seconds() : 1;
            told.reach((static_cast<double>(index) + std::min(part, 0.999)) /
                       static_cast<double>(tracks.size()));
            if (peaks.low.size() > buckets) // a timestamp gone wild would go on for days
                break;
        }
        // As many buckets as the recording has, silence where the track ends before it.
        peaks.low.resize(buckets);
        peaks.high.resize(buckets);
        if (grown)
            grown(waveform);
    }
    told.reach(1);
    return waveform;
}

Result<Waveform> cachedWaveform(const std::filesystem::path& file, std::stop_token stop,
                                const std::function<void(double)>& progress,
                                const std::function<void(const Waveform&)>& grown) {
    if (auto cached = readPeaks(file)) {
        if (progress)
            progress(1);
        return *std::move(cached);
    }
    Waveform waveform = TRY(computeWaveform(file, std::move(stop), progress, grown));
    if (const auto written = writePeaks(file, waveform); !written.ok())
        log(LogLevel::Notice, "waveform", written.error().detail);
    return waveform;
}

} // namespace mockingbird::review
