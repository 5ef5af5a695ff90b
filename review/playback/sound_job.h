// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/threading/guarded.h"
#include "review/playback/playback_state.h"
#include "review/playback/sound_mix.h"
#include "review/playback/tempo_filter.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace mockingbird::review {

/// The player's sound thread: keeps a third of a second of sound ready along the route, at the speed and of
/// the tracks wanted. Its blocks' times are the route's.
class SoundJob {
public:
    SoundJob(threading::Guarded<PlaybackState>& state, SoundMix mix, MediaTime duration,
             std::filesystem::path file, std::function<PlayClock::Instant()> now);

    /// The thread's top function.
    void run(const std::stop_token& stop);

private:
    [[nodiscard]] Result<void> work(const std::stop_token& stop);
    [[nodiscard]] Result<void> begin(const PlaybackState::SoundRequest& request);
    [[nodiscard]] Result<std::optional<SoundBlock>> nextBlock();
    [[nodiscard]] Result<std::optional<SoundBlock>> nextOfRoute();
    [[nodiscard]] Result<SoundBlock> nextOfPiece();
    [[nodiscard]] Result<void> findContentEnd();

    threading::Guarded<PlaybackState>& m_state;
    SoundMix m_mix;
    const MediaTime m_duration;
    const std::filesystem::path m_file;
    const std::function<PlayClock::Instant()> m_now;
    PlaybackState::SoundRequest m_request; ///< the one being answered
    RoutePiece m_piece;                    ///< what is decoded
    bool m_more = false;                   ///< something follows m_piece, so that it ends in a fade
    bool m_joined = false;                 ///< something came before, so that it begins with one
    MediaTime m_next;                      ///< in the recording
    bool m_ended = false;                  ///< no more will come along the route
    bool m_mixEnded = false;               ///< silence until the piece's end
    MediaTime m_end;                       ///< of the tracks' last block
    std::optional<TempoFilter> m_tempo;
};

} // namespace mockingbird::review
