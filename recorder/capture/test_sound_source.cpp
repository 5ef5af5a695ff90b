// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/test_sound_source.h"

#include "common/media/av_error.h"
#include "recorder/capture/test_pattern.h"

#include <cmath>
#include <numbers>

namespace mockingbird::recorder {

namespace {

constexpr int kPieceSamples = 960; ///< 20 ms, as sound servers give it
constexpr int kTestChannels = 2;

double wave(std::int64_t sample, double hertz) {
    return std::sin(2 * std::numbers::pi * hertz * static_cast<double>(sample) / kSampleRate);
}

} // namespace

TestSoundSource::TestSoundSource(std::shared_ptr<PaceClock> clock, int source)
    : m_clock(std::move(clock)), m_hertz(test_pattern::toneHertz(source)) {}

Result<void> TestSoundSource::open(std::stop_token) {
    return {};
}

Result<std::optional<Captured>> TestSoundSource::next(std::stop_token stop) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = kSampleRate;
    frame->nb_samples = kPieceSamples;
    av_channel_layout_default(&frame->ch_layout, kTestChannels);
    if (const int result = av_frame_get_buffer(frame.get(), 0); result < 0)
        return media::errorFromAv(result, "test sound");

    auto* samples = reinterpret_cast<float*>(frame->data[0]);
    for (int i = 0; i < kPieceSamples; ++i) {
        const std::int64_t at = m_position + i;
        double value = test_pattern::kToneLevel * wave(at, m_hertz);
        if (at % kSampleRate < kSampleRate / 1000 * test_pattern::kBeepMilliseconds)
            value += test_pattern::kBeepLevel * wave(at % kSampleRate, test_pattern::kBeepHertz);
        samples[kTestChannels * i] = samples[kTestChannels * i + 1] = static_cast<float>(value);
    }
    const RunningClock timeline(m_clock->epoch());
    const SteadyTime begins = timeline.timeOf(m_position);
    m_position += kPieceSamples;
    // Like a device's, a piece can be had once its last sample was.
    if (!m_clock->waitUntil(timeline.timeOf(m_position), stop))
        return std::optional<Captured>();
    return std::optional<Captured>(Captured{std::move(frame), begins});
}

} // namespace mockingbird::recorder
