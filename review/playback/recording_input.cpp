// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/recording_input.h"

#include "common/media/av_error.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <span>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr AVRational kMicroseconds{1, 1'000'000};
constexpr auto kNearest = static_cast<AVRounding>(AV_ROUND_NEAR_INF);
/// A demuxer that can't find its way again gives the same error for ever.
constexpr int kMaxErrorsInARow = 100;

std::string tag(const AVStream& stream, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, key, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
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

Result<RecordingInput> RecordingInput::open(const std::filesystem::path& file) {
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
        track.mix = source == "mix" || (source.empty() && track.name == "Mix");
        if (track.name.empty())
            track.name = source.empty() ? "Track " + std::to_string(tracks.size() + 1) : source;
        tracks.push_back(std::move(track));
    }
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
