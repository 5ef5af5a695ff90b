// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/waveform.h"

#include "common/base/log.h"
#include "review/waveform/peak_decoder.h"
#include "review/waveform/peaks_file.h"

#include <algorithm>
#include <chrono>

namespace mockingbird::review {

namespace {

constexpr MediaTime kBucket(std::chrono::milliseconds(20));
/// Of a recording of 48 hours; a longer one is a timestamp gone wild.
constexpr std::size_t kMostShown = 48ULL * 3600 * 50;
/// Progress is looked at after so many.
constexpr int kPacketsBetween = 8;
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

/// Tells of what has grown: at once, then at most so often that it costs little.
class Growth {
public:
    explicit Growth(const std::function<void(const Waveform&)>& tell) : m_tell(tell) {}
    [[nodiscard]] bool due() const { return m_tell && Clock::now() >= m_next; }
    void tell(const Waveform& waveform) {
        m_tell(waveform);
        m_next = Clock::now() + std::chrono::milliseconds(250);
    }

private:
    using Clock = std::chrono::steady_clock;
    const std::function<void(const Waveform&)>& m_tell;
    Clock::time_point m_next;
};

} // namespace

Result<Waveform> computeWaveform(const std::filesystem::path& file, std::stop_token stop,
                                 const std::function<void(double)>& progress,
                                 const std::function<void(const Waveform&)>& grown) {
    RecordingInput input = TRY(RecordingInput::open(file));
    Waveform waveform;
    waveform.bucket = kBucket;
    waveform.duration = input.duration();
    const auto buckets = std::min(
        kMostShown, static_cast<std::size_t>((waveform.duration.microseconds() + kBucket.microseconds() - 1) /
                                             kBucket.microseconds()));
    const std::vector<PlayerTrack> tracks = input.soundTracks();
    std::vector<int> streams;
    std::vector<PeakDecoder> decoders;
    decoders.reserve(tracks.size());
    for (const PlayerTrack& track : tracks) {
        streams.push_back(track.stream);
        decoders.emplace_back(input, track, kBucket, buckets);
    }
    input.selectAll(streams);
    Progress told(progress);
    Growth growth(grown);
    const auto soFar = [&] {
        waveform.tracks.clear();
        for (const PeakDecoder& decoder : decoders)
            waveform.tracks.push_back(decoder.peaks());
    };
    int packets = 0;
    while (!tracks.empty()) {
        const media::AvPacket packet = TRY(input.read());
        if (packet == nullptr)
            break;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the waveform of " + file.string(), 0};
        const auto track = std::ranges::find(streams, packet->stream_index);
        if (track == streams.end())
            continue;
        decoders[static_cast<std::size_t>(track - streams.begin())].add(packet.get());
        if (++packets % kPacketsBetween != 0)
            continue;
        if (const auto time = input.timeOf(*packet); time && waveform.duration > MediaTime())
            told.reach(std::min(time->seconds() / waveform.duration.seconds(), 0.999));
        if (growth.due()) {
            soFar();
            growth.tell(waveform);
        }
    }
    for (PeakDecoder& decoder : decoders)
        decoder.add(nullptr);
    soFar();
    if (grown && packets < kPacketsBetween)
        growth.tell(waveform);
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
