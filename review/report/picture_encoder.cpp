// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/picture_encoder.h"

#include "common/media/av_error.h"
#include "common/media/av_handles.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace mockingbird::review {

namespace {

struct Target {
    AVCodecID codec;
    AVPixelFormat format;
    int width;
    int height;
};

Result<media::AvFrame> scaled(const media::Picture& picture, const Target& target) {
    media::AvFrame frame(av_frame_alloc());
    if (!frame)
        return media::errorFromAv(AVERROR(ENOMEM), "a picture");
    frame->format = target.format;
    frame->width = target.width;
    frame->height = target.height;
    if (const int failure = av_frame_get_buffer(frame.get(), 0); failure < 0)
        return media::errorFromAv(failure, "a picture");
    const media::SwsHandle scaler(sws_getContext(
        picture.width, picture.height, AV_PIX_FMT_BGR0, target.width, target.height, target.format,
        SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler)
        return Error{ErrorCode::Unsupported, "a picture of this size can't be converted", 0};
    if (target.format == AV_PIX_FMT_YUVJ420P) {
        // JFIF is full range; without this the scaler makes the narrow range of video.
        const int* coefficients = sws_getCoefficients(SWS_CS_DEFAULT);
        sws_setColorspaceDetails(scaler.get(), coefficients, 1, coefficients, 1, 0, 1 << 16, 1 << 16);
    }
    const std::array<const std::uint8_t*, 4> planes{picture.pixels.data(), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{picture.width * 4, 0, 0, 0};
    sws_scale(scaler.get(), planes.data(), strides.data(), 0, picture.height, frame->data, frame->linesize);
    return frame;
}

bool isPicture(const media::Picture& picture) {
    return picture.width > 0 && picture.height > 0 &&
           picture.pixels.size() >=
               static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
}

/// The size of a picture that is at most so wide.
Target targetOf(const media::Picture& picture, int widest, AVCodecID codec, AVPixelFormat format) {
    const int width = std::max(std::min(picture.width, widest), 2);
    const int height =
        picture.width > 0
            ? std::max(static_cast<int>(static_cast<std::int64_t>(picture.height) * width / picture.width), 2)
            : 2;
    return {codec, format, width, height};
}

Result<std::string> encode(const media::Picture& picture, const Target& target) {
    if (!isPicture(picture))
        return Error{ErrorCode::InvalidArgument, "there is no picture", 0};
    const AVCodec* codec = avcodec_find_encoder(target.codec);
    if (codec == nullptr)
        return Error{ErrorCode::Unsupported, "this FFmpeg can't write such pictures", 0};
    const media::AvCodecContext encoder(avcodec_alloc_context3(codec));
    if (!encoder)
        return media::errorFromAv(AVERROR(ENOMEM), "a picture");
    encoder->pix_fmt = target.format;
    encoder->width = target.width;
    encoder->height = target.height;
    encoder->time_base = {1, 1};
    encoder->flags |= AV_CODEC_FLAG_QSCALE;
    encoder->global_quality = FF_QP2LAMBDA * 4; // some 10 kB for a thumbnail, without visible blocks
    encoder->thread_count = 1;
    if (const int failure = avcodec_open2(encoder.get(), codec, nullptr); failure < 0)
        return media::errorFromAv(failure, "a picture");
    auto frame = TRY(scaled(picture, target));
    frame->quality = encoder->global_quality;
    const media::AvPacket packet(av_packet_alloc());
    if (!packet)
        return media::errorFromAv(AVERROR(ENOMEM), "a picture");
    if (const int failure = avcodec_send_frame(encoder.get(), frame.get()); failure < 0)
        return media::errorFromAv(failure, "a picture");
    if (const int failure = avcodec_receive_packet(encoder.get(), packet.get()); failure < 0)
        return media::errorFromAv(failure, "a picture");
    return std::string(reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size));
}

} // namespace

Result<std::string> encodePng(const media::Picture& picture) {
    return encode(picture, {AV_CODEC_ID_PNG, AV_PIX_FMT_RGB24, picture.width, picture.height});
}

Result<media::Picture> shrunk(const media::Picture& picture, int widest) {
    if (!isPicture(picture))
        return Error{ErrorCode::InvalidArgument, "there is no picture", 0};
    if (picture.width <= widest)
        return picture;
    const Target target = targetOf(picture, widest, AV_CODEC_ID_NONE, AV_PIX_FMT_BGR0);
    const auto frame = TRY(scaled(picture, target));
    media::Picture small;
    small.width = target.width;
    small.height = target.height;
    small.time = picture.time;
    const std::size_t row = static_cast<std::size_t>(target.width) * 4;
    small.pixels.resize(row * static_cast<std::size_t>(target.height));
    for (int y = 0; y < target.height; ++y)
        std::copy_n(frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0], row,
                    small.pixels.begin() + static_cast<std::ptrdiff_t>(row) * y);
    return small;
}

Result<std::string> encodeJpeg(const media::Picture& picture, int widest) {
    return encode(picture, targetOf(picture, widest, AV_CODEC_ID_MJPEG, AV_PIX_FMT_YUVJ420P));
}

} // namespace mockingbird::review
