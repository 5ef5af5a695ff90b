// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/encoder_trial.h"

#include "common/base/log.h"
#include "common/media/av_log.h"
#include "common/threading/guarded.h"
#include "recorder/encode/video_encoder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace mockingbird::recorder {

namespace {

const std::array<EncoderChoice, 6> kCandidates{{{"h264_vaapi", ""},
                                                {"h264_nvenc", ""},
                                                {"h264_qsv", ""},
                                                {"libx264", "veryfast"},
                                                {"libx264", "superfast"},
                                                {"libx264", "ultrafast"}}};
/// Of a second for a second of pictures: the rest is for capturing, sound, a second picture, and the call
/// itself.
constexpr auto kMost = std::chrono::milliseconds(500);
/// Drawn once and shown in turn: drawing is not what is measured.
constexpr int kDrawings = 5;

/// Gradients that move with fine grain on them: more work than most screens, about that of a camera.
media::AvFrame draw(const EncoderDemand& demand, int number) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = demand.width & ~1;
    frame->height = demand.height & ~1;
    frame->color_range = AVCOL_RANGE_MPEG;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return nullptr;
    auto grain = static_cast<std::uint32_t>(number);
    for (int plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? frame->width : frame->width / 2;
        const int height = plane == 0 ? frame->height : frame->height / 2;
        for (int y = 0; y < height; ++y) {
            std::uint8_t* row = frame->data[plane] + static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
            for (int x = 0; x < width; ++x) {
                grain = grain * 1664525U + 1013904223U;
                const int shade = 64 + (x + y + number * 8) % 128;
                row[x] = static_cast<std::uint8_t>(plane == 0 ? shade + static_cast<int>(grain >> 29) : 128);
            }
        }
    }
    return frame;
}

/// How many pictures the packets hold.
int decoded(const AVCodecContext& encoder, const std::vector<media::AvPacket>& packets) {
    const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_H264);
    const media::AvCodecParameters parameters(avcodec_parameters_alloc());
    if (codec == nullptr || avcodec_parameters_from_context(parameters.get(), &encoder) < 0)
        return 0;
    media::AvCodecContext decoder(avcodec_alloc_context3(codec));
    if (avcodec_parameters_to_context(decoder.get(), parameters.get()) < 0 ||
        avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return 0;
    int count = 0;
    const media::AvFrame frame(av_frame_alloc());
    const auto send = [&](const AVPacket* packet) {
        static_cast<void>(avcodec_send_packet(decoder.get(), packet)); // a refusal shows in the count
        while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0)
            ++count;
    };
    for (const auto& packet : packets)
        send(packet.get());
    send(nullptr);
    return count;
}

std::optional<EncoderChoice> wished() {
    const char* name = std::getenv("MOCKINGBIRD_ENCODER");
    if (name == nullptr || *name == '\0')
        return std::nullopt;
    return EncoderChoice::parse(name);
}

using Choices = std::map<EncoderDemand, EncoderChoice>;

threading::Guarded<Choices>& choices() {
    static threading::Guarded<Choices> known;
    return known;
}

std::optional<EncoderChoice> remembered(const EncoderDemand& demand) {
    return choices().read([&](const Choices& known) {
        const auto found = known.find(demand);
        return found == known.end() ? std::nullopt : std::optional(found->second);
    });
}

} // namespace

std::optional<std::chrono::nanoseconds> tryEncoder(const EncoderChoice& choice, const EncoderDemand& demand) {
    media::routeAvLog();
    auto encoder = VideoEncoder::open(demand.width, demand.height, demand.framesPerSecond, choice);
    // Matroska needs the headers apart from the pictures, which not every driver gives.
    if (!encoder.ok() || encoder->context().extradata_size == 0)
        return std::nullopt;
    std::vector<media::AvFrame> drawings;
    for (int i = 0; i < kDrawings; ++i)
        drawings.push_back(draw(demand, i));
    std::vector<media::AvPacket> packets;
    const auto keep = [&](media::AvPacket packet) { packets.push_back(std::move(packet)); };
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < demand.framesPerSecond; ++i) {
        const auto& drawing = drawings[static_cast<std::size_t>(i % kDrawings)];
        const auto time = MediaTime::fromMicroseconds(1'000'000LL * i / demand.framesPerSecond);
        if (drawing == nullptr || !encoder->encode(*drawing, time, keep).ok())
            return std::nullopt;
        // Too slow already; somebody waits for the sources.
        if (const auto soFar = std::chrono::steady_clock::now() - start; soFar > kMost)
            return soFar;
    }
    if (!encoder->flush(keep).ok())
        return std::nullopt;
    const auto took = std::chrono::steady_clock::now() - start;
    if (decoded(encoder->context(), packets) != demand.framesPerSecond)
        return std::nullopt;
    return took;
}

EncoderChoice chooseEncoder(const EncoderDemand& demand, const EncoderTrial& trial) {
    for (const EncoderChoice& candidate : kCandidates) {
        auto took = trial(candidate, demand);
        // The machine may have been busy for a moment, and the choice holds for long.
        if (took && *took > kMost)
            took = std::min(took, trial(candidate, demand));
        if (took)
            log(LogLevel::Debug, "recorder",
                candidate.toString() + " takes " + std::to_string(took->count() / 1'000'000) +
                    " ms for a second");
        if (took && *took <= kMost)
            return candidate;
    }
    return kCandidates.back();
}

EncoderChoice findEncoder(const EncoderDemand& demand) {
    if (const auto wish = wished())
        return *wish;
    // One trial at a time: two would measure each other.
    static std::mutex trying;
    const std::lock_guard lock(trying);
    if (const auto known = remembered(demand))
        return *known;
    const EncoderChoice found = chooseEncoder(demand, tryEncoder);
    log(LogLevel::Notice, "recorder",
        "pictures of " + std::to_string(demand.width) + "x" + std::to_string(demand.height) + " at " +
            std::to_string(demand.framesPerSecond) + " a second are encoded by " + found.toString());
    choices().with([&](Choices& known) { known[demand] = found; });
    return found;
}

EncoderChoice knownEncoder(const EncoderDemand& demand) {
    if (const auto wish = wished())
        return *wish;
    return remembered(demand).value_or(EncoderChoice{});
}

} // namespace mockingbird::recorder
