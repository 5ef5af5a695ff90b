// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/recording_input.h"

#include "common/media/av_error.h"
#include "review/playback/h264/parameter_sets.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr AVRational kMicroseconds{1, 1'000'000};
constexpr auto kNearest = static_cast<AVRounding>(AV_ROUND_NEAR_INF);
/// A demuxer that can't find its way again gives the same error for ever.
constexpr int kMaxErrorsInARow = 100;
/// Each stream begins within so many packets, or its file isn't opened by its header.
constexpr std::size_t kMaxFirstPackets = 200;
constexpr std::int64_t kAacSamples = 1024; ///< in each packet

std::string tag(const AVStream& stream, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, key, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
}

/// What MP4 has in a title's place; recorders that have nothing to say write one of these.
std::string handlerName(const AVStream& stream) {
    static constexpr std::array<std::string_view, 6> kNothing{
        "SoundHandler", "Core Media Audio",    "Apple Sound Media Handler",
        "SoundHandle",  "Sound Media Handler", "GPAC ISO Audio Handler"};
    const std::string name = tag(stream, "handler_name");
    return std::ranges::find(kNothing, name) == kNothing.end() ? name : std::string();
}

bool saysMix(std::string name) {
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name == "mix" || name == "full mix" || name == "master" || name == "master mix" ||
           name == "mixdown";
}

std::span<AVStream* const> streamsOf(const AVFormatContext& context) {
    return {context.streams, context.nb_streams};
}

} // namespace

RecordingInput::RecordingInput(media::MediaInput input, std::string name)
    : m_input(std::move(input)), m_name(std::move(name)) {
    const AVFormatContext& context = *m_input.context;
    // What lies before zero is a codec's priming, which Matroska's demuxer sets a sound stream back by and
    // nobody hears.
    m_start = context.start_time == AV_NOPTS_VALUE ? 0 : std::max<std::int64_t>(context.start_time, 0);
}

Result<std::optional<RecordingInput>> RecordingInput::openByHeader(const std::filesystem::path& file) {
    media::MediaInput opened = TRY(media::openMediaInput(file, media::Look::Header));
    if (!opened.headerAlone)
        return std::optional<RecordingInput>();
    for (const AVStream* stream : streamsOf(*opened.context)) {
        AVCodecParameters& codec = *stream->codecpar;
        if (codec.codec_type != AVMEDIA_TYPE_VIDEO)
            continue;
        // How many frames a decoder has to hold back, FFmpeg would find out by decoding some.
        const h264::ParameterSets sets(
            h264::Bytes(codec.extradata, static_cast<std::size_t>(codec.extradata_size)));
        if (!sets.mostReordered())
            return std::optional<RecordingInput>();
        codec.video_delay = *sets.mostReordered();
    }
    RecordingInput input(std::move(opened), file.string());
    if (!TRY(input.findStart()))
        return std::optional<RecordingInput>();
    TRY(input.findDuration());
    return std::optional(std::move(input));
}

Result<bool> RecordingInput::findStart() {
    std::map<int, std::vector<std::size_t>> untimed; ///< what of each sound lies before the file's zero
    std::set<int> seen;
    std::optional<std::int64_t> start;
    while (seen.size() < m_input.context->nb_streams) {
        media::AvPacket packet = TRY(readFile());
        if (packet == nullptr || m_first.size() >= kMaxFirstPackets)
            return false;
        AVStream& from = stream(packet->stream_index);
        const AVCodecParameters& codec = *from.codecpar;
        if (packet->pts == AV_NOPTS_VALUE) {
            if (codec.codec_id != AV_CODEC_ID_AAC || seen.contains(packet->stream_index))
                return false;
            untimed[packet->stream_index].push_back(m_first.size());
        } else if (seen.insert(packet->stream_index).second) {
            const std::int64_t length = av_rescale_q_rnd(kAacSamples, {1, std::max(codec.sample_rate, 1)},
                                                         from.time_base, AV_ROUND_DOWN);
            std::int64_t first = packet->pts;
            const std::vector<std::size_t>& before = untimed[packet->stream_index];
            for (auto number = before.rbegin(); number != before.rend(); ++number) {
                first -= length;
                m_first[*number]->pts = first;
                m_first[*number]->dts = first;
            }
            from.start_time = first;
            // A codec's priming is no sound.
            const std::int64_t priming =
                codec.codec_type == AVMEDIA_TYPE_AUDIO
                    ? av_rescale_q(codec.initial_padding, {1, codec.sample_rate}, kMicroseconds)
                    : 0;
            const std::int64_t at = av_rescale_q(first, from.time_base, kMicroseconds) + priming;
            start = std::min(start.value_or(at), at);
        }
        m_first.push_back(std::move(packet));
    }
    m_start = std::max<std::int64_t>(start.value_or(0), 0);
    m_untouched = true;
    return true;
}

Result<RecordingInput> RecordingInput::open(const std::filesystem::path& file) {
    if (auto quick = TRY(openByHeader(file)))
        return *std::move(quick);
    RecordingInput input(TRY(media::openMediaInput(file)), file.string());
    TRY(input.findDuration());
    return input;
}

Result<void> RecordingInput::findDuration() {
    const AVFormatContext& context = *m_input.context;
    const bool guessed = context.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    if (context.duration > 0 && !(guessed && media::isMatroska(context))) {
        // Matroska's duration, as FFmpeg and so we write it, is the last timestamp's end, not the length.
        const bool fromZero = media::isMatroska(context) && m_start > 0 && context.duration > m_start;
        m_duration = MediaTime::fromMicroseconds(context.duration - (fromZero ? m_start : 0));
        return {};
    }
    while (const media::AvPacket packet = TRY(read())) {
        if (const auto time = timeOf(*packet))
            m_duration = std::max(
                m_duration,
                *time + MediaTime::fromMicroseconds(av_rescale_q(
                            packet->duration, stream(packet->stream_index).time_base, kMicroseconds)));
    }
    return seekToStart();
}

std::vector<int> RecordingInput::pictureStreams() const {
    std::vector<int> indexes;
    for (const AVStream* stream : streamsOf(*m_input.context)) {
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
            (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0)
            indexes.push_back(stream->index);
    }
    return indexes;
}

std::vector<PlayerTrack> RecordingInput::soundTracks() const {
    std::vector<PlayerTrack> tracks;
    for (const AVStream* stream : streamsOf(*m_input.context)) {
        if (stream->codecpar->codec_type != AVMEDIA_TYPE_AUDIO)
            continue;
        PlayerTrack track{stream->index, tag(*stream, "title"), false};
        const std::string source = tag(*stream, "MOCKINGBIRD_SOURCE");
        if (track.name.empty())
            track.name = handlerName(*stream);
        track.mix = source == "mix" || (source.empty() && saysMix(track.name));
        track.usual = (stream->disposition & AV_DISPOSITION_DEFAULT) != 0;
        if (track.name.empty())
            track.name = source.empty() ? "Track " + std::to_string(tracks.size() + 1) : source;
        tracks.push_back(std::move(track));
    }
    // The only one is all there is to hear.
    if (tracks.size() == 1)
        tracks.front().mix = true;
    return tracks;
}

MediaTime RecordingInput::timeOf(std::int64_t timestamp, int index) const {
    return MediaTime::fromMicroseconds(
        av_rescale_q_rnd(timestamp, stream(index).time_base, kMicroseconds, kNearest) - m_start);
}

std::optional<MediaTime> RecordingInput::timeOf(const AVPacket& packet) const {
    const std::int64_t timestamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (timestamp == AV_NOPTS_VALUE)
        return std::nullopt;
    return timeOf(timestamp, packet.stream_index);
}

void RecordingInput::select(int index) {
    selectAll({index});
}

void RecordingInput::selectAll(std::vector<int> streams) {
    m_selected = std::move(streams);
    for (AVStream* stream : streamsOf(*m_input.context))
        stream->discard = isSelected(stream->index) ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

bool RecordingInput::isSelected(int index) const {
    return m_selected.empty() || std::ranges::find(m_selected, index) != m_selected.end();
}

Result<void> RecordingInput::seek(int index, MediaTime time) {
    m_untouched = false;
    m_first.clear();
    // Matroska's index is one of pictures; asked for a sound stream, the demuxer would read from the start.
    if (media::isMatroska(*m_input.context) && stream(index).codecpar->codec_type == AVMEDIA_TYPE_AUDIO) {
        const std::vector<int> pictures = pictureStreams();
        if (!pictures.empty())
            index = pictures.front();
    }
    const std::int64_t timestamp = av_rescale_q_rnd(time.microseconds() + m_start, kMicroseconds,
                                                    stream(index).time_base, AV_ROUND_DOWN);
    if (av_seek_frame(m_input.context.get(), index, timestamp, AVSEEK_FLAG_BACKWARD) < 0)
        return seekToStart();
    return {};
}

Result<void> RecordingInput::seekToStart() {
    // Opening has read the first packets already; they are given out again.
    if (std::exchange(m_untouched, false))
        return {};
    m_first.clear();
    AVFormatContext* context = m_input.context.get();
    const int index = m_selected.empty() ? 0 : m_selected.front();
    const AVStream& selected = stream(index);
    const std::int64_t first = selected.start_time != AV_NOPTS_VALUE ? selected.start_time : 0;
    // A first dts lies before the first pts where frames are reordered, hence the second's margin.
    const std::int64_t early = first - av_rescale_q(1'000'000, kMicroseconds, selected.time_base);
    if (avformat_seek_file(context, index, INT64_MIN, early, first, AVSEEK_FLAG_BACKWARD) >= 0 ||
        av_seek_frame(context, index, first, AVSEEK_FLAG_BACKWARD) >= 0)
        return {};
    const int result = av_seek_frame(context, -1, 0, AVSEEK_FLAG_BYTE);
    if (result < 0)
        return media::errorFromAv(result, "jumping in " + m_name);
    return {};
}

std::optional<MediaTime> RecordingInput::keyframeBefore(int index, MediaTime time) const {
    const std::int64_t timestamp = av_rescale_q_rnd(time.microseconds() + m_start, kMicroseconds,
                                                    stream(index).time_base, AV_ROUND_DOWN);
    const AVIndexEntry* entry =
        avformat_index_get_entry_from_timestamp(&stream(index), timestamp, AVSEEK_FLAG_BACKWARD);
    if (entry == nullptr)
        return std::nullopt;
    return timeOf(entry->timestamp, index);
}

Result<media::AvPacket> RecordingInput::read() {
    m_untouched = false;
    while (!m_first.empty()) {
        media::AvPacket packet = std::move(m_first.front());
        m_first.pop_front();
        if (isSelected(packet->stream_index))
            return packet;
    }
    return readFile();
}

Result<media::AvPacket> RecordingInput::readFile() {
    media::AvPacket packet(av_packet_alloc());
    if (packet == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    int errors = 0;
    while (true) {
        const int result = av_read_frame(m_input.context.get(), packet.get());
        if (result >= 0) {
            if (isSelected(packet->stream_index))
                return packet;
            av_packet_unref(packet.get());
            continue;
        }
        if (const auto failure = m_input.file->failure())
            return *failure;
        if (result == AVERROR_EOF || ++errors == kMaxErrorsInARow)
            return media::AvPacket();
    }
}

Result<MediaTime> contentEnd(const std::filesystem::path& file) {
    RecordingInput input = TRY(RecordingInput::open(file));
    const std::vector<int> pictures = input.pictureStreams();
    const int index = pictures.empty() ? 0 : pictures.front();
    TRY(input.seek(index, input.duration()));
    MediaTime end;
    for (int attempt = 0; attempt < 2 && end == MediaTime(); ++attempt) {
        if (attempt == 1)
            TRY(input.seekToStart());
        while (const media::AvPacket packet = TRY(input.read())) {
            if (const auto time = input.timeOf(*packet)) {
                const std::int64_t length = av_rescale_q(
                    packet->duration, input.stream(packet->stream_index).time_base, kMicroseconds);
                end = std::max(end, *time + MediaTime::fromMicroseconds(length));
            }
        }
    }
    return end;
}

} // namespace mockingbird::review
