// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "review/playback/frame_cache.h"
#include "review/playback/h264/parameter_sets.h"
#include "review/playback/picture_converter.h"
#include "review/playback/picture_pool.h"
#include "review/playback/recording_input.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace mockingbird::review {

/// The decoded frames of one picture stream by exact time. A jump reads the packets from the keyframe before
/// the time on to where the frame's identity is certain, then decodes towards it without what no one will
/// see. For one thread.
class PictureTrack {
public:
    /// Asked between packets; true ends the work with Cancelled. The next call starts afresh.
    using Cancelled = std::function<bool()>;

    /// NotFound, Unsupported (no media, no such picture track, no decoder), Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<PictureTrack>> open(const std::filesystem::path& file,
                                                                    int videoTrack = 0);

    [[nodiscard]] MediaTime duration() const { return m_input.duration(); }
    [[nodiscard]] PictureConverter::Turn turn() const;

    /// The frame that is shown at `time`: the last whose time is at or before it; the first where there is
    /// none. Corrupt where the stream holds no frame that can be decoded.
    [[nodiscard]] Result<PictureFrame> at(MediaTime time, const Cancelled& cancelled = {});
    /// The same frame, and the decoder stands at it: what comes after it follows quickly. at() may come to
    /// its frame sooner, and then begins anew for what follows.
    [[nodiscard]] Result<PictureFrame> from(MediaTime time, const Cancelled& cancelled = {});
    /// The next frame; nullopt after the last.
    [[nodiscard]] Result<std::optional<PictureFrame>> after(MediaTime time, const Cancelled& cancelled = {});
    /// The frame before the one shown at `time`; nullopt before the first.
    [[nodiscard]] Result<std::optional<PictureFrame>> before(MediaTime time, const Cancelled& cancelled = {});

    /// The last keyframe at or before `time` that the file's index knows.
    [[nodiscard]] std::optional<MediaTime> keyframeBefore(MediaTime time) const {
        return m_input.keyframeBefore(m_stream, time);
    }

    /// Whether the frame at exactly `time`, which one of the above gave, is known to be the stream's last.
    [[nodiscard]] bool isLast(MediaTime time) const { return m_cache.nextOf(time) == FrameCache::kEnd; }

private:
    /// Whether frames before the one sought are wanted too, for stepping back through them.
    enum class Before { Skip, Keep };
    /// Whether the decoder is to go on behind the frame sought.
    enum class Then { Stop, GoOn };

    PictureTrack(RecordingInput input, int stream, std::unique_ptr<PicturePool> pool,
                 media::AvCodecContext decoder);
    [[nodiscard]] Result<PictureFrame> reach(MediaTime time, Then then, const Cancelled& cancelled);
    [[nodiscard]] Result<PictureFrame> jump(MediaTime time, Before before, Then then,
                                            const Cancelled& cancelled);
    /// At a keyframe at or before `time` less `margin`, with the packets up to where it is certain which
    /// frame `time` shows. False where the keyframe found lies after `time` though there is more before it.
    [[nodiscard]] Result<bool> enter(MediaTime time, MediaTime margin, Before before,
                                     const Cancelled& cancelled);
    [[nodiscard]] Result<void> fillWindow(MediaTime time, const Cancelled& cancelled);
    /// Ends the decoding at the target and leaves out all that it doesn't lean on, where that is known.
    void cut();
    /// The decoder's first frame behind that time; nullopt at the end.
    [[nodiscard]] Result<std::optional<PictureFrame>> nextBehind(MediaTime time, const Cancelled& cancelled);
    /// The decoder's next frame; nullopt at the end.
    [[nodiscard]] Result<std::optional<PictureFrame>> decodeNext(const Cancelled& cancelled);
    [[nodiscard]] Result<void> feed();
    /// Hands a packet to the decoder's threads; nullptr: there are no more.
    void give(const AVPacket* packet);
    /// Has push() follow the target's packet, where that brings its picture out.
    void bringOut();
    /// Makes the decoder's threads give out what they hold, without anything more to decode.
    void push();
    [[nodiscard]] std::optional<PictureFrame> accept(media::AvFrame frame);
    [[nodiscard]] bool nearAhead(MediaTime time) const;

    RecordingInput m_input;
    const int m_stream;
    std::unique_ptr<PicturePool> m_pool; ///< the decoder's
    media::AvCodecContext m_decoder;
    FrameCache m_cache;
    std::deque<media::AvPacket> m_window; ///< read, not yet decoded
    MediaTime m_around;                   ///< what the cache keeps near
    std::optional<MediaTime> m_last;      ///< the decoder's last frame
    std::optional<MediaTime> m_firstKey;  ///< frames before it lean on what wasn't decoded
    std::optional<MediaTime> m_fedKey;    ///< the last keyframe given to the decoder
    /// The frame sought, and where the packets say that it ends.
    struct Target {
        MediaTime time;
        MediaTime next;
    };
    std::optional<Target> m_target;
    std::optional<MediaTime> m_skipBefore;
    std::set<MediaTime> m_skipped;             ///< frames that the decoder may have left out
    std::optional<h264::ParameterSets> m_sets; ///< of a stream that is H.264
    bool m_begun = false;                      ///< the decoder has the window's first packet already
    bool m_cut = false;                        ///< nothing behind the target is decoded
    int m_pushes = 0;                          ///< empty packets still to be fed so that the target comes out
    bool m_fromStart = false;                  ///< the last jump entered at the stream's first packet
    bool m_readAll = false;
    bool m_draining = false;
    bool m_drained = false;
    bool m_lost = true; ///< no defined place in the stream: the next call must jump
};

} // namespace mockingbird::review
