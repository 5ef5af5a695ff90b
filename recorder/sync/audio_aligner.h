// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mockingbird::recorder {

/// Lays one source's sound on the running timeline: resampled to 48 kHz stereo, gaps filled with silence,
/// overlaps cut, the drift of the device's clock taken out by stretching. For one thread.
class AudioAligner {
public:
    static constexpr int kChannels = 2;

    /// Adds sound whose first sample was captured at the running sample `at`.
    Result<void> add(const AVFrame& frame, std::int64_t at);

    /// What is added next comes from another device, or from the same one after it was away: nothing of its
    /// clock and format is known. What was added stays.
    void restart();

    /// Up to where there is sound, as a running sample.
    [[nodiscard]] std::int64_t end() const { return m_end; }

    /// Writes the interleaved samples from `from` on into `out`, silence where there are none, and forgets
    /// all sound before its end: what comes later for that stretch is cut.
    void take(std::int64_t from, std::span<float> out);

    /// By how many samples the source is off its place, smoothed.
    [[nodiscard]] double drift() const { return m_error; }
    /// The sound added last, aligned: for the meter.
    [[nodiscard]] std::span<const float> latest() const { return m_resampled; }

private:
    Result<void> configure(const AVFrame& frame);
    Result<void> resample(const AVFrame* frame);
    void place(double error, double seconds);
    void append();

    media::SwrHandle m_resampler;
    int m_rate = 0;
    int m_format = -1;
    int m_channels = 0;
    bool m_started = false;
    double m_error = 0;           ///< smoothed
    double m_sinceCorrection = 0; ///< seconds
    double m_heard = 0;           ///< seconds of sound since the beginning
    std::int64_t m_skip = 0;      ///< samples yet to be cut from what comes next
    std::int64_t m_end = 0;
    std::vector<float> m_samples; ///< the sound before m_end, interleaved
    std::vector<float> m_resampled;
};

} // namespace mockingbird::recorder
