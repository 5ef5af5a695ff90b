// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/video_encoder.h"

#include "common/media/av_error.h"

#include <algorithm>
#include <array>
#include <string>
#include <thread>

namespace mockingbird::recorder {

namespace {

constexpr const char* kPreset = "veryfast";
constexpr const char* kQuality = "23";
/// Each picture that x264 looks ahead is held back, and lost with a power cut; veryfast's own 10 would be 1/3
/// s.
constexpr int kLookAhead = 6;
constexpr int kMostThreads = 4;
constexpr auto kKeyframeEvery = std::chrono::seconds(1);

} // namespace

Result<VideoEncoder> VideoEncoder::open(int width, int height, int framesPerSecond) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (codec == nullptr)
        return Error{ErrorCode::Unsupported, "this FFmpeg has no libx264", 0};
    media::AvCodecContext context(avcodec_alloc_context3(codec));
    context->width = width & ~1;
    context->height = height & ~1;
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->time_base = {1, 1'000'000};
    context->framerate = {framesPerSecond, 1};
    // Keyframes are asked for by time; this is for sources that are faster than they said.
    context->gop_size = framesPerSecond * 4;
    context->max_b_frames = 0;
    context->color_range = AVCOL_RANGE_MPEG;
    context->colorspace = AVCOL_SPC_BT709;
    context->color_primaries = AVCOL_PRI_BT709;
    context->color_trc = AVCOL_TRC_BT709;
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    context->thread_count =
        std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostThreads);

    // At few pictures a second each one held back is long.
    const int lookAhead = std::min(kLookAhead, framesPerSecond / 5);
    const std::string parameters = "rc-lookahead=" + std::to_string(lookAhead) + ":sync-lookahead=0";
    media::AvOptions options;
    options.set("preset", kPreset);
    options.set("crf", kQuality);
    options.set("forced-idr", 1LL);
    options.set("x264-params", parameters.c_str());
    if (const int result = avcodec_open2(context.get(), codec, options.address()); result < 0)
        return media::errorFromAv(result,
                                  "H.264 for " + std::to_string(width) + "x" + std::to_string(height));
    return VideoEncoder(std::move(context), framesPerSecond);
}

VideoEncoder::VideoEncoder(media::AvCodecContext context, int framesPerSecond)
    : m_context(std::move(context)), m_scaler(m_context->width, m_context->height, AV_PIX_FMT_YUV420P),
      m_picture(av_frame_alloc()), m_frameDuration(1'000'000 / framesPerSecond) {}

Result<void> VideoEncoder::encode(const AVFrame& picture, MediaTime time, const Sink& sink) {
    const AVFrame* converted = TRY(m_scaler.convert(picture));
    av_frame_unref(m_picture.get());
    if (const int result = av_frame_ref(m_picture.get(), converted); result < 0)
        return media::errorFromAv(result, "a picture's memory");
    m_picture->width = m_context->width;
    m_picture->height = m_context->height;
    m_picture->pts = time.microseconds();
    const bool key = !m_lastKeyframe || time.duration() - m_lastKeyframe->duration() >= kKeyframeEvery;
    m_picture->pict_type = key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
    m_picture->key_frame = 0;
    if (key)
        m_lastKeyframe = time;
    const int sent = avcodec_send_frame(m_context.get(), m_picture.get());
    av_frame_unref(m_picture.get());
    if (sent < 0)
        return media::errorFromAv(sent, "encoding a picture");
    return receive(sink);
}

Result<void> VideoEncoder::flush(const Sink& sink) {
    if (const int sent = avcodec_send_frame(m_context.get(), nullptr); sent < 0 && sent != AVERROR_EOF)
        return media::errorFromAv(sent, "encoding the last pictures");
    return receive(sink);
}

Result<void> VideoEncoder::receive(const Sink& sink) {
    while (true) {
        media::AvPacket packet(av_packet_alloc());
        const int result = avcodec_receive_packet(m_context.get(), packet.get());
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
            return {};
        if (result < 0)
            return media::errorFromAv(result, "encoding a picture");
        packet->duration = m_frameDuration;
        sink(std::move(packet));
    }
}

} // namespace mockingbird::recorder
