// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_source.h"

#include "common/media/av_error.h"
#include "common/media/av_log.h"

extern "C" {
#include <libavdevice/avdevice.h>
#include <libavutil/time.h>
}

#include <mutex>
#include <string_view>

namespace mockingbird::recorder {

namespace {

/// A small part of a picture's 33 ms.
constexpr auto kAskAgain = std::chrono::milliseconds(4);

Result<media::AvFrame> ownCopy(const AVFrame& picture) {
    media::AvFrame copy(av_frame_alloc());
    copy->format = picture.format;
    copy->width = picture.width;
    copy->height = picture.height;
    int result = av_frame_get_buffer(copy.get(), 0);
    if (result >= 0)
        result = av_frame_copy(copy.get(), &picture);
    if (result >= 0)
        result = av_frame_copy_props(copy.get(), &picture);
    if (result < 0)
        return media::errorFromAv(result, "a picture's memory");
    return copy;
}

} // namespace

DeviceSource::DeviceSource(SourceSpec spec, int framesPerSecond, std::shared_ptr<PaceClock> pace)
    : m_spec(std::move(spec)), m_framesPerSecond(framesPerSecond), m_pace(std::move(pace)) {}

bool DeviceSource::lendsItsMemory() const {
    // Released after avformat_close_input(), a buffer of v4l2's crashes; raw pictures lie in it undecoded.
    return std::string_view(m_input->iformat->name).find("v4l2") != std::string_view::npos &&
           m_decoder->codec_id == AV_CODEC_ID_RAWVIDEO;
}

Error DeviceSource::lost(int result) const {
    Error error = media::errorFromAv(result, m_spec.toString());
    // Whatever the driver says, to the person the device is not there; only its being taken is worth telling
    // apart.
    if (error.code != ErrorCode::Busy && error.code != ErrorCode::Denied)
        error.code = ErrorCode::DeviceLost;
    return error;
}

int DeviceSource::interrupted(void* self) {
    return static_cast<DeviceSource*>(self)->m_stop.stop_requested() ? 1 : 0;
}

Result<void> DeviceSource::open(std::stop_token stop) {
    static std::once_flag once;
    std::call_once(once, avdevice_register_all);
    media::routeAvLog();
    m_stop = std::move(stop);
    const auto request = deviceRequest(m_spec, m_framesPerSecond);
    m_goneForGood = !request.ok() && m_spec.kind == SourceKind::Window;
    if (!request.ok())
        return request.error();
    TRY(openInput(*request));
    return openDecoder();
}

Result<void> DeviceSource::openInput(const DeviceRequest& request) {
    const AVInputFormat* format = av_find_input_format(request.format.c_str());
    if (format == nullptr)
        return Error{ErrorCode::Unsupported, "this FFmpeg has no " + request.format, 0};
    int result = AVERROR(ENODEV);
    for (const auto& attempt : request.attempts) {
        media::AvOptions options;
        for (const auto& [key, value] : attempt)
            options.set(key.c_str(), value.c_str());
        AVFormatContext* context = avformat_alloc_context();
        context->interrupt_callback = {interrupted, this};
        // "Note that a user-supplied AVFormatContext will be freed on failure", hence no handle before this.
        result = avformat_open_input(&context, request.url.c_str(), format, options.address());
        if (result >= 0) {
            m_input.reset(context);
            return {};
        }
        if (m_stop.stop_requested() || result == AVERROR(ENOENT) || result == AVERROR(EBUSY))
            break;
    }
    return lost(result);
}

Result<void> DeviceSource::openDecoder() {
    if (m_input->nb_streams == 0)
        return lost(AVERROR(ENODEV));
    m_stream = 0;
    const AVCodecParameters* parameters = m_input->streams[m_stream]->codecpar;
    const AVCodec* codec = avcodec_find_decoder(parameters->codec_id);
    if (codec == nullptr)
        return lost(AVERROR_DECODER_NOT_FOUND);
    m_decoder.reset(avcodec_alloc_context3(codec));
    m_packet.reset(av_packet_alloc());
    int result = avcodec_parameters_to_context(m_decoder.get(), parameters);
    // One thread: more of them would hold frames back.
    m_decoder->thread_count = 1;
    if (result >= 0)
        result = avcodec_open2(m_decoder.get(), codec, nullptr);
    if (result < 0)
        return lost(result);
    return {};
}

Result<std::optional<Captured>> DeviceSource::next(std::stop_token stop) {
    media::AvFrame frame(av_frame_alloc());
    while (!stop.stop_requested()) {
        const int read = av_read_frame(m_input.get(), m_packet.get());
        if (read == AVERROR(EAGAIN)) {
            // PipeWire's stand-in for v4l2 doesn't block, and libavdevice keeps its descriptor to itself.
            const auto again = std::chrono::steady_clock::now() + kAskAgain;
            if (!m_pace->waitUntil(again, stop))
                break;
            continue;
        }
        if (read < 0) {
            if (stop.stop_requested())
                break;
            return lost(read);
        }
        const auto arrival = std::chrono::steady_clock::now();
        const std::int64_t wall = av_gettime();
        std::optional<std::int64_t> stamp;
        if (m_packet->pts != AV_NOPTS_VALUE)
            stamp = av_rescale_q(m_packet->pts, m_input->streams[m_stream]->time_base, AV_TIME_BASE_Q);
        const SteadyTime at = m_clock.captured(stamp, wall, arrival);
        const int sent = avcodec_send_packet(m_decoder.get(), m_packet.get());
        av_packet_unref(m_packet.get());
        // A damaged picture of a camera costs that picture.
        if (sent < 0 || avcodec_receive_frame(m_decoder.get(), frame.get()) < 0)
            continue;
        if (lendsItsMemory())
            frame = TRY(ownCopy(*frame));
        return std::optional<Captured>(Captured{std::move(frame), at});
    }
    return std::optional<Captured>();
}

} // namespace mockingbird::recorder
