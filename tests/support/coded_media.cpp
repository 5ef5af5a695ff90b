// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/coded_media.h"

#include "common/media/av_error.h"
#include "common/media/av_handles.h"
#include "common/media/av_log.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace mockingbird::test {

namespace {

constexpr int kBits = 16;
constexpr int kColumns = 10; ///< 16 bits, their parity, and three that are always dark, light, dark
constexpr int kRows = 2;
constexpr int kSampleRate = 48000;
constexpr AVRational kMilliseconds{1, 1000};

Result<void> checked(int result, const char* doing) {
    if (result < 0)
        return media::errorFromAv(result, doing);
    return {};
}

bool blockIsLight(int number, int block) {
    if (block < kBits)
        return ((number >> block) & 1) != 0;
    if (block == kBits)
        return (std::popcount(static_cast<unsigned>(number)) & 1) != 0;
    return block == kBits + 2;
}

/// A moving gradient, so that frames need each other, with the blocks in the upper half.
void draw(AVFrame& frame, int number) {
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x)
            frame.data[0][y * frame.linesize[0] + x] =
                static_cast<std::uint8_t>(60 + ((x * 2 + y + number * 5) % 120));
    }
    const AVPixFmtDescriptor& format = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    for (int plane = 1; plane < format.nb_components; ++plane) {
        const int width = AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w);
        for (int y = 0; y < AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h); ++y)
            std::fill_n(frame.data[plane] + y * frame.linesize[plane], width, std::uint8_t{128});
    }
    const int blockWidth = frame.width / kColumns;
    const int blockHeight = frame.height / 2 / kRows;
    for (int block = 0; block < kColumns * kRows; ++block) {
        const std::uint8_t level = blockIsLight(number, block) ? 235 : 16;
        for (int y = 0; y < blockHeight; ++y)
            std::fill_n(frame.data[0] + (block / kColumns * blockHeight + y) * frame.linesize[0] +
                            block % kColumns * blockWidth,
                        blockWidth, level);
    }
}

float sampleAt(const CodedMedia& media, std::int64_t index, bool steady) {
    const double time = static_cast<double>(index) / kSampleRate;
    if (steady)
        return static_cast<float>(media.toneLevel * std::sin(2 * std::numbers::pi * media.toneHz * time));
    return index % kSampleRate < kSampleRate / 25
               ? static_cast<float>(0.8 * std::sin(2 * std::numbers::pi * 1000 * time))
               : 0.0F;
}

class CodedWriter {
public:
    CodedWriter(const CodedMedia& media, std::filesystem::path file)
        : m_media(media), m_file(std::move(file)) {}

    Result<void> run() {
        AVFormatContext* context = nullptr;
        TRY(checked(avformat_alloc_output_context2(&context, nullptr, nullptr, m_file.c_str()), "container"));
        m_output.reset(context);
        context->avoid_negative_ts = 0;
        if (!m_media.codec.empty())
            TRY(addPicture());
        if (m_media.secondSound)
            TRY(addSound(m_second, "Microphone"));
        if (m_media.sound)
            TRY(addSound(m_mix, "Mix"));
        TRY(checked(avio_open(&context->pb, m_file.c_str(), AVIO_FLAG_WRITE), "open"));
        TRY(checked(avformat_write_header(context, nullptr), "header"));
        Result<void> written = writeAll();
        const int trailer = av_write_trailer(context);
        const int closed = avio_closep(&context->pb);
        TRY(std::move(written));
        TRY(checked(trailer, "trailer"));
        return checked(closed, "close");
    }

private:
    struct Track {
        media::AvCodecContext encoder;
        AVStream* stream = nullptr;
        std::int64_t next = 0; ///< sample
    };

    Result<void> addPicture() {
        const AVCodec* codec = avcodec_find_encoder_by_name(m_media.codec.c_str());
        if (codec == nullptr)
            return Error{ErrorCode::Unsupported, m_media.codec, 0};
        m_picture.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext& encoder = *m_picture.encoder;
        encoder.width = m_media.width;
        encoder.height = m_media.height;
        encoder.pix_fmt = m_media.codec == "mjpeg" ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
        if (!m_media.colours.empty())
            encoder.pix_fmt = av_get_pix_fmt(m_media.colours.c_str());
        encoder.time_base = m_media.codec == "libx264" ? kMilliseconds : AVRational{1, 25};
        encoder.framerate = {25, 1};
        encoder.gop_size = m_media.keyframeEvery;
        encoder.max_b_frames = m_media.bFrames;
        encoder.thread_count = 1;
        if (m_media.bitRate > 0)
            encoder.bit_rate = m_media.bitRate;
        media::AvOptions options;
        if (m_media.codec == "libx264") {
            options.set("preset", "veryfast");
            std::string params = "scenecut=0:b-adapt=0:b-pyramid=normal:open-gop=";
            params += m_media.openGop ? "1" : "0";
            params += ":keyint=" + std::to_string(m_media.keyframeEvery) + ":min-keyint=1";
            if (!m_media.options.empty())
                params += ":" + m_media.options;
            options.set("x264-params", params.c_str());
        }
        TRY(open(m_picture, codec, options.address()));
        m_picture.stream->avg_frame_rate = {25, 1};
        if (m_media.rotateClockwise != 0) {
            auto* matrix = reinterpret_cast<std::int32_t*>(av_stream_new_side_data(
                m_picture.stream, AV_PKT_DATA_DISPLAYMATRIX, 9 * sizeof(std::int32_t)));
            av_display_rotation_set(matrix, m_media.rotateClockwise);
        }
        return {};
    }

    Result<void> addSound(Track& track, const char* title) {
        const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        track.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext& encoder = *track.encoder;
        encoder.sample_rate = kSampleRate;
        encoder.sample_fmt = AV_SAMPLE_FMT_FLTP;
        encoder.time_base = {1, kSampleRate};
        encoder.bit_rate = 128000;
        av_channel_layout_default(&encoder.ch_layout, 1);
        TRY(open(track, codec, nullptr));
        av_dict_set(&track.stream->metadata, "title", title, 0);
        return {};
    }

    Result<void> open(Track& track, const AVCodec* codec, AVDictionary** options) {
        if ((m_output->oformat->flags & AVFMT_GLOBALHEADER) != 0)
            track.encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        TRY(checked(avcodec_open2(track.encoder.get(), codec, options), "encoder"));
        track.stream = avformat_new_stream(m_output.get(), nullptr);
        track.stream->time_base = track.encoder->time_base;
        return checked(avcodec_parameters_from_context(track.stream->codecpar, track.encoder.get()),
                       "stream");
    }

    Result<void> writeAll() {
        std::int64_t end = 0;
        if (m_picture.encoder) {
            for (int number = 0; number < m_media.frames; ++number) {
                const std::int64_t at = m_media.timeOf(number);
                TRY(writeSound(at));
                TRY(writePicture(number, at));
            }
            end = m_media.timeOf(m_media.frames - 1) + 40;
            TRY(encode(m_picture, nullptr));
        }
        if (m_media.soundMs > 0)
            end = m_media.soundMs;
        TRY(writeSound(end));
        for (Track* track : {&m_second, &m_mix}) {
            if (track->encoder)
                TRY(encode(*track, nullptr));
        }
        return {};
    }

    Result<void> writePicture(int number, std::int64_t at) {
        media::AvFrame frame(av_frame_alloc());
        frame->width = m_media.width;
        frame->height = m_media.height;
        frame->format = m_picture.encoder->pix_fmt;
        TRY(checked(av_frame_get_buffer(frame.get(), 0), "frame"));
        draw(*frame, m_media.firstNumber + number);
        frame->pts = av_rescale_q(at + m_media.startMs, kMilliseconds, m_picture.encoder->time_base);
        return encode(m_picture, frame.get());
    }

    Result<void> writeSound(std::int64_t untilMs) {
        if (m_media.soundMs > 0)
            untilMs = std::min(untilMs, m_media.soundMs);
        for (Track* track : {&m_second, &m_mix}) {
            if (!track->encoder)
                continue;
            track->next = std::max(track->next, m_media.soundFromMs * kSampleRate / 1000);
            const std::int64_t until = untilMs * kSampleRate / 1000;
            while (track->next < until) {
                media::AvFrame frame(av_frame_alloc());
                frame->format = AV_SAMPLE_FMT_FLTP;
                frame->sample_rate = kSampleRate;
                frame->nb_samples = track->encoder->frame_size;
                TRY(checked(av_channel_layout_copy(&frame->ch_layout, &track->encoder->ch_layout), "layout"));
                TRY(checked(av_frame_get_buffer(frame.get(), 0), "samples"));
                auto* samples = reinterpret_cast<float*>(frame->data[0]);
                for (int i = 0; i < frame->nb_samples; ++i)
                    samples[i] = sampleAt(m_media, track->next + i, track == &m_second);
                frame->pts = track->next + m_media.startMs * kSampleRate / 1000;
                track->next += frame->nb_samples;
                TRY(encode(*track, frame.get()));
            }
        }
        return {};
    }

    Result<void> encode(Track& track, const AVFrame* frame) {
        TRY(checked(avcodec_send_frame(track.encoder.get(), frame), "encoding"));
        const media::AvPacket packet(av_packet_alloc());
        while (true) {
            const int result = avcodec_receive_packet(track.encoder.get(), packet.get());
            if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
                return {};
            TRY(checked(result, "encoding"));
            av_packet_rescale_ts(packet.get(), track.encoder->time_base, track.stream->time_base);
            packet->stream_index = track.stream->index;
            TRY(checked(av_interleaved_write_frame(m_output.get(), packet.get()), "muxing"));
        }
    }

    const CodedMedia& m_media;
    const std::filesystem::path m_file;
    media::AvOutputContext m_output;
    Track m_picture;
    Track m_second;
    Track m_mix;
};

} // namespace

Result<void> write(const CodedMedia& media, const std::filesystem::path& file) {
    mockingbird::media::routeAvLog();
    return CodedWriter(media, file).run();
}

std::optional<int> numberIn(const media::Picture& picture) {
    const int blockWidth = picture.width / kColumns;
    const int blockHeight = picture.height / 2 / kRows;
    int number = 0;
    int parity = 0;
    for (int block = 0; block < kBits + 4; ++block) {
        const int x = block % kColumns * blockWidth + blockWidth / 2;
        const int y = block / kColumns * blockHeight + blockHeight / 2;
        const std::size_t offset = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                    static_cast<std::size_t>(x)) *
                                   4;
        const bool light = picture.pixels[offset + 1] > 127;
        if (block < kBits)
            number |= (light ? 1 : 0) << block;
        else if (block == kBits)
            parity = light ? 1 : 0;
        else if (light != blockIsLight(0, block))
            return std::nullopt;
    }
    if ((std::popcount(static_cast<unsigned>(number)) & 1) != parity)
        return std::nullopt;
    return number;
}

int frameAt(const CodedMedia& media, MediaTime time) {
    int number = 0;
    while (number + 1 < media.frames && media.timeOf(number + 1) * 1000 <= time.microseconds())
        ++number;
    return number;
}

} // namespace mockingbird::test
