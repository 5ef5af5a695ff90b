// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "review/playback/recording_input.h"
#include "review/waveform/waveform.h"

#include <cstdint>
#include <optional>

namespace mockingbird::review {

/// Decodes the packets of one sound track into its peaks, as the samples come: neither their rate nor their
/// channels are changed. What is damaged or missing stays silent. For one thread.
class PeakDecoder {
public:
    /// With `buckets` silent buckets of `bucket` each. A sound that can't be decoded stays silent, and is
    /// logged.
    PeakDecoder(const RecordingInput& input, const PlayerTrack& track, MediaTime bucket, std::size_t buckets);

    /// A packet of this track; nullptr at the end.
    void add(const AVPacket* packet);
    [[nodiscard]] const TrackPeaks& peaks() const { return m_peaks; }
    [[nodiscard]] TrackPeaks take() { return std::move(m_peaks); }

private:
    void add(const AVFrame& frame);
    template <class Sample>
    void addSamples(const AVFrame& frame, std::int64_t first);

    const AVRational m_timeBase;
    const MediaTime m_zero; ///< where the recording counts this track's timestamp 0
    const MediaTime m_bucket;
    media::AvCodecContext m_decoder;
    media::AvFrame m_frame;
    TrackPeaks m_peaks;
    std::optional<std::int64_t> m_next; ///< the sample after the last one, since the recording's start
};

} // namespace mockingbird::review
