// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/track_decoder.h"

#include "common/media/av_error.h"

namespace mockingbird::review {

Result<media::AvCodecContext> openTrackDecoder(const AVStream& stream, const std::string& file,
                                               const std::function<void(AVCodecContext&)>& prepare) {
    const std::string kind = stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO ? "sound" : "pictures";
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr)
        return Error{ErrorCode::Unsupported,
                     file + " holds " + kind +
                         " of a kind we can't decode: " + avcodec_get_name(stream.codecpar->codec_id),
                     0};
    media::AvCodecContext decoder(avcodec_alloc_context3(codec));
    if (decoder == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    int result = avcodec_parameters_to_context(decoder.get(), stream.codecpar);
    if (result >= 0) {
        decoder->pkt_timebase = stream.time_base;
        prepare(*decoder);
        result = avcodec_open2(decoder.get(), codec, nullptr);
    }
    if (result < 0)
        return media::errorFromAv(result, "the " + kind + " of " + file);
    return decoder;
}

} // namespace mockingbird::review
