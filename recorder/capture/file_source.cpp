// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/file_source.h"

#include "common/media/av_error.h"

#include <algorithm>

namespace mockingbird::recorder {

FileSource::FileSource(std::filesystem::path file, Stream stream, std::shared_ptr<PaceClock> clock)
    : m_file(std::move(file)), m_wanted(stream), m_clock(std::move(clock)) {}

Result<void> FileSource::open(std::stop_token) {
    m_input = TRY(media::openMediaInput(m_file));
    const bool picture = m_wanted == Stream::Picture;
    const AVCodec* codec = nullptr;
    m_stream = av_find_best_stream(m_input.context.get(), picture ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO,
                                   -1, -1, &codec, 0);
    if (m_stream < 0 || codec == nullptr)
        return Error{ErrorCode::Unsupported,
                     m_file.string() +
                         (picture ? " holds no picture we can read" : " holds no sound we can read"),
                     m_stream};
    for (unsigned i = 0; i < m_input.context->nb_streams; ++i) {
        if (static_cast<int>(i) != m_stream)
            m_input.context->streams[i]->discard = AVDISCARD_ALL;
    }
    m_decoder.reset(avcodec_alloc_context3(codec));
    m_packet.reset(av_packet_alloc());
    AVStream* stream = m_input.context->streams[m_stream];
    int result = avcodec_parameters_to_context(m_decoder.get(), stream->codecpar);
    m_decoder->pkt_timebase = stream->time_base;
    if (result >= 0)
        result = avcodec_open2(m_decoder.get(), codec, nullptr);
    if (result < 0)
        return media::errorFromAv(result, m_file.string());
    return {};
}

Result<bool> FileSource::decodeNext(AVFrame& frame) {
    while (true) {
        const int received = avcodec_receive_frame(m_decoder.get(), &frame);
        if (received >= 0)
            return true;
        if (received == AVERROR_EOF)
            return false;
        if (received != AVERROR(EAGAIN))
            return media::errorFromAv(received, m_file.string());

        const int read = av_read_frame(m_input.context.get(), m_packet.get());
        if (const auto failure = m_input.file->failure())
            return *failure;
        if (read < 0) {
            // The end, or damage from here on: what was read until now is played out.
            if (!m_draining)
                avcodec_send_packet(m_decoder.get(), nullptr);
            m_draining = true;
            continue;
        }
        // A damaged packet costs its own frames alone.
        if (m_packet->stream_index == m_stream)
            static_cast<void>(avcodec_send_packet(m_decoder.get(), m_packet.get()));
        av_packet_unref(m_packet.get());
    }
}

Result<std::optional<Captured>> FileSource::next(std::stop_token stop) {
    media::AvFrame frame(av_frame_alloc());
    if (!TRY(decodeNext(*frame)))
        return std::optional<Captured>();
    const AVStream* stream = m_input.context->streams[m_stream];
    const std::int64_t beginning =
        m_input.context->start_time == AV_NOPTS_VALUE ? 0 : m_input.context->start_time;
    const std::int64_t stamp =
        frame->best_effort_timestamp == AV_NOPTS_VALUE ? 0 : frame->best_effort_timestamp;
    const std::int64_t at =
        std::max<std::int64_t>(0, av_rescale_q(stamp, stream->time_base, AV_TIME_BASE_Q) - beginning);
    const SteadyTime begins = m_clock->epoch() + std::chrono::microseconds(at);
    SteadyTime due = begins;
    if (m_wanted == Stream::Sound)
        due += std::chrono::microseconds(1'000'000LL * frame->nb_samples / std::max(1, frame->sample_rate));
    if (!m_clock->waitUntil(due, stop))
        return std::optional<Captured>();
    return std::optional<Captured>(Captured{std::move(frame), begins});
}

} // namespace mockingbird::recorder
