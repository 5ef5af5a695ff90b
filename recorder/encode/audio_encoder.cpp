// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/audio_encoder.h"

#include "common/media/av_error.h"
#include "recorder/sync/running_clock.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr std::int64_t kBitsPerSecond = 128'000;

} // namespace

Result<AudioEncoder> AudioEncoder::open() {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (codec == nullptr)
        return Error{ErrorCode::Unsupported, "this FFmpeg has no AAC encoder", 0};
    media::AvCodecContext context(avcodec_alloc_context3(codec));
    context->sample_rate = kSampleRate;
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    context->bit_rate = kBitsPerSecond;
    context->time_base = {1, kSampleRate};
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_channel_layout_default(&context->ch_layout, static_cast<int>(kChannels));
    media::AvOptions options;
    // The two-loop coder takes three times the processor for what speech doesn't show at this rate.
    options.set("aac_coder", "fast");
    if (const int result = avcodec_open2(context.get(), codec, options.address()); result < 0)
        return media::errorFromAv(result, "AAC");
    return AudioEncoder(std::move(context));
}

AudioEncoder::AudioEncoder(media::AvCodecContext context)
    : m_context(std::move(context)), m_frame(av_frame_alloc()) {}

Result<void> AudioEncoder::encode(std::span<const float> samples, const Sink& sink) {
    const auto frame = static_cast<std::size_t>(m_context->frame_size) * kChannels;
    m_pending.insert(m_pending.end(), samples.begin(), samples.end());
    std::size_t done = 0;
    for (; m_pending.size() - done >= frame; done += frame) {
        TRY(encodeFrame(std::span(m_pending).subspan(done, frame), sink));
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(done));
    return {};
}

Result<void> AudioEncoder::encodeFrame(std::span<const float> samples, const Sink& sink) {
    m_frame->format = m_context->sample_fmt;
    m_frame->sample_rate = kSampleRate;
    m_frame->nb_samples = static_cast<int>(samples.size() / kChannels);
    av_channel_layout_copy(&m_frame->ch_layout, &m_context->ch_layout);
    if (const int result = av_frame_get_buffer(m_frame.get(), 0); result < 0)
        return media::errorFromAv(result, "sound's memory");
    for (std::size_t channel = 0; channel < kChannels; ++channel) {
        auto* plane = reinterpret_cast<float*>(m_frame->extended_data[channel]);
        for (std::size_t i = 0; i < samples.size() / kChannels; ++i)
            plane[i] = samples[i * kChannels + channel];
    }
    m_frame->pts = m_position;
    m_position += m_frame->nb_samples;
    const int sent = avcodec_send_frame(m_context.get(), m_frame.get());
    av_frame_unref(m_frame.get());
    if (sent < 0)
        return media::errorFromAv(sent, "encoding sound");
    return receive(sink);
}

Result<void> AudioEncoder::flush(const Sink& sink) {
    if (!m_pending.empty()) {
        const std::vector<float> rest = std::exchange(m_pending, {});
        TRY(encodeFrame(rest, sink));
    }
    if (const int sent = avcodec_send_frame(m_context.get(), nullptr); sent < 0 && sent != AVERROR_EOF)
        return media::errorFromAv(sent, "encoding the last sound");
    return receive(sink);
}

Result<void> AudioEncoder::receive(const Sink& sink) {
    while (true) {
        media::AvPacket packet(av_packet_alloc());
        const int result = avcodec_receive_packet(m_context.get(), packet.get());
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
            return {};
        if (result < 0)
            return media::errorFromAv(result, "encoding sound");
        // The encoder's first packet is its run-up, from before zero. Without it every player, whether it
        // knows of such delays or not, puts the sound in its place; the first 21 ms fade in instead.
        if (packet->pts < 0)
            continue;
        sink(std::move(packet));
    }
}

} // namespace mockingbird::recorder
