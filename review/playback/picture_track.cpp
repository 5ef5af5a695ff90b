// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_track.h"

#include "common/media/av_error.h"
#include "review/playback/h264/needed_pictures.h"
#include "review/playback/track_decoder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <sched.h>
#include <thread>
#include <utility>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// 40 frames of 1080p, in pages of 2 MB: a second and more to step back through.
constexpr std::size_t kCacheBytes = 160U << 20U;
/// Packets read ahead to learn which frame a time shows; beyond it the decoder finds out.
constexpr std::size_t kMaxWindow = 2000;
/// Where no index tells of keyframes, decoding on for this long beats a jump.
constexpr MediaTime kNear(500ms);
/// Of the decoder. Each has a picture in hand, in the stream's order: while one waits for a long one before
/// it, or for rows of what it leans on, others are to go on. Where frames are reordered half of them may hold
/// a stand-in.
constexpr int kLeastThreads = 4;
constexpr int kLeastReordered = 8;
constexpr int kMostThreads = 16;

const Error kCancelled{ErrorCode::Cancelled, "a later jump overtook this one", 0};

bool asked(const PictureTrack::Cancelled& cancelled) {
    return cancelled && cancelled();
}

/// False where there is no memory for it; then the packet is as it was.
bool replaceContent(AVPacket& packet, const std::vector<std::uint8_t>& content) {
    const media::AvPacket made(av_packet_alloc());
    if (made == nullptr || av_new_packet(made.get(), static_cast<int>(content.size())) < 0 ||
        av_packet_copy_props(made.get(), &packet) < 0)
        return false;
    std::ranges::copy(content, made->data);
    av_packet_unref(&packet);
    av_packet_move_ref(&packet, made.get());
    return true;
}

/// Threads that this one begins meanwhile don't push another off its processor when they wake (Linux's
/// SCHED_BATCH). A decoder's wake each other at each row of blocks; the one they wait for would be the one
/// they push aside, as would be the window's.
class BeginPatient {
public:
    BeginPatient() : m_changed(sched_getscheduler(0) == SCHED_OTHER && set(SCHED_BATCH)) {}
    ~BeginPatient() {
        if (m_changed)
            set(SCHED_OTHER);
    }
    BeginPatient(const BeginPatient&) = delete;
    BeginPatient& operator=(const BeginPatient&) = delete;

private:
    static bool set(int policy) {
        const sched_param none{};
        return sched_setscheduler(0, policy, &none) == 0;
    }

    const bool m_changed;
};

void prepare(AVCodecContext& decoder) {
    decoder.thread_count =
        std::clamp(static_cast<int>(std::thread::hardware_concurrency()) + 1,
                   decoder.has_b_frames > 0 ? kLeastReordered : kLeastThreads, kMostThreads);
    // Without it libavcodec keeps to itself good frames at the stream's end after an entry at an open GOP;
    // what it marks as corrupt instead, accept() sorts out.
    if (decoder.codec_id == AV_CODEC_ID_H264)
        decoder.flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
}

} // namespace

PictureTrack::PictureTrack(RecordingInput input, int stream, std::unique_ptr<PicturePool> pool,
                           media::AvCodecContext decoder)
    : m_input(std::move(input)), m_stream(stream), m_pool(std::move(pool)), m_decoder(std::move(decoder)),
      m_cache(kCacheBytes) {
    m_input.select(stream);
    if (m_decoder->codec_id == AV_CODEC_ID_H264)
        m_sets.emplace(
            h264::Bytes(m_decoder->extradata, static_cast<std::size_t>(m_decoder->extradata_size)));
}

Result<std::unique_ptr<PictureTrack>> PictureTrack::open(const std::filesystem::path& file, int videoTrack) {
    RecordingInput input = TRY(RecordingInput::open(file));
    const std::vector<int> streams = input.pictureStreams();
    if (streams.empty())
        return Error{ErrorCode::Unsupported, input.name() + " holds no picture", 0};
    if (videoTrack < 0 || static_cast<std::size_t>(videoTrack) >= streams.size())
        return Error{ErrorCode::OutOfRange,
                     input.name() + " holds " + std::to_string(streams.size()) + " picture tracks", 0};
    const int stream = streams[static_cast<std::size_t>(videoTrack)];
    auto pool = std::make_unique<PicturePool>();
    const BeginPatient patient;
    media::AvCodecContext decoder =
        TRY(openTrackDecoder(input.stream(stream), input.name(), [&](AVCodecContext& context) {
            prepare(context);
            pool->serve(context);
        }));
    return std::unique_ptr<PictureTrack>(
        new PictureTrack(std::move(input), stream, std::move(pool), std::move(decoder)));
}

PictureConverter::Turn PictureTrack::turn() const {
    return PictureConverter::turnOf(m_input.stream(m_stream));
}

Result<PictureFrame> PictureTrack::at(MediaTime time, const Cancelled& cancelled) {
    return reach(time, Then::Stop, cancelled);
}

Result<PictureFrame> PictureTrack::from(MediaTime time, const Cancelled& cancelled) {
    return reach(time, Then::GoOn, cancelled);
}

Result<PictureFrame> PictureTrack::reach(MediaTime time, Then then, const Cancelled& cancelled) {
    m_around = time;
    if (auto frame = m_cache.find(time))
        return *std::move(frame);
    if (!nearAhead(time))
        return jump(time, Before::Skip, then, cancelled);

    std::optional<PictureFrame> shown;
    while (auto frame = TRY(decodeNext(cancelled))) {
        if (frame->time > time)
            break;
        shown = std::move(frame);
        if (const auto next = m_cache.nextOf(shown->time); next && *next > time)
            break;
    }
    if (!shown) {
        // What came was the first beyond: now the one before it is known to be the one.
        if (auto frame = m_cache.find(time))
            return *std::move(frame);
        return jump(time, Before::Skip, then, cancelled);
    }
    return *std::move(shown);
}

Result<std::optional<PictureFrame>> PictureTrack::after(MediaTime time, const Cancelled& cancelled) {
    if (!m_lost && m_last == time) { // as while playing
        m_around = time;
        return nextBehind(time, cancelled);
    }
    const PictureFrame shown = TRY(from(time, cancelled));
    if (shown.time > time)
        return std::optional(shown);
    if (const auto next = m_cache.nextOf(shown.time)) {
        if (*next == FrameCache::kEnd)
            return std::optional<PictureFrame>();
        if (auto frame = m_cache.find(*next))
            return frame;
    }
    if (m_lost || m_last != shown.time) {
        // The cache knew the frame, the decoder stands elsewhere.
        const MediaTime target = m_cache.nextOf(shown.time).value_or(shown.time);
        const PictureFrame reached = TRY(from(target, cancelled));
        if (reached.time > shown.time)
            return std::optional(reached);
        if (m_last != shown.time)
            (void)TRY(jump(shown.time, Before::Skip, Then::GoOn, cancelled));
    }
    return nextBehind(shown.time, cancelled);
}

Result<std::optional<PictureFrame>> PictureTrack::nextBehind(MediaTime time, const Cancelled& cancelled) {
    while (auto frame = TRY(decodeNext(cancelled))) {
        if (frame->time > time)
            return frame;
    }
    return std::optional<PictureFrame>();
}

Result<std::optional<PictureFrame>> PictureTrack::before(MediaTime time, const Cancelled& cancelled) {
    const PictureFrame shown = TRY(at(time, cancelled));
    m_around = shown.time;
    if (auto frame = m_cache.before(shown.time))
        return frame;
    const MediaTime target = shown.time - MediaTime(1us);
    PictureFrame frame = TRY(jump(target, Before::Keep, Then::GoOn, cancelled));
    if (frame.time >= shown.time)
        return std::optional<PictureFrame>();
    return std::optional(std::move(frame));
}

bool PictureTrack::nearAhead(MediaTime time) const {
    if (m_lost || m_drained || !m_last || time < *m_last)
        return false;
    if (const auto key = m_input.keyframeBefore(m_stream, time); key && m_fedKey && *key > *m_fedKey)
        return false;
    return time - *m_last < kNear;
}

Result<PictureFrame> PictureTrack::jump(MediaTime time, Before before, Then then,
                                        const Cancelled& cancelled) {
    m_lost = true;
    for (MediaTime margin;; margin = margin + margin + MediaTime(1s)) {
        const bool fromStart = margin >= time;
        if (!TRY(enter(time, margin, before, cancelled)) && !fromStart)
            continue;
        if (before == Before::Skip && then == Then::Stop)
            cut();
        if (!m_cut && m_begun && m_target && m_target->time == m_firstKey)
            bringOut();
        std::optional<PictureFrame> shown;
        bool early = false;
        while (auto frame = TRY(decodeNext(cancelled))) {
            if (frame->time > time) {
                early = !shown;
                if (early && fromStart)
                    shown = std::move(frame);
                break;
            }
            shown = std::move(frame);
            if (const auto next = m_cache.nextOf(shown->time); next && *next > time)
                break;
        }
        if (m_cut) {
            if (shown && shown->time == m_target->time)
                return *std::move(shown);
            // A damaged one: what is shown instead was left out.
            return jump(time, before, Then::GoOn, cancelled);
        }
        if (shown) {
            m_lost = false;
            return *std::move(shown);
        }
        if (fromStart)
            return Error{ErrorCode::Corrupt, m_input.name() + " holds no picture that can be decoded", 0};
    }
}

Result<bool> PictureTrack::enter(MediaTime time, MediaTime margin, Before before,
                                 const Cancelled& cancelled) {
    m_fromStart = margin >= time;
    if (m_fromStart) {
        TRY(m_input.seekToStart());
    } else {
        TRY(m_input.seek(m_stream, time - margin));
    }
    avcodec_flush_buffers(m_decoder.get());
    m_window.clear();
    m_skipped.clear();
    m_last.reset();
    m_firstKey.reset();
    m_fedKey.reset();
    m_target.reset();
    m_skipBefore.reset();
    m_begun = false;
    m_cut = false;
    m_pushes = 0;
    m_readAll = false;
    m_draining = false;
    m_drained = false;
    TRY(fillWindow(time, cancelled));

    const auto isKey = [](const media::AvPacket& packet) { return (packet->flags & AV_PKT_FLAG_KEY) != 0; };
    const auto key = std::ranges::find_if(m_window, isKey);
    if (key != m_window.end()) {
        m_window.erase(m_window.begin(), key);
        m_firstKey = m_input.timeOf(*m_window.front());
        if (m_firstKey && *m_firstKey > time)
            return false;
    } else if (!m_fromStart) {
        return false;
    }

    // Only where every packet up to beyond `time` is known and says its time is the frame's identity certain.
    const auto known = [](const media::AvPacket& packet) { return packet->pts != AV_NOPTS_VALUE; };
    if (m_window.size() >= kMaxWindow || !std::ranges::all_of(m_window, known))
        return true;
    std::optional<MediaTime> shown;
    std::optional<MediaTime> next;
    for (const media::AvPacket& packet : m_window) {
        const MediaTime at = m_input.timeOf(packet->pts, m_stream);
        if (at <= time)
            shown = std::max(shown.value_or(at), at);
        else
            next = std::min(next.value_or(at), at);
    }
    if (shown && before == Before::Skip)
        m_skipBefore = shown;
    if (shown)
        m_target = Target{*shown, next.value_or(FrameCache::kEnd)};
    return true;
}

void PictureTrack::cut() {
    // Frames that aren't reordered lean on all before them but a few, and push() brings them out as soon.
    if (!m_sets || !m_target || m_decoder->has_b_frames == 0)
        return;
    std::vector<h264::Bytes> packets;
    const auto isTarget = [this](const media::AvPacket& packet) {
        return m_input.timeOf(packet->pts, m_stream) == m_target->time;
    };
    const auto target = std::ranges::find_if(m_window, isTarget);
    if (target == m_window.end())
        return;
    std::for_each(m_window.begin(), target + 1, [&](const media::AvPacket& packet) {
        packets.emplace_back(packet->data, static_cast<std::size_t>(packet->size));
    });
    const auto shares = h264::neededPictures(packets, *m_sets);
    if (!shares)
        return;
    // What is shown before the target and comes behind it in the stream is left out as well.
    std::for_each(target + 1, m_window.end(), [this](const media::AvPacket& packet) {
        if (const MediaTime left = m_input.timeOf(packet->pts, m_stream); left < m_target->time)
            m_skipped.insert(left);
    });
    m_window.erase(target + 1, m_window.end());
    for (std::size_t i = 0; i < m_window.size(); ++i) {
        media::AvPacket& packet = m_window[i];
        const h264::Share& share = (*shares)[i];
        if (share.kind == h264::Share::Kind::Nothing) {
            m_skipped.insert(m_input.timeOf(packet->pts, m_stream));
            packet.reset();
        } else if (share.kind == h264::Share::Kind::StandIn && replaceContent(*packet, share.standIn)) {
            m_skipped.insert(m_input.timeOf(packet->pts, m_stream));
            packet->flags |= AV_PKT_FLAG_DISCARD; // the decoder keeps its picture to itself
        }
    }
    std::erase(m_window, nullptr);
    m_cut = true;
    m_readAll = true;
}

Result<void> PictureTrack::fillWindow(MediaTime time, const Cancelled& cancelled) {
    int later = 0;
    while (!m_readAll && m_window.size() < kMaxWindow) {
        if (asked(cancelled))
            return kCancelled;
        media::AvPacket packet = TRY(m_input.read());
        if (packet == nullptr) {
            m_readAll = true;
            return {};
        }
        // Frames are shown at or after their decoding, so what follows a dts beyond `time` is shown beyond
        // it.
        bool beyond = packet->dts != AV_NOPTS_VALUE && m_input.timeOf(packet->dts, m_stream) > time;
        if (m_input.headerAlone()) {
            // Without those times: no frame is shown before more than so many that come earlier in the
            // stream.
            if (packet->pts != AV_NOPTS_VALUE && m_input.timeOf(packet->pts, m_stream) > time)
                ++later;
            beyond = later > m_input.stream(m_stream).codecpar->video_delay;
        }
        m_window.push_back(std::move(packet));
        const AVPacket& read = *m_window.back();
        if (!m_begun && (read.flags & AV_PKT_FLAG_KEY) != 0) {
            // Whatever the target is, the decoder begins here, and no picture takes it longer: the rest is
            // read and looked into meanwhile.
            m_begun = true;
            give(&read);
        }
        if (beyond)
            return {};
    }
    return {};
}

Result<std::optional<PictureFrame>> PictureTrack::decodeNext(const Cancelled& cancelled) {
    while (!m_drained) {
        if (asked(cancelled))
            return kCancelled;
        media::AvFrame frame(av_frame_alloc());
        if (frame == nullptr)
            return Error{ErrorCode::Internal, "no memory", 0};
        const int result = avcodec_receive_frame(m_decoder.get(), frame.get());
        if (result >= 0) {
            if (auto accepted = accept(std::move(frame)))
                return accepted;
        } else if (result == AVERROR(EAGAIN)) {
            TRY(feed());
        } else if (result == AVERROR_EOF) {
            m_drained = true;
        }
        // Anything else is one frame's damage; the decoder goes on with the next packet.
    }
    if (m_last && !m_cut)
        m_cache.link(*m_last, FrameCache::kEnd);
    return std::optional<PictureFrame>();
}

void PictureTrack::push() {
    --m_pushes;
    // A delimiter, in the form in which this stream's packets come: lengths or start codes before each unit.
    std::array<std::uint8_t, 6> bytes{0, 0, 0, 1, 0x09, 0xF0};
    std::size_t size = bytes.size();
    if (m_decoder->extradata_size > 4 && m_decoder->extradata[0] == 1) {
        const auto prefix = static_cast<std::size_t>((m_decoder->extradata[4] & 3) + 1);
        bytes = {0, 0, 0, 0, 0, 0};
        bytes[prefix - 1] = 2;
        bytes[prefix] = 0x09;
        bytes[prefix + 1] = 0xF0;
        size = prefix + 2;
    }
    const media::AvPacket packet(av_packet_alloc());
    if (packet == nullptr || av_new_packet(packet.get(), static_cast<int>(size)) < 0)
        return;
    std::copy_n(bytes.begin(), size, packet->data);
    // A packet without a picture is an error but where pictures may be left out.
    m_decoder->skip_frame = AVDISCARD_NONREF;
    (void)avcodec_send_packet(m_decoder.get(), packet.get());
}

Result<void> PictureTrack::feed() {
    if (m_pushes > 0) {
        push();
        return {};
    }
    if (std::exchange(m_begun, false))
        m_window.pop_front();
    media::AvPacket packet;
    if (!m_window.empty()) {
        packet = std::move(m_window.front());
        m_window.pop_front();
    } else if (!m_readAll) {
        packet = TRY(m_input.read());
        m_readAll = packet == nullptr;
    }
    m_draining = packet == nullptr;
    give(packet.get());
    return {};
}

void PictureTrack::give(const AVPacket* packet) {
    if (packet != nullptr) {
        const auto time = m_input.timeOf(*packet);
        const bool skippable = time && m_skipBefore && *time < *m_skipBefore;
        m_decoder->skip_frame = skippable ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
        if (skippable)
            m_skipped.insert(*time);
        if (time && (packet->flags & AV_PKT_FLAG_KEY) != 0)
            m_fedKey = time;
        if (time && m_target && *time == m_target->time)
            bringOut();
    }
    // A packet that the decoder refuses is damaged; the ones after it may not be.
    (void)avcodec_send_packet(m_decoder.get(), packet);
}

void PictureTrack::bringOut() {
    // Each of the decoder's threads holds a frame until the others have had packets too. Where frames aren't
    // reordered besides, empty ones do for that, and what comes after the target is not decoded.
    if (m_decoder->codec_id == AV_CODEC_ID_H264 && m_decoder->has_b_frames == 0 &&
        (m_decoder->active_thread_type & FF_THREAD_FRAME) != 0)
        m_pushes = m_decoder->thread_count - 1;
}

std::optional<PictureFrame> PictureTrack::accept(media::AvFrame frame) {
    const std::int64_t timestamp = frame->pts != AV_NOPTS_VALUE ? frame->pts : frame->best_effort_timestamp;
    if (timestamp == AV_NOPTS_VALUE)
        return std::nullopt;
    const MediaTime time = m_input.timeOf(timestamp, m_stream);
    if (m_firstKey && time < *m_firstKey)
        return std::nullopt;
    if (m_last && time <= *m_last)
        return std::nullopt;
    // Until the first sound frame after an entry the decoder may lack what they lean on. At the end of the
    // stream it doesn't say so, and the entry has to be earlier.
    if (!m_last && !m_fromStart && ((frame->flags & AV_FRAME_FLAG_CORRUPT) != 0 || (m_draining && !m_cut)))
        return std::nullopt;
    const bool gap = !m_skipped.empty() && *m_skipped.begin() < time;
    PictureFrame accepted{std::shared_ptr<const AVFrame>(frame.release(),
                                                         [](const AVFrame* gone) {
                                                             auto* owned = const_cast<AVFrame*>(gone);
                                                             av_frame_free(&owned);
                                                         }),
                          time};
    // On the way to a target whose neighbours are left out, nobody can tell what the others are shown until.
    if (!m_cut || time == m_target->time)
        m_cache.insert(accepted, m_around);
    if (m_last && !gap)
        m_cache.link(*m_last, time);
    if (m_target && m_target->time == time) {
        m_cache.link(time, m_target->next);
        m_pushes = 0;
    }
    m_skipped.erase(m_skipped.begin(), m_skipped.upper_bound(time));
    m_last = time;
    return accepted;
}

} // namespace mockingbird::review
