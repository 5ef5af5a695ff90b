// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/sound_choice.h"
#include "review/playback/sound_track.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// The sum of the tracks that are heard, aligned to the sample. One track at its own volume passes through as
/// it is; anything louder is bent below full scale, so that no sum wraps or clips hard. For one thread.
class SoundMix {
public:
    /// `first` is a track that is open already and is taken where its stream is heard.
    SoundMix(std::filesystem::path file, MediaTime duration, int stream, std::unique_ptr<SoundTrack> first);

    /// The next block begins at `time` to the sample, of these tracks; none is silence.
    [[nodiscard]] Result<void> jump(MediaTime time, const std::vector<HeardTrack>& heard);
    /// The next stretch, of a few dozen milliseconds; nullopt where every track has ended.
    [[nodiscard]] Result<std::optional<SoundBlock>> next();

    /// Below it a sample stays as it is.
    static constexpr float kKnee = 0.9F;
    /// Bends what is beyond the knee below 1.
    [[nodiscard]] static float limited(float sample);

private:
    struct Open {
        int stream = 0;
        std::unique_ptr<SoundTrack> track;
    };
    struct Part {
        SoundTrack* track = nullptr;
        double volume = 1;
        std::vector<float> samples; ///< decoded, from m_next on
        bool ended = false;
    };
    [[nodiscard]] Result<SoundTrack*> trackOf(int stream);
    [[nodiscard]] Result<void> fill(Part& part);

    const std::filesystem::path m_file;
    const MediaTime m_duration;
    std::vector<Open> m_open; ///< every track that was ever heard
    std::vector<Part> m_parts;
    std::int64_t m_next = 0; ///< samples since the recording's start
};

} // namespace mockingbird::review
