// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/remux.h"

#include "recorder/write/container_writer.h"
#include "recorder/write/file_chapters.h"

#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace mockingbird::recorder {

namespace {

std::string tag(const AVDictionary* metadata, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(metadata, key, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
}

bool isWanted(const AVStream& stream) {
    const AVMediaType type = stream.codecpar->codec_type;
    return (type == AVMEDIA_TYPE_VIDEO && (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) ||
           type == AVMEDIA_TYPE_AUDIO;
}

ContainerWriter::Stream copyOf(const AVStream& stream) {
    ContainerWriter::Stream copy;
    copy.codec = stream.codecpar;
    copy.timeBase = stream.time_base;
    if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO)
        copy.frameRate = stream.avg_frame_rate;
    copy.title = tag(stream.metadata, "title");
    copy.source = tag(stream.metadata, "MOCKINGBIRD_SOURCE");
    copy.matrix = media::displayMatrixText(stream);
    copy.isDefault = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    return copy;
}

/// Which streams go where: by the input's index the output's.
struct Plan {
    std::vector<std::optional<int>> places;
    std::vector<ContainerWriter::Stream> streams;
};

Result<Plan> planOf(const AVFormatContext& context) {
    const AVOutputFormat* matroska = av_guess_format("matroska", nullptr, nullptr);
    Plan plan;
    for (const AVStream* stream : std::span(context.streams, context.nb_streams)) {
        if (!isWanted(*stream)) {
            plan.places.emplace_back();
            continue;
        }
        if (avformat_query_codec(matroska, stream->codecpar->codec_id, FF_COMPLIANCE_NORMAL) != 1)
            return Error{
                ErrorCode::Unsupported,
                std::string(avcodec_get_name(stream->codecpar->codec_id)) + " can't be kept in Matroska", 0};
        plan.places.emplace_back(static_cast<int>(plan.streams.size()));
        plan.streams.push_back(copyOf(*stream));
    }
    return plan;
}

Result<RemuxSummary> copyPackets(media::MediaInput& input, const Plan& plan, ContainerWriter& writer,
                                 Unreadable unreadable, const std::vector<Chapter>& chapters) {
    while (true) {
        media::AvPacket packet(av_packet_alloc());
        if (av_read_frame(input.context.get(), packet.get()) < 0)
            break;
        const auto place = plan.places.at(static_cast<std::size_t>(packet->stream_index));
        if (!place || (packet->flags & AV_PKT_FLAG_CORRUPT) != 0)
            continue;
        packet->stream_index = *place;
        packet->pos = -1;
        TRY(writer.write(std::move(packet)));
    }
    if (const auto failure = input.file->failure(); failure && unreadable == Unreadable::Fail)
        return *failure;
    TRY(writer.finish(chapters.empty() ? chaptersOf(*input.context) : chapters));
    return RemuxSummary{writer.duration(), writer.file().bytes()};
}

} // namespace

Result<RemuxSummary> remux(media::MediaInput& input, const std::filesystem::path& target,
                           Unreadable unreadable, const RemuxMarks& marks) {
    const Plan plan = TRY(planOf(*input.context));
    auto file = TRY(media::MediaFile::create(target));
    const auto copied = [&]() -> Result<RemuxSummary> {
        const auto writer = TRY(ContainerWriter::begin(
            std::move(file), plan.streams, ContainerWriter::Durability::Survives,
            marks.title.empty() ? tag(input.context->metadata, "title") : marks.title));
        return copyPackets(input, plan, *writer, unreadable, marks.chapters);
    }();
    if (!copied.ok()) {
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
    }
    return copied;
}

} // namespace mockingbird::recorder
