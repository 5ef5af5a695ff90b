// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/threading/guarded.h"
#include "review/playback/playback_state.h"
#include "review/playback/sound_track.h"
#include "review/playback/tempo_filter.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace mockingbird::review {

/// The player's sound thread: keeps a third of a second of sound ready from where it is wanted, at the speed
/// wanted.
class SoundJob {
public:
    SoundJob(threading::Guarded<PlaybackState>& state, std::unique_ptr<SoundTrack> track,
             std::filesystem::path file, std::function<PlayClock::Instant()> now);

    /// The thread's top function.
    void run(const std::stop_token& stop);

private:
    [[nodiscard]] Result<void> work(const std::stop_token& stop);
    [[nodiscard]] Result<std::optional<SoundBlock>> nextBlock();
    [[nodiscard]] Result<void> findContentEnd();

    threading::Guarded<PlaybackState>& m_state;
    std::unique_ptr<SoundTrack> m_track;
    const std::filesystem::path m_file;
    const std::function<PlayClock::Instant()> m_now;
    std::uint64_t m_generation = 0;
    std::optional<TempoFilter> m_tempo;
    bool m_trackEnded = false;
    MediaTime m_end; ///< of the track's last block
};

} // namespace mockingbird::review
