// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/thumbnail_reader.h"

#include "review/playback/picture_converter.h"
#include "review/playback/recording_input.h"
#include "review/playback/track_decoder.h"

#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// A keyframe is looked for no longer than in so many packets after an entry.
constexpr int kMaxPackets = 2000;

void prepare(AVCodecContext& decoder) {
    // One picture at a time: threads by frames would only hold it back, and those by slices help where there
    // are some.
    decoder.thread_type = FF_THREAD_SLICE;
    decoder.thread_count = 2;
    decoder.skip_frame = AVDISCARD_NONKEY;
    // Nothing leans on these pictures, and blocks don't show at their size.
    decoder.skip_loop_filter = AVDISCARD_ALL;
    decoder.flags2 |= AV_CODEC_FLAG2_FAST;
}

} // namespace

struct ThumbnailReader::State {
    RecordingInput input;
    int stream;
    media::AvCodecContext decoder;
    PictureConverter converter;

    Result<media::AvPacket> keyframe(MediaTime time);
    Result<media::AvPacket> lastKeyframe(MediaTime time, MediaTime margin);
    [[nodiscard]] media::AvFrame decode(const AVPacket& packet) const;
};

ThumbnailReader::ThumbnailReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ThumbnailReader::~ThumbnailReader() = default;

Result<std::unique_ptr<ThumbnailReader>> ThumbnailReader::open(const std::filesystem::path& file, int width) {
    RecordingInput input = TRY(RecordingInput::open(file));
    const std::vector<int> streams = input.pictureStreams();
    if (streams.empty())
        return Error{ErrorCode::Unsupported, input.name() + " holds no picture", 0};
    const int stream = streams.front();
    media::AvCodecContext decoder = TRY(openTrackDecoder(input.stream(stream), input.name(), prepare));
    PictureConverter converter(PictureConverter::turnOf(input.stream(stream)), width);
    input.select(stream);
    return std::unique_ptr<ThumbnailReader>(new ThumbnailReader(std::unique_ptr<State>(
        new State{std::move(input), stream, std::move(decoder), std::move(converter)})));
}

/// The last keyframe at or before `time` among the packets from an entry at `time - margin` on; null where
/// the first one found there lies beyond it.
Result<media::AvPacket> ThumbnailReader::State::lastKeyframe(MediaTime time, MediaTime margin) {
    const bool fromStart = margin >= time;
    if (fromStart) {
        TRY(input.seekToStart());
    } else {
        TRY(input.seek(stream, time - margin));
    }
    const auto indexed = input.keyframeBefore(stream, time);
    media::AvPacket found;
    for (int count = 0; count < kMaxPackets; ++count) {
        media::AvPacket packet = TRY(input.read());
        if (packet == nullptr)
            break;
        const auto at = input.timeOf(*packet);
        if ((packet->flags & AV_PKT_FLAG_KEY) != 0) {
            if (at && *at > time)
                return found == nullptr && fromStart ? std::move(packet) : std::move(found);
            found = std::move(packet);
            if (at && indexed && *at >= *indexed)
                break;
        } else if (packet->dts != AV_NOPTS_VALUE && input.timeOf(packet->dts, stream) > time) {
            break;
        }
    }
    return found;
}

Result<media::AvPacket> ThumbnailReader::State::keyframe(MediaTime time) {
    for (MediaTime margin;; margin = margin + margin + MediaTime(1s)) {
        if (media::AvPacket packet = TRY(lastKeyframe(time, margin)); packet != nullptr || margin >= time)
            return packet;
    }
}

media::AvFrame ThumbnailReader::State::decode(const AVPacket& packet) const {
    avcodec_flush_buffers(decoder.get());
    media::AvFrame frame(av_frame_alloc());
    // The end of the stream makes the decoder give out at once what it would hold back.
    if (frame == nullptr || avcodec_send_packet(decoder.get(), &packet) < 0 ||
        avcodec_send_packet(decoder.get(), nullptr) < 0 ||
        avcodec_receive_frame(decoder.get(), frame.get()) < 0)
        return {};
    return frame;
}

Result<media::Picture> ThumbnailReader::near(MediaTime time) {
    const Error none{ErrorCode::Corrupt, m_state->input.name() + " holds no picture there", 0};
    for (MediaTime wanted = std::max(time, MediaTime());;) {
        const media::AvPacket packet = TRY(m_state->keyframe(wanted));
        if (packet == nullptr)
            return none;
        const MediaTime at = m_state->input.timeOf(*packet).value_or(wanted);
        if (const media::AvFrame frame = m_state->decode(*packet); frame != nullptr)
            return m_state->converter.convert(*frame, at);
        // A damaged one: the one before it will do.
        if (at <= MediaTime() || at > wanted)
            return none;
        wanted = at - MediaTime(1us);
    }
}

} // namespace mockingbird::review
