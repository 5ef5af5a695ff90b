// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decoded_file.h"

#include "common/media/av_error.h"
#include "common/media/media_input.h"
#include "recorder/capture/test_pattern.h"
#include "tests/support/frame_code.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mockingbird::test {

namespace {

constexpr int kRate = 48000;

void take(DecodedFile::Sound& sound, const AVFrame& frame, AVRational base) {
    const auto at = av_rescale_q(frame.pts, base, AVRational{1, kRate});
    if (sound.samples.empty())
        sound.begins = MediaTime::fromMicroseconds(av_rescale_q(frame.pts, base, AV_TIME_BASE_Q));
    const auto begins = av_rescale_q(sound.begins.microseconds(), AV_TIME_BASE_Q, AVRational{1, kRate});
    const auto gap = at - begins - static_cast<std::int64_t>(sound.samples.size());
    // Matroska's milliseconds shift frames by less than 50 samples.
    if (gap > 100)
        sound.samples.resize(static_cast<std::size_t>(at - begins), 0.0F);
    const auto* plane = reinterpret_cast<const float*>(frame.extended_data[0]);
    sound.samples.insert(sound.samples.end(), plane, plane + frame.nb_samples);
}

} // namespace

Result<DecodedFile> decodeWhole(const std::filesystem::path& file, MediaTime from,
                                std::optional<MediaTime> until) {
    const media::MediaInput input = TRY(media::openMediaInput(file));
    AVFormatContext& context = *input.context;
    DecodedFile decoded;
    std::vector<media::AvCodecContext> decoders(context.nb_streams);
    std::vector<std::size_t> places(context.nb_streams);
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        const AVStream& stream = *context.streams[i];
        const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
        decoders[i].reset(avcodec_alloc_context3(codec));
        avcodec_parameters_to_context(decoders[i].get(), stream.codecpar);
        decoders[i]->pkt_timebase = stream.time_base;
        decoders[i]->thread_count = 1;
        if (const int result = avcodec_open2(decoders[i].get(), codec, nullptr); result < 0)
            return media::errorFromAv(result, "decoder");
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO) {
            places[i] = decoded.pictures.size();
            decoded.pictures.emplace_back();
        } else {
            places[i] = decoded.sounds.size();
            decoded.sounds.emplace_back().stream = static_cast<int>(i);
        }
    }
    if (from > MediaTime{}) {
        if (const int result = av_seek_frame(&context, -1, from.microseconds(), AVSEEK_FLAG_BACKWARD);
            result < 0)
            return media::errorFromAv(result, "seeking");
    }
    const media::AvPacket packet(av_packet_alloc());
    const media::AvFrame frame(av_frame_alloc());
    const auto receive = [&](unsigned i) {
        const AVStream& stream = *context.streams[i];
        while (avcodec_receive_frame(decoders[i].get(), frame.get()) >= 0) {
            if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO) {
                DecodedFile::Frame shown;
                shown.time =
                    MediaTime::fromMicroseconds(av_rescale_q(frame->pts, stream.time_base, AV_TIME_BASE_Q));
                shown.code = frameCode(frame->data[0], frame->linesize[0], frame->width, frame->height);
                shown.white = squareIsWhite(frame->data[0], frame->linesize[0], frame->width, frame->height);
                shown.key = frame->key_frame != 0;
                decoded.pictures[places[i]].push_back(shown);
            } else {
                take(decoded.sounds[places[i]], *frame, stream.time_base);
            }
        }
    };
    while (av_read_frame(&context, packet.get()) >= 0) {
        const auto i = static_cast<unsigned>(packet->stream_index);
        if (until &&
            av_rescale_q(packet->pts, context.streams[i]->time_base, AV_TIME_BASE_Q) > until->microseconds())
            break;
        avcodec_send_packet(decoders[i].get(), packet.get());
        av_packet_unref(packet.get());
        receive(i);
    }
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        avcodec_send_packet(decoders[i].get(), nullptr);
        receive(i);
    }
    return decoded;
}

double amplitudeOf(const std::vector<float>& samples, double hertz, std::size_t from, std::size_t count) {
    from = std::min(from, samples.size());
    count = std::min(count, samples.size() - from);
    double real = 0;
    double imaginary = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kRate;
        real += static_cast<double>(samples[from + i]) * std::cos(angle);
        imaginary += static_cast<double>(samples[from + i]) * std::sin(angle);
    }
    return count == 0 ? 0 : 2 * std::hypot(real, imaginary) / static_cast<double>(count);
}

std::vector<double> beeps(const DecodedFile::Sound& sound) {
    // By the beep's own frequency in steps of a millisecond; a beep begins after 100 ms without one.
    constexpr std::size_t kStep = kRate / 1000;
    constexpr std::size_t kWindow = 4 * kStep;
    std::vector<double> found;
    std::size_t quiet = 1000;
    for (std::size_t at = 0; at + kWindow <= sound.samples.size(); at += kStep) {
        const bool loud = amplitudeOf(sound.samples, recorder::test_pattern::kBeepHertz, at, kWindow) >
                          recorder::test_pattern::kBeepLevel / 2;
        // Half the window has to be beep for this level, so it begins in the middle.
        if (loud && quiet >= 100)
            found.push_back(sound.begins.seconds() + static_cast<double>(at + kWindow / 2) / kRate);
        quiet = loud ? 0 : quiet + 1;
    }
    return found;
}

std::vector<double> flashes(const std::vector<DecodedFile::Frame>& frames) {
    std::vector<double> found;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        if (frames[i].white && !frames[i - 1].white)
            found.push_back(frames[i].time.seconds());
    }
    return found;
}

} // namespace mockingbird::test
