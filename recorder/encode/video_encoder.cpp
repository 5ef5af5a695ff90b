// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/video_encoder.h"

#include "common/media/av_error.h"

extern "C" {
#include <libavutil/hwcontext.h>
}

#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>

namespace mockingbird::recorder {

namespace {

constexpr const char* kQuality = "23";
/// Each picture that x264 looks ahead is held back, and lost with a power cut; veryfast's own 10 would be 1/3
/// s.
constexpr int kLookAhead = 6;
constexpr int kMostThreads = 4;
/// Pictures under way in a device at once.
constexpr int kPoolSize = 8;
constexpr auto kKeyframeEvery = std::chrono::seconds(1);
/// Where pictures change so much that each weighs a quarter of a keyframe, jumping to one takes long and a
/// keyframe costs little: then twice as often, for a fifth more bytes at most.
constexpr auto kKeyframeEveryWhereHeavy = std::chrono::milliseconds(500);
constexpr std::int64_t kHeavyPart = 4;

/// What the pictures are converted to before the encoder gets them.
AVPixelFormat inputFormat(const EncoderChoice& choice) {
    return choice.name == "libx264" ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_NV12;
}

/// Settings of about the same quality for each; none of them may hold pictures back for long.
void setOptions(media::AvOptions& options, AVCodecContext& context, const EncoderChoice& choice) {
    if (choice.name == "libx264") {
        // At few pictures a second each one held back is long.
        const int lookAhead = std::min(kLookAhead, context.framerate.num / 5);
        const std::string parameters = "rc-lookahead=" + std::to_string(lookAhead) + ":sync-lookahead=0";
        options.set("preset", choice.preset.c_str());
        options.set("crf", kQuality);
        options.set("forced-idr", 1LL);
        options.set("x264-params", parameters.c_str());
    } else if (choice.name == "h264_vaapi") {
        options.set("rc_mode", "CQP");
        options.set("qp", kQuality);
        options.set("async_depth", 1LL);
    } else if (choice.name == "h264_nvenc") {
        options.set("preset", "p4");
        options.set("rc", "vbr");
        options.set("cq", kQuality);
        options.set("delay", 0LL);
        options.set("forced-idr", 1LL);
    } else if (choice.name == "h264_qsv") {
        context.flags |= AV_CODEC_FLAG_QSCALE;
        context.global_quality = FF_QP2LAMBDA * std::atoi(kQuality);
        options.set("async_depth", 1LL);
        options.set("forced_idr", 1LL);
    }
}

/// VAAPI takes pictures that lie in the device already; the others bring them there by themselves.
Result<void> setFramesOfDevice(AVCodecContext& context) {
    AVBufferRef* made = nullptr;
    if (const int result = av_hwdevice_ctx_create(&made, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0);
        result < 0)
        return media::errorFromAv(result, "no VAAPI device");
    const media::AvBufferRef device(made);
    media::AvBufferRef frames(av_hwframe_ctx_alloc(device.get()));
    if (frames == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    auto& description = *reinterpret_cast<AVHWFramesContext*>(frames->data);
    description.format = AV_PIX_FMT_VAAPI;
    description.sw_format = AV_PIX_FMT_NV12;
    description.width = context.width;
    description.height = context.height;
    description.initial_pool_size = kPoolSize;
    if (const int result = av_hwframe_ctx_init(frames.get()); result < 0)
        return media::errorFromAv(result, "VAAPI pictures");
    context.pix_fmt = AV_PIX_FMT_VAAPI;
    // "Set by the user ... freed by libavcodec": the reference becomes the context's.
    context.hw_frames_ctx = frames.release();
    return {};
}

} // namespace

Result<VideoEncoder> VideoEncoder::open(int width, int height, int framesPerSecond,
                                        const EncoderChoice& choice) {
    const AVCodec* codec = avcodec_find_encoder_by_name(choice.name.c_str());
    if (codec == nullptr || codec->id != AV_CODEC_ID_H264)
        return Error{ErrorCode::Unsupported, "this FFmpeg has no H.264 encoder " + choice.name, 0};
    media::AvCodecContext context(avcodec_alloc_context3(codec));
    context->width = width & ~1;
    context->height = height & ~1;
    context->pix_fmt = inputFormat(choice);
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
    if (choice.name == "h264_vaapi") {
        TRY(setFramesOfDevice(*context));
    }
    media::AvOptions options;
    setOptions(options, *context, choice);
    if (const int result = avcodec_open2(context.get(), codec, options.address()); result < 0)
        return media::errorFromAv(result, choice.toString() + " for " + std::to_string(width) + "x" +
                                              std::to_string(height));
    return VideoEncoder(std::move(context), inputFormat(choice), framesPerSecond);
}

VideoEncoder::VideoEncoder(media::AvCodecContext context, AVPixelFormat input, int framesPerSecond)
    : m_context(std::move(context)), m_scaler(m_context->width, m_context->height, input),
      m_picture(av_frame_alloc()), m_frameDuration(1'000'000 / framesPerSecond) {}

Result<void> VideoEncoder::refer(const AVFrame& converted) {
    av_frame_unref(m_picture.get());
    int result = 0;
    if (m_context->hw_frames_ctx == nullptr) {
        result = av_frame_ref(m_picture.get(), &converted);
    } else {
        result = av_hwframe_get_buffer(m_context->hw_frames_ctx, m_picture.get(), 0);
        if (result >= 0)
            result = av_hwframe_transfer_data(m_picture.get(), &converted, 0);
    }
    if (result < 0)
        return media::errorFromAv(result, "a picture's memory");
    m_picture->width = m_context->width;
    m_picture->height = m_context->height;
    return {};
}

Result<void> VideoEncoder::encode(const AVFrame& picture, MediaTime time, const Sink& sink) {
    const AVFrame* converted = TRY(m_scaler.convert(picture));
    TRY(refer(*converted));
    m_picture->pts = time.microseconds();
    const bool key = isKeyframeDue(time);
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

bool VideoEncoder::isKeyframeDue(MediaTime time) const {
    if (!m_lastKeyframe)
        return true;
    const auto since = time.duration() - m_lastKeyframe->duration();
    const bool heavy = m_weighed.others > 0 &&
                       m_weighed.otherBytes * kHeavyPart >= m_weighed.keyframeBytes * m_weighed.others;
    return since >= kKeyframeEvery || (heavy && since >= kKeyframeEveryWhereHeavy);
}

void VideoEncoder::weigh(const AVPacket& packet) {
    if ((packet.flags & AV_PKT_FLAG_KEY) != 0) {
        m_weighed = {packet.size, 0, 0};
        // The encoder sets some by itself, where a scene changes.
        m_lastKeyframe = std::max(m_lastKeyframe, std::optional(MediaTime::fromMicroseconds(packet.pts)));
    } else {
        m_weighed.otherBytes += packet.size;
        ++m_weighed.others;
    }
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
        weigh(*packet);
        sink(std::move(packet));
    }
}

} // namespace mockingbird::recorder
