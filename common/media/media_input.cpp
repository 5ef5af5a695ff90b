// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/media_input.h"

#include "common/media/av_error.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::media {

namespace {

/// Demuxers by the first of their names. Playlists and picture sequences are not among them: they would read
/// other files than the one that was named.
constexpr std::array<std::string_view, 20> kContainers{
    "matroska", "mov", "avi", "wav", "w64",  "mp3", "aac", "flac", "ogg", "mpegts",
    "mpeg",     "flv", "asf", "caf", "aiff", "au",  "dv",  "mxf",  "nut", "amr"};

bool isKnownContainer(const AVInputFormat& format) {
    const std::string_view names(format.name);
    return std::ranges::find(kContainers, names.substr(0, names.find(','))) != kContainers.end();
}

Error noMedia(const std::string& name) {
    return Error{ErrorCode::Unsupported,
                 name + " is no sound or video file of a kind we can read, such as MKV, MP4 or WAV", 0};
}

constexpr std::size_t kMatrixNumbers = 9;
using Matrix = std::array<std::int32_t, kMatrixNumbers>;

void restoreMatrix(AVStream& stream) {
    const AVDictionaryEntry* tag = av_dict_get(stream.metadata, kMatrixTag, nullptr, 0);
    if (tag == nullptr || av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr) != nullptr)
        return;
    std::istringstream text(tag->value);
    Matrix matrix{};
    for (std::int32_t& number : matrix)
        text >> number;
    if (text.fail())
        return;
    auto* bytes = av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, sizeof matrix);
    if (bytes != nullptr)
        std::memcpy(bytes, matrix.data(), sizeof matrix);
}

/// Decodes as many frames as FFmpeg wants to see for the delay of a stream, but none of their pixels.
int findStreamInfo(AVFormatContext& context) {
    std::vector<AvOptions> options(context.nb_streams);
    std::vector<AVDictionary*> dictionaries;
    for (AvOptions& one : options) {
        one.set("skip_idct", "all");
        one.set("skip_loop_filter", "all");
        dictionaries.push_back(*one.address());
    }
    const int found = avformat_find_stream_info(&context, dictionaries.data());
    // It takes what it used out of them, which may move what is left.
    for (std::size_t i = 0; i < options.size(); ++i)
        *options[i].address() = dictionaries[i];
    return found;
}

/// Whether the header holds all that a decoder of the stream needs.
bool decodableByHeader(const AVStream& stream) {
    const AVCodecParameters& codec = *stream.codecpar;
    if ((stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0)
        return false;
    if (codec.codec_type == AVMEDIA_TYPE_VIDEO)
        return codec.codec_id == AV_CODEC_ID_H264 && codec.width > 0 && codec.extradata_size > 0;
    if (codec.codec_type != AVMEDIA_TYPE_AUDIO || codec.sample_rate <= 0 || codec.ch_layout.nb_channels <= 0)
        return false;
    return codec.codec_id == AV_CODEC_ID_AAC ? codec.extradata_size > 0
                                             : codec.codec_id == AV_CODEC_ID_PCM_S16LE;
}

bool headerSaysAll(const AVFormatContext& context) {
    const std::span streams(context.streams, context.nb_streams);
    return isMatroska(context) && context.duration > 0 && !streams.empty() &&
           std::ranges::all_of(streams, [](const AVStream* stream) { return decodableByHeader(*stream); });
}

} // namespace

std::string displayMatrixText(const AVStream& stream) {
    std::size_t size = 0;
    const auto* bytes = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    Matrix matrix{};
    if (bytes == nullptr || size < sizeof matrix)
        return {};
    std::memcpy(matrix.data(), bytes, sizeof matrix);
    std::string text;
    for (const std::int32_t number : matrix)
        text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

Result<MediaInput> openMediaInput(const std::filesystem::path& file, Look look) {
    return openMediaInput(TRY(MediaFile::open(file)), file.string(), look);
}

Result<MediaInput> openMediaInput(std::unique_ptr<MediaFile> file, const std::string& name, Look look) {
    MediaInput input;
    input.file = std::move(file);
    if (input.file->bytes() == 0)
        return Error{ErrorCode::Corrupt, name + " is empty", 0};

    const AVInputFormat* format = nullptr;
    const int score = av_probe_input_buffer2(input.file->io(), &format, "", nullptr, 0, 0);
    if (const auto failure = input.file->failure())
        return *failure;
    if (score < 0 || format == nullptr || !isKnownContainer(*format))
        return noMedia(name);

    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    context->pb = input.file->io();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    // "Note that a user-supplied AVFormatContext will be freed on failure", hence no handle before this.
    const int opened = avformat_open_input(&context, nullptr, format, nullptr);
    if (opened < 0) {
        if (const auto failure = input.file->failure())
            return *failure;
        return Error{ErrorCode::Corrupt, name + " is cut short or damaged", opened};
    }
    input.context.reset(context);
    input.headerAlone = look == Look::Header && headerSaysAll(*context);
    const int found = input.headerAlone ? 0 : findStreamInfo(*context);
    if (const auto failure = input.file->failure())
        return *failure;
    if (found < 0)
        return Error{ErrorCode::Corrupt, name + " is cut short or damaged", found};

    bool complete = true;
    bool any = false;
    for (AVStream* stream : std::span(context->streams, context->nb_streams)) {
        restoreMatrix(*stream);
        const AVCodecParameters& codec = *stream->codecpar;
        if (codec.codec_type == AVMEDIA_TYPE_VIDEO &&
            (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) {
            any = true;
            complete = complete && codec.codec_id != AV_CODEC_ID_NONE && codec.width > 0;
        } else if (codec.codec_type == AVMEDIA_TYPE_AUDIO) {
            any = true;
            complete = complete && codec.codec_id != AV_CODEC_ID_NONE && codec.sample_rate > 0;
        }
    }
    if (!any)
        return score <= AVPROBE_SCORE_RETRY
                   ? noMedia(name)
                   : Error{ErrorCode::Unsupported, name + " holds no sound and no video", 0};
    if (!complete)
        return score <= AVPROBE_SCORE_RETRY ? noMedia(name)
                                            : Error{ErrorCode::Corrupt, name + " is cut short or damaged", 0};
    return input;
}

bool isMatroska(const AVFormatContext& context) {
    return context.iformat != nullptr && std::string_view(context.iformat->name).starts_with("matroska");
}

} // namespace mockingbird::media
