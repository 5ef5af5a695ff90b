// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "recorder/encode/encoder_choice.h"
#include "recorder/encode/picture_scaler.h"

#include <functional>
#include <optional>

namespace mockingbird::recorder {

/// H.264 by libx264 or the machine's own encoder, with a keyframe at least once a second, and twice where
/// much moves. Takes pictures of any format. For one thread.
class VideoEncoder {
public:
    using Sink = std::function<void(media::AvPacket)>;

    /// For pictures of this size, which is made even. Unsupported where FFmpeg or the machine has no such
    /// encoder.
    [[nodiscard]] static Result<VideoEncoder> open(int width, int height, int framesPerSecond,
                                                   const EncoderChoice& choice = {});

    /// Its stream's parameters and time base.
    [[nodiscard]] const AVCodecContext& context() const { return *m_context; }

    /// Encodes a picture for a time, which has to be later than the one before; packets come out some
    /// pictures later.
    Result<void> encode(const AVFrame& picture, MediaTime time, const Sink& sink);
    /// What is still inside. Nothing can be encoded afterwards.
    Result<void> flush(const Sink& sink);

private:
    VideoEncoder(media::AvCodecContext context, AVPixelFormat input, int framesPerSecond);
    Result<void> refer(const AVFrame& converted);
    Result<void> receive(const Sink& sink);
    [[nodiscard]] bool isKeyframeDue(MediaTime time) const;
    void weigh(const AVPacket& packet);

    /// What came out since the last keyframe, with it.
    struct Weighed {
        std::int64_t keyframeBytes = 0;
        std::int64_t otherBytes = 0;
        std::int64_t others = 0;
    };

    media::AvCodecContext m_context;
    PictureScaler m_scaler;
    media::AvFrame m_picture; ///< refers to the picture under way, with our time on it
    std::int64_t m_frameDuration = 0;
    std::optional<MediaTime> m_lastKeyframe;
    Weighed m_weighed;
};

} // namespace mockingbird::recorder
