// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/audio_aligner.h"

#include "common/base/log.h"
#include "common/media/av_error.h"
#include "recorder/sync/running_clock.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace mockingbird::recorder {

namespace {

constexpr double kMillisecond = kSampleRate / 1000.0;
/// A single stamp that is off by more is a gap or an overlap, not jitter.
constexpr double kGap = 60 * kMillisecond;
/// Off by more on average, stretching would take too long: a cut is heard less than an echo is seen.
constexpr double kSnap = 30 * kMillisecond;
/// Below this nothing is stretched, so that a device in step costs no resampling.
constexpr double kInStep = 1 * kMillisecond;
/// A device's first stamps may be unsure. Those of a sound server by PulseSource stay within 0.2 ms from the
/// first on (measured under PipeWire).
constexpr double kSettlingSeconds = 1.0;
constexpr double kSmoothingSeconds = 5.0;
constexpr double kCorrectionEvery = 0.5;
/// The error is taken out over this time; at 300 ppm it settles at 3 ms.
constexpr double kCorrectionSeconds = 10.0;
/// Three times what a bad crystal is off by; a sixtieth of a semitone.
constexpr double kMostStretch = 0.001;
/// Longer silences than this are not stored: no mixer lags so far behind.
constexpr std::int64_t kLongestGap = 10LL * kSampleRate;

} // namespace

Result<void> AudioAligner::configure(const AVFrame& frame) {
    AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    AVChannelLayout layout{};
    // Devices name a number of channels, not where they are.
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&layout, frame.ch_layout.nb_channels);
    else
        av_channel_layout_copy(&layout, &frame.ch_layout);
    SwrContext* made = nullptr;
    int result =
        swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_FLT, kSampleRate, &layout,
                            static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    const bool mono = layout.nb_channels == 1;
    av_channel_layout_uninit(&layout);
    m_resampler.reset(made);
    // One microphone is heard on both sides as loud as it is; by itself libswresample takes 3 dB off.
    constexpr std::array kBothSides{1.0, 1.0};
    if (result >= 0 && mono)
        result = swr_set_matrix(m_resampler.get(), kBothSides.data(), 1);
    if (result >= 0)
        result = swr_init(m_resampler.get());
    if (result < 0)
        return media::errorFromAv(result, "this sound can't be resampled");
    m_rate = frame.sample_rate;
    m_format = frame.format;
    m_channels = frame.ch_layout.nb_channels;
    return {};
}

Result<void> AudioAligner::resample(const AVFrame* frame) {
    const int inputs = frame == nullptr ? 0 : frame->nb_samples;
    const int room = swr_get_out_samples(m_resampler.get(), inputs);
    if (room < 0)
        return media::errorFromAv(room, "this sound can't be resampled");
    m_resampled.resize(static_cast<std::size_t>(room) * kChannels);
    std::array<std::uint8_t*, 1> out{reinterpret_cast<std::uint8_t*>(m_resampled.data())};
    const auto** in = frame == nullptr ? nullptr : const_cast<const std::uint8_t**>(frame->extended_data);
    const int count = swr_convert(m_resampler.get(), out.data(), room, in, inputs);
    if (count < 0)
        return media::errorFromAv(count, "this sound can't be resampled");
    m_resampled.resize(static_cast<std::size_t>(count) * kChannels);
    return {};
}

void AudioAligner::place(double error, double seconds) {
    m_heard += seconds;
    if (!m_started || std::abs(error) > kGap || std::abs(m_error) > kSnap) {
        const double jump = m_started && std::abs(error) <= kGap ? m_error : error;
        const auto samples = std::llround(jump);
        m_skip = std::max<std::int64_t>(0, -samples);
        if (samples > 0) {
            if (samples > kLongestGap)
                m_samples.clear();
            const auto silence = std::min<std::int64_t>(samples, kLongestGap);
            m_samples.insert(m_samples.end(), static_cast<std::size_t>(silence) * kChannels, 0.0F);
            m_end += samples;
        }
        if (m_heard > seconds)
            log(LogLevel::Notice, "recorder",
                "sound placed anew by " + std::to_string(std::llround(jump / kMillisecond)) + " ms after " +
                    std::to_string(std::llround(m_heard)) + " s" + (m_started ? "" : ", having come late"));
        m_started = true;
        m_error = 0;
        m_sinceCorrection = 0;
        return;
    }
    if (m_heard < kSettlingSeconds)
        return;
    m_error += (error - m_error) * std::min(1.0, seconds / kSmoothingSeconds);
    m_sinceCorrection += seconds;
    if (m_sinceCorrection < kCorrectionEvery)
        return;
    m_sinceCorrection = 0;
    if (std::abs(m_error) < kInStep && swr_get_delay(m_resampler.get(), kSampleRate) == 0)
        return;
    const double distance = kCorrectionEvery * kSampleRate;
    const double stretch =
        std::clamp(m_error / (kCorrectionSeconds * kSampleRate), -kMostStretch, kMostStretch);
    // A refusal costs exactness alone, and the next snap repairs that.
    static_cast<void>(swr_set_compensation(
        m_resampler.get(), static_cast<int>(std::lround(stretch * distance)), static_cast<int>(distance)));
}

void AudioAligner::append() {
    const auto count = static_cast<std::int64_t>(m_resampled.size() / kChannels);
    const std::int64_t cut = std::min(m_skip, count);
    m_skip -= cut;
    m_samples.insert(m_samples.end(), m_resampled.begin() + cut * kChannels, m_resampled.end());
    m_end += count - cut;
}

Result<void> AudioAligner::add(const AVFrame& frame, std::int64_t at) {
    if (m_resampler == nullptr || m_rate != frame.sample_rate || m_format != frame.format ||
        m_channels != frame.ch_layout.nb_channels) {
        TRY(configure(frame));
    }
    const double expected = static_cast<double>(m_end - m_skip) +
                            static_cast<double>(swr_get_delay(m_resampler.get(), kSampleRate));
    place(static_cast<double>(at) - expected,
          static_cast<double>(frame.nb_samples) / static_cast<double>(frame.sample_rate));
    TRY(resample(&frame));
    append();
    return {};
}

void AudioAligner::restart() {
    m_resampler.reset();
    m_started = false;
    m_error = 0;
    m_heard = 0;
    m_skip = 0;
}

void AudioAligner::take(std::int64_t from, std::span<float> out) {
    std::ranges::fill(out, 0.0F);
    const auto count = static_cast<std::int64_t>(out.size() / kChannels);
    const std::int64_t until = from + count;
    // Only the newest sound is stored, so the first stored sample lies so far before the end.
    const std::int64_t first = m_end - static_cast<std::int64_t>(m_samples.size() / kChannels);
    const std::int64_t begin = std::max(from, first);
    const std::int64_t end = std::min(until, m_end);
    if (begin < end)
        std::copy(m_samples.begin() + (begin - first) * kChannels,
                  m_samples.begin() + (end - first) * kChannels, out.begin() + (begin - from) * kChannels);
    const std::int64_t past = std::clamp<std::int64_t>(until - first, 0, m_end - first);
    m_samples.erase(m_samples.begin(), m_samples.begin() + past * kChannels);
    if (until > m_end) {
        // Silence was given for this stretch. Sound that still comes for it is late and its place is taken,
        // so what comes next is placed anew.
        m_started = false;
        m_end = until;
    }
}

} // namespace mockingbird::recorder
