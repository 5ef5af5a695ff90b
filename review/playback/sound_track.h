// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "review/playback/recording_input.h"
#include "review/playback/sound_block.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace mockingbird::review {

/// The decoded sound of one stream as stereo at 48 kHz, without gaps: where the stream has none, silence
/// stands, so that a sample's place says its time. For one thread.
class SoundTrack {
public:
    static constexpr int kSampleRate = 48000;
    static constexpr int kChannels = 2;
    static constexpr std::int64_t kBlockFrames = 1024; ///< at most in a block of silence or of a mix

    /// The nearest sample's place.
    [[nodiscard]] static std::int64_t sampleAt(MediaTime time);

    /// NotFound, Unsupported (no media, no decoder), Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<SoundTrack>> open(const std::filesystem::path& file,
                                                                  int stream);

    [[nodiscard]] MediaTime duration() const { return m_input.duration(); }

    /// The next block begins at `time` to the sample.
    [[nodiscard]] Result<void> jump(MediaTime time);
    /// The next stretch, of a few dozen milliseconds; nullopt at the stream's end.
    [[nodiscard]] Result<std::optional<SoundBlock>> next();

private:
    SoundTrack(RecordingInput input, int stream, media::AvCodecContext decoder);
    [[nodiscard]] Result<void> decode();
    [[nodiscard]] Result<void> append(const AVFrame* frame);
    [[nodiscard]] MediaTime timeOfSample(std::int64_t index) const;

    RecordingInput m_input;
    const int m_stream;
    media::AvCodecContext m_decoder;
    media::SwrHandle m_resampler;
    AVChannelLayout m_layout{}; ///< what the resampler is set up for; native layouts alone, which own nothing
    int m_format = -1;
    int m_rate = 0;
    std::vector<float> m_samples;          ///< decoded, from m_next on
    std::int64_t m_next = 0;               ///< samples since the recording's start
    std::int64_t m_silence = 0;            ///< samples of silence to give before m_samples
    std::optional<std::int64_t> m_entered; ///< where the sound found by a jump began
    std::optional<std::int64_t> m_decoded; ///< where the decoded sound ends
    bool m_drained = false;
};

} // namespace mockingbird::review
