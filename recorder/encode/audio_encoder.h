// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mockingbird::recorder {

/// AAC of 48 kHz stereo. For one thread.
class AudioEncoder {
public:
    static constexpr std::size_t kChannels = 2;
    using Sink = std::function<void(media::AvPacket)>;

    [[nodiscard]] static Result<AudioEncoder> open();

    [[nodiscard]] const AVCodecContext& context() const { return *m_context; }

    /// Interleaved samples that follow on the last ones.
    Result<void> encode(std::span<const float> samples, const Sink& sink);
    /// What is still inside, filled up with silence. Nothing can be encoded afterwards.
    Result<void> flush(const Sink& sink);

private:
    explicit AudioEncoder(media::AvCodecContext context);
    Result<void> encodeFrame(std::span<const float> samples, const Sink& sink);
    Result<void> receive(const Sink& sink);

    media::AvCodecContext m_context;
    media::AvFrame m_frame;
    std::vector<float> m_pending; ///< less than a frame
    std::int64_t m_position = 0;
};

} // namespace mockingbird::recorder
