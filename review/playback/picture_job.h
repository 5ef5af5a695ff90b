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

/// The thread of one of the player's lanes: opens the track that is to be shown, answers requests for exact
/// frames and decodes ahead along the route.
class PictureJob {
public:
    /// `first` is track 0, opened already; null where the lane shows nothing yet.
    PictureJob(threading::Guarded<PlaybackState>& state, std::size_t lane,
               std::unique_ptr<PictureTrack> first, std::filesystem::path file,
               std::function<PlayClock::Instant()> now);

    /// The thread's top function.
    void run(const std::stop_token& stop);

private:
    /// Standing, the frame is there sooner; going on, the ones after it.
    enum class Then { Stands, GoesOn };

    [[nodiscard]] Result<void> work(const std::stop_token& stop);
    [[nodiscard]] Result<void> answer(const PictureLane::Request& request, Then then,
                                      const std::stop_token& stop);
    [[nodiscard]] Result<void> open(std::size_t track);
    [[nodiscard]] Result<void> decodeAhead(MediaTime here, const std::stop_token& stop);
    [[nodiscard]] Result<void> findContentEnd(MediaTime last);
    [[nodiscard]] PictureTrack::Cancelled overtaken(const std::stop_token& stop) const;

    threading::Guarded<PlaybackState>& m_state;
    const std::size_t m_lane;
    const std::filesystem::path m_file;
    const std::function<PlayClock::Instant()> m_now;
    std::unique_ptr<PictureTrack> m_track;
    std::optional<std::size_t> m_opened; ///< which one m_track is
    std::optional<PictureConverter> m_converter;
    PictureLane::Request m_request;  ///< the one answered last
    RoutePiece m_piece;              ///< where the last frame lies
    std::optional<MediaTime> m_last; ///< the frame given out last
    int m_passedOver = 0;            ///< late frames in a row that were not shown
    bool m_indexRead = false;        ///< of the opened track
};

} // namespace mockingbird::review
