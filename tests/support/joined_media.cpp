// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/joined_media.h"

#include "common/media/av_error.h"
#include "common/media/av_handles.h"
#include "common/media/media_input.h"

#include <algorithm>

namespace mockingbird::test {

namespace {

constexpr AVRational kMicroseconds{1, 1'000'000};

Result<void> checked(int result, const char* doing) {
    if (result < 0)
        return media::errorFromAv(result, doing);
    return {};
}

} // namespace

Result<void> join(const std::vector<JoinedPart>& parts, const std::filesystem::path& file) {
    AVFormatContext* context = nullptr;
    TRY(checked(avformat_alloc_output_context2(&context, nullptr, nullptr, file.c_str()), "container"));
    const media::AvOutputContext output(context);
    std::vector<media::AvPacket> packets; // in microseconds
    for (const JoinedPart& part : parts) {
        media::MediaInput input = TRY(media::openMediaInput(part.file));
        const auto first = static_cast<int>(context->nb_streams);
        for (unsigned i = 0; i < input.context->nb_streams; ++i) {
            AVStream* stream = avformat_new_stream(context, nullptr);
            TRY(checked(avcodec_parameters_copy(stream->codecpar, input.context->streams[i]->codecpar),
                        "stream"));
            stream->codecpar->codec_tag = 0;
            av_dict_set(&stream->metadata, "title", part.title.c_str(), 0);
        }
        while (true) {
            media::AvPacket packet(av_packet_alloc());
            if (av_read_frame(input.context.get(), packet.get()) < 0)
                break;
            av_packet_rescale_ts(packet.get(), input.context->streams[packet->stream_index]->time_base,
                                 kMicroseconds);
            packet->pts += part.laterByMs * 1000;
            packet->dts += part.laterByMs * 1000;
            packet->stream_index += first;
            packets.push_back(std::move(packet));
        }
    }
    std::ranges::stable_sort(packets, {}, [](const media::AvPacket& packet) { return packet->dts; });
    TRY(checked(avio_open(&context->pb, file.c_str(), AVIO_FLAG_WRITE), "open"));
    TRY(checked(avformat_write_header(context, nullptr), "header"));
    for (const media::AvPacket& packet : packets) {
        av_packet_rescale_ts(packet.get(), kMicroseconds, context->streams[packet->stream_index]->time_base);
        TRY(checked(av_interleaved_write_frame(context, packet.get()), "muxing"));
    }
    TRY(checked(av_write_trailer(context), "trailer"));
    return checked(avio_closep(&context->pb), "close");
}

} // namespace mockingbird::test
