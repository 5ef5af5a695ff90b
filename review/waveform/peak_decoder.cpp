// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/peak_decoder.h"

#include "common/base/log.h"

extern "C" {
#include <libavutil/mathematics.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <type_traits>

namespace mockingbird::review {

namespace {

constexpr AVRational kMicroseconds{1, 1'000'000};
/// Timestamps that are off by less are rounding, not gaps.
constexpr int kTolerancePerSecond = 50;
constexpr int kLanes = 8;

media::AvCodecContext opened(const AVStream& stream) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    media::AvCodecContext decoder(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (decoder == nullptr || avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0)
        return {};
    decoder->pkt_timebase = stream.time_base;
    decoder->thread_count = 1;
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return {};
    return decoder;
}

/// The lowest and the highest of `count` samples, from -1 to 1.
template <class Sample>
std::pair<float, float> lowestAndHighest(const Sample* samples, std::int64_t count) {
    // Several at once, so that none waits for the one before it.
    std::array<Sample, kLanes> lows{};
    lows.fill(samples[0]);
    std::array<Sample, kLanes> highs = lows;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const Sample sample = samples[i + static_cast<std::int64_t>(lane)];
            lows[lane] = sample < lows[lane] ? sample : lows[lane];
            highs[lane] = highs[lane] < sample ? sample : highs[lane];
        }
    }
    for (; i < count; ++i) {
        lows[0] = std::min(lows[0], samples[i]);
        highs[0] = std::max(highs[0], samples[i]);
    }
    const Sample low = std::ranges::min(lows);
    const Sample high = std::ranges::max(highs);
    if constexpr (std::is_same_v<Sample, std::uint8_t>)
        return {(static_cast<float>(low) - 128.0F) / 128.0F, (static_cast<float>(high) - 128.0F) / 128.0F};
    else if constexpr (std::is_integral_v<Sample>)
        return {static_cast<float>(low) / static_cast<float>(std::numeric_limits<Sample>::max()),
                static_cast<float>(high) / static_cast<float>(std::numeric_limits<Sample>::max())};
    else
        return {static_cast<float>(low), static_cast<float>(high)};
}

} // namespace

PeakDecoder::PeakDecoder(const RecordingInput& input, const PlayerTrack& track, MediaTime bucket,
                         std::size_t buckets)
    : m_timeBase(input.stream(track.stream).time_base), m_zero(input.timeOf(0, track.stream)),
      m_bucket(bucket), m_decoder(opened(input.stream(track.stream))), m_frame(av_frame_alloc()) {
    m_peaks.stream = track.stream;
    m_peaks.name = track.name;
    m_peaks.mix = track.mix;
    m_peaks.low.resize(buckets);
    m_peaks.high.resize(buckets);
    if (m_decoder == nullptr)
        log(LogLevel::Warning, "waveform", input.name() + ": the sound " + track.name + " can't be decoded");
}

void PeakDecoder::add(const AVPacket* packet) {
    // A packet that the decoder refuses is damaged; the ones after it may not be.
    if (m_decoder == nullptr || m_frame == nullptr || avcodec_send_packet(m_decoder.get(), packet) < 0)
        return;
    while (avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0)
        add(*m_frame);
}

void PeakDecoder::add(const AVFrame& frame) {
    if (frame.sample_rate <= 0 || frame.nb_samples <= 0 || frame.ch_layout.nb_channels <= 0)
        return;
    const std::int64_t timestamp = frame.pts != AV_NOPTS_VALUE ? frame.pts : frame.best_effort_timestamp;
    std::int64_t first = m_next.value_or(0);
    if (timestamp != AV_NOPTS_VALUE) {
        const std::int64_t time = av_rescale_q(timestamp, m_timeBase, kMicroseconds) + m_zero.microseconds();
        const std::int64_t said = av_rescale(time, frame.sample_rate, 1'000'000);
        if (!m_next || std::abs(said - *m_next) > frame.sample_rate / kTolerancePerSecond)
            first = said;
    }
    m_next = first + frame.nb_samples;
    switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
    case AV_SAMPLE_FMT_FLT:
        return addSamples<float>(frame, first);
    case AV_SAMPLE_FMT_DBL:
        return addSamples<double>(frame, first);
    case AV_SAMPLE_FMT_S16:
        return addSamples<std::int16_t>(frame, first);
    case AV_SAMPLE_FMT_S32:
        return addSamples<std::int32_t>(frame, first);
    case AV_SAMPLE_FMT_S64:
        return addSamples<std::int64_t>(frame, first);
    case AV_SAMPLE_FMT_U8:
        return addSamples<std::uint8_t>(frame, first);
    default:
        return;
    }
}

template <class Sample>
void PeakDecoder::addSamples(const AVFrame& frame, std::int64_t first) {
    const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    const int planes = planar ? frame.ch_layout.nb_channels : 1;
    const std::int64_t together = planar ? 1 : frame.ch_layout.nb_channels;
    const std::int64_t bucket = m_bucket.microseconds();
    std::int64_t at = std::max<std::int64_t>(0, -first);
    while (at < frame.nb_samples) {
        const std::int64_t index = (first + at) * 1'000'000 / (bucket * frame.sample_rate);
        if (index >= static_cast<std::int64_t>(m_peaks.low.size()))
            return;
        const std::int64_t bucketEnd = ((index + 1) * bucket * frame.sample_rate + 999'999) / 1'000'000;
        const std::int64_t end = std::clamp<std::int64_t>(bucketEnd - first, at + 1, frame.nb_samples);
        float& low = m_peaks.low[static_cast<std::size_t>(index)];
        float& high = m_peaks.high[static_cast<std::size_t>(index)];
        for (int plane = 0; plane < planes; ++plane) {
            const auto* samples = reinterpret_cast<const Sample*>(frame.extended_data[plane]);
            const auto [lowest, highest] = lowestAndHighest(samples + at * together, (end - at) * together);
            low = std::clamp(lowest, -1.0F, low);
            high = std::clamp(highest, high, 1.0F);
        }
        at = end;
    }
}

} // namespace mockingbird::review
