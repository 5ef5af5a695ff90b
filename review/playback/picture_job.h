// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/threading/guarded.h"
#include "review/playback/picture_track.h"
#include "review/playback/playback_state.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace mockingbird::review {

/// The player's picture thread: answers requests for exact frames and decodes ahead of what is shown.
class PictureJob {
public:
    PictureJob(threading::Guarded<PlaybackState>& state, std::unique_ptr<PictureTrack> track,
               std::filesystem::path file, std::function<PlayClock::Instant()> now);

    /// The thread's top function.
    void run(const std::stop_token& stop);

private:
    [[nodiscard]] Result<void> work(const std::stop_token& stop);
    [[nodiscard]] Result<void> answer(const PlaybackState::Request& request, const std::stop_token& stop);
    [[nodiscard]] Result<void> decodeAhead(MediaTime position, const std::stop_token& stop);
    [[nodiscard]] Result<void> findContentEnd(MediaTime last);

    threading::Guarded<PlaybackState>& m_state;
    std::unique_ptr<PictureTrack> m_track;
    const std::filesystem::path m_file;
    const std::function<PlayClock::Instant()> m_now;
    PictureConverter m_converter;
    PlaybackState::Request m_request; ///< the one answered last
    std::optional<MediaTime> m_last;  ///< the frame given out last
    int m_passedOver = 0;             ///< late frames in a row that were not shown
};

} // namespace mockingbird::review
