// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/container_writer.h"

#include "common/media/av_error.h"
#include "common/media/media_input.h"
#include "recorder/write/file_chapters.h"

#include <algorithm>
#include <limits>

namespace mockingbird::recorder {

namespace {

/// What a kill may cost, beside what the encoders hold.
constexpr long long kClusterMilliseconds = 250;
constexpr long long kClusterBytes = 2 * 1024 * 1024;
/// A stream that gives nothing holds the others back for so long.
constexpr std::int64_t kInterleaveDelay = 700'000;
/// Kept free on the disk for the index, 20 bytes a keyframe and track, and the chapters, some 150 bytes each;
/// enough for days.
constexpr std::int64_t kRoomForTheEnd = 4 * 1024 * 1024;

} // namespace

ContainerWriter::ContainerWriter(std::unique_ptr<media::MediaFile> file, const std::vector<Stream>& streams)
    : m_file(std::move(file)), m_lastTimes(streams.size(), std::numeric_limits<std::int64_t>::min()) {
    for (const Stream& stream : streams)
        m_timeBases.push_back(stream.timeBase);
}

Result<std::unique_ptr<ContainerWriter>> ContainerWriter::begin(std::unique_ptr<media::MediaFile> file,
                                                                const std::vector<Stream>& streams,
                                                                Durability durability,
                                                                const std::string& title) {
    std::unique_ptr<ContainerWriter> writer(new ContainerWriter(std::move(file), streams));
    AVFormatContext* made = nullptr;
    if (const int result = avformat_alloc_output_context2(&made, nullptr, "matroska", nullptr); result < 0)
        return media::errorFromAv(result, "Matroska");
    writer->m_context.reset(made);
    made->pb = writer->m_file->io();
    made->flags |= AVFMT_FLAG_CUSTOM_IO;
    made->max_interleave_delta = kInterleaveDelay;
    media::AvOptions options;
    options.set("default_mode", "passthrough");
    if (durability == Durability::Survives) {
        made->flags |= AVFMT_FLAG_FLUSH_PACKETS;
        options.set("cluster_time_limit", kClusterMilliseconds);
        options.set("cluster_size_limit", kClusterBytes);
    }
    if (!title.empty())
        av_dict_set(&made->metadata, "title", title.c_str(), 0);
    for (const Stream& stream : streams) {
        AVStream* added = avformat_new_stream(made, nullptr);
        if (added == nullptr || avcodec_parameters_copy(added->codecpar, stream.codec) < 0)
            return Error{ErrorCode::Internal, "no memory", 0};
        added->codecpar->codec_tag = 0;
        added->time_base = stream.timeBase;
        added->avg_frame_rate = stream.frameRate;
        if (!stream.title.empty())
            av_dict_set(&added->metadata, "title", stream.title.c_str(), 0);
        if (!stream.source.empty())
            av_dict_set(&added->metadata, "MOCKINGBIRD_SOURCE", stream.source.c_str(), 0);
        if (!stream.matrix.empty())
            av_dict_set(&added->metadata, media::kMatrixTag, stream.matrix.c_str(), 0);
        if (stream.isDefault)
            added->disposition |= AV_DISPOSITION_DEFAULT;
    }
    const int result = avformat_write_header(made, options.address());
    TRY(writer->checked(result, "writing the header"));
    TRY(writer->m_file->flush());
    return writer;
}

Result<void> ContainerWriter::checked(int result, const char* doing) const {
    // The file knows better than the muxer, which loses what its writes answered.
    if (const auto failure = m_file->failure())
        return *failure;
    if (result < 0)
        return media::errorFromAv(result, doing);
    return {};
}

Result<void> ContainerWriter::write(media::AvPacket packet) {
    const auto index = static_cast<std::size_t>(packet->stream_index);
    const AVStream& stream = *m_context->streams[index];
    av_packet_rescale_ts(packet.get(), m_timeBases[index], stream.time_base);
    // Where nothing is reordered, one time is the other.
    if (packet->dts == AV_NOPTS_VALUE && stream.codecpar->video_delay == 0)
        packet->dts = packet->pts;
    const bool toldByDts = packet->dts != AV_NOPTS_VALUE;
    // Rounded to Matroska's milliseconds, two packets may meet; in a damaged file, times go back.
    if (toldByDts) {
        packet->dts = std::max(packet->dts, m_lastTimes[index] + 1);
        packet->pts = std::max(packet->pts, packet->dts);
        m_lastTimes[index] = packet->dts;
    } else if (packet->pts == AV_NOPTS_VALUE) {
        return {};
    }
    const auto end = MediaTime::fromMicroseconds(
        av_rescale_q(packet->pts + packet->duration, stream.time_base, AV_TIME_BASE_Q));
    // "This function will take ownership of the reference", but not of the struct, which our handle frees.
    const int result = av_interleaved_write_frame(m_context.get(), packet.get());
    // The muxer made up the dts, and it went back.
    if (result == AVERROR(EINVAL) && !toldByDts && !m_file->failure())
        return {};
    m_duration = std::max(m_duration, end);
    return checked(result, "writing");
}

Result<void> ContainerWriter::keepRoom() {
    return m_file->keepRoom(kRoomForTheEnd);
}

Result<void> ContainerWriter::sync() {
    // In this order: where the room has run out, what was written is on the disk all the same.
    TRY(m_file->sync());
    return keepRoom();
}

Result<void> ContainerWriter::finish(const std::vector<Chapter>& chapters) {
    // The muxer writes chapters it did not have at the header with the trailer, and finds them a place in the
    // table of contents that it left room for.
    TRY(setChapters(*m_context, chaptersWithin(chapters, m_duration)));
    TRY(checked(av_write_trailer(m_context.get()), "writing the index"));
    TRY(m_file->releaseRoom());
    return m_file->sync();
}

} // namespace mockingbird::recorder
