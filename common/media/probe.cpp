// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/probe.h"

#include "common/media/media_input.h"

#include <span>

namespace mockingbird::media {

namespace {

std::string tag(const AVDictionary* tags, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(tags, key, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
}

StreamSummary summarise(const AVStream& stream) {
    StreamSummary summary;
    summary.index = stream.index;
    summary.codec = avcodec_get_name(stream.codecpar->codec_id);
    summary.title = tag(stream.metadata, "title");
    summary.source = tag(stream.metadata, "MOCKINGBIRD_SOURCE");
    if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
        (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) {
        summary.kind = StreamSummary::Kind::Video;
        summary.width = stream.codecpar->width;
        summary.height = stream.codecpar->height;
        const AVRational rate = stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : stream.r_frame_rate;
        summary.framesPerSecond = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0;
    } else if (stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO) {
        summary.kind = StreamSummary::Kind::Audio;
        summary.sampleRate = stream.codecpar->sample_rate;
        summary.channels = stream.codecpar->ch_layout.nb_channels;
    }
    return summary;
}

/// Zero where the file doesn't say: a Matroska file that was never closed knows none, and FFmpeg's guess from
/// a bit rate is no duration.
MediaTime durationOf(const AVFormatContext& context) {
    if (context.duration == AV_NOPTS_VALUE || context.duration < 0)
        return {};
    if (isMatroska(context) && context.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE)
        return {};
    return MediaTime::fromMicroseconds(context.duration);
}

} // namespace

Result<MediaSummary> probe(const std::filesystem::path& file) {
    const MediaInput input = TRY(openMediaInput(file));
    MediaSummary summary;
    summary.format = input.context->iformat->name;
    summary.duration = durationOf(*input.context);
    summary.bytes = input.file->bytes();
    for (const AVStream* stream : std::span(input.context->streams, input.context->nb_streams))
        summary.streams.push_back(summarise(*stream));
    return summary;
}

} // namespace mockingbird::media
