// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_track.h"

#include "common/media/av_error.h"
#include "review/playback/track_decoder.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <array>
#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// Codecs lean on the packets before: AAC on one, Opus on 80 ms.
constexpr MediaTime kPreroll(150ms);
/// Timestamps that are off by less are rounding, not gaps.
constexpr std::int64_t kTolerance = SoundTrack::kSampleRate / 50;

} // namespace

std::int64_t SoundTrack::sampleAt(MediaTime time) {
    return av_rescale_rnd(time.microseconds(), kSampleRate, 1'000'000, AV_ROUND_NEAR_INF);
}

SoundTrack::SoundTrack(RecordingInput input, int stream, media::AvCodecContext decoder)
    : m_input(std::move(input)), m_stream(stream), m_decoder(std::move(decoder)) {
    m_input.select(stream);
}

Result<std::unique_ptr<SoundTrack>> SoundTrack::open(const std::filesystem::path& file, int stream) {
    RecordingInput input = TRY(RecordingInput::open(file));
    media::AvCodecContext decoder = TRY(openTrackDecoder(
        input.stream(stream), input.name(), [](AVCodecContext& context) { context.thread_count = 1; }));
    return std::unique_ptr<SoundTrack>(new SoundTrack(std::move(input), stream, std::move(decoder)));
}

MediaTime SoundTrack::timeOfSample(std::int64_t index) const {
    return MediaTime::fromMicroseconds(av_rescale_rnd(index, 1'000'000, kSampleRate, AV_ROUND_NEAR_INF));
}

Result<void> SoundTrack::jump(MediaTime time) {
    m_next = sampleAt(time);
    // Containers interleave loosely: where the first sound found is already past, enter earlier.
    for (MediaTime margin = kPreroll;; margin = margin + margin + MediaTime(1s)) {
        const bool fromStart = margin >= time;
        if (fromStart) {
            TRY(m_input.seekToStart());
        } else {
            TRY(m_input.seek(m_stream, time - margin));
        }
        avcodec_flush_buffers(m_decoder.get());
        m_resampler.reset();
        m_samples.clear();
        m_silence = 0;
        m_entered.reset();
        m_decoded.reset();
        m_drained = false;
        while (!m_drained && m_samples.empty() && m_silence == 0)
            TRY(decode());
        if (fromStart || (m_entered && *m_entered <= m_next))
            return {};
    }
}

Result<std::optional<SoundBlock>> SoundTrack::next() {
    if (m_silence > 0) {
        const std::int64_t frames = std::min(m_silence, kBlockFrames);
        m_silence -= frames;
        SoundBlock block{timeOfSample(m_next), timeOfSample(m_next + frames),
                         std::vector<float>(static_cast<std::size_t>(frames * kChannels))};
        m_next += frames;
        return std::optional(std::move(block));
    }
    while (!m_drained && m_samples.empty()) {
        TRY(decode());
        if (m_silence > 0)
            return next();
    }
    if (m_samples.empty())
        return std::optional<SoundBlock>();
    const auto frames = static_cast<std::int64_t>(m_samples.size()) / kChannels;
    SoundBlock block{timeOfSample(m_next), timeOfSample(m_next + frames), std::exchange(m_samples, {})};
    m_next += frames;
    return std::optional(std::move(block));
}

/// One step: a frame out of the decoder, or a packet into it.
Result<void> SoundTrack::decode() {
    const media::AvFrame frame(av_frame_alloc());
    if (frame == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    const int result = avcodec_receive_frame(m_decoder.get(), frame.get());
    if (result >= 0)
        return append(frame.get());
    if (result == AVERROR(EAGAIN)) {
        const media::AvPacket packet = TRY(m_input.read());
        // A packet that the decoder refuses is damaged; its time is filled with silence.
        (void)avcodec_send_packet(m_decoder.get(), packet.get());
    } else if (result == AVERROR_EOF) {
        m_drained = true;
    }
    return {};
}

Result<void> SoundTrack::append(const AVFrame* frame) {
    if (m_resampler == nullptr || frame->format != m_format || frame->sample_rate != m_rate ||
        av_channel_layout_compare(&frame->ch_layout, &m_layout) != 0) {
        AVChannelLayout input{};
        // A layout that isn't one of the named ones is taken for the usual one of that many channels.
        if (frame->ch_layout.order == AV_CHANNEL_ORDER_NATIVE)
            input = AVChannelLayout{
                AV_CHANNEL_ORDER_NATIVE, frame->ch_layout.nb_channels, {frame->ch_layout.u.mask}, nullptr};
        else
            av_channel_layout_default(&input, frame->ch_layout.nb_channels);
        AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
        SwrContext* resampler = nullptr;
        int result =
            swr_alloc_set_opts2(&resampler, &stereo, AV_SAMPLE_FMT_FLT, kSampleRate, &input,
                                static_cast<AVSampleFormat>(frame->format), frame->sample_rate, 0, nullptr);
        m_resampler.reset(resampler);
        // One channel is heard on both sides as loud as it is, as the recorder mixes it; by itself
        // libswresample takes 3 dB off.
        constexpr std::array kBothSides{1.0, 1.0};
        if (result >= 0 && input.nb_channels == 1)
            result = swr_set_matrix(resampler, kBothSides.data(), 1);
        if (result >= 0)
            result = swr_init(resampler);
        if (result < 0)
            return media::errorFromAv(result, "the sound of " + m_input.name());
        m_layout = input;
        m_format = frame->format;
        m_rate = frame->sample_rate;
    }

    const int room = swr_get_out_samples(m_resampler.get(), frame->nb_samples);
    std::vector<float> samples(static_cast<std::size_t>(std::max(room, 0)) * kChannels);
    // Where its samples stand: by the frame's time, less what the resampler still held back from those
    // before.
    const std::int64_t delay = swr_get_delay(m_resampler.get(), kSampleRate);
    auto* out = reinterpret_cast<std::uint8_t*>(samples.data());
    const int count = swr_convert(m_resampler.get(), &out, room,
                                  const_cast<const std::uint8_t**>(frame->extended_data), frame->nb_samples);
    if (count <= 0)
        return {};
    samples.resize(static_cast<std::size_t>(count) * kChannels);

    const std::int64_t timestamp = frame->pts != AV_NOPTS_VALUE ? frame->pts : frame->best_effort_timestamp;
    std::int64_t at = m_decoded.value_or(m_next);
    if (timestamp != AV_NOPTS_VALUE) {
        const std::int64_t said = sampleAt(m_input.timeOf(timestamp, m_stream)) - delay;
        if (!m_decoded || std::abs(said - *m_decoded) > kTolerance)
            at = said;
    }
    m_decoded = at + count;
    if (!m_entered)
        m_entered = at;
    const std::int64_t wanted = m_next + m_silence + static_cast<std::int64_t>(m_samples.size()) / kChannels;
    if (at + count <= wanted)
        return {};
    if (at > wanted)
        m_silence += at - wanted;
    else
        samples.erase(samples.begin(), samples.begin() + (wanted - at) * kChannels);
    m_samples.insert(m_samples.end(), samples.begin(), samples.end());
    return {};
}

} // namespace mockingbird::review
