// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/picture.h"
#include "review/playback/play_route.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

namespace mockingbird::review {

/// One picture track that is shown: what is wanted of its thread, and the pictures that are ready. Part of
/// PlaybackState, under its lock.
class PictureLane {
public:
    /// Pictures decoded ahead cover the jump over a skipped stretch; those of 4K are 33 MB each, and fewer.
    static constexpr std::size_t kReadyPictures = 6;
    static constexpr std::size_t kFewPictures = 3;
    static constexpr std::size_t kReadyBytes = 50U << 20U;

    /// The frame that is wanted: the one shown at `piece.from`, then `steps` frames on or back; and after it
    /// those along the route.
    struct Request {
        std::uint64_t generation = 0;
        std::uint64_t jump = 0; ///< rises with each request but those for steps
        std::optional<std::size_t> track;
        RoutePiece piece;
        std::shared_ptr<const PlayRoute> route;
        int steps = 0;
    };
    /// Whether playing waits for the frame.
    enum class Clock { Waits, Runs };

    /// A track of the recording to show; nothing until request() says from where.
    void show(std::optional<std::size_t> track);
    [[nodiscard]] std::optional<std::size_t> track() const { return m_request.track; }
    /// Drops what is ready. Nothing is done for a lane that shows no track, or failed.
    void request(const RoutePiece& piece, std::shared_ptr<const PlayRoute> route, int steps, Clock clock);

    // The picture thread's side.
    [[nodiscard]] const Request& request() const { return m_request; }
    [[nodiscard]] bool wantsPicture() const;
    /// The answer to `request`, or to an earlier one of the same jump, which is shown on the way. Whether
    /// it is the one wanted last.
    bool answer(const Request& request, media::Picture picture);
    /// A picture that is due at the route time `due`.
    void add(std::uint64_t generation, MediaTime due, media::Picture picture);
    /// A frame that came too late to be worth showing.
    void passOver() { ++m_late; }
    void end(std::uint64_t generation);
    /// The track can't be decoded any further: it shows nothing and is waited for no more.
    void fail(std::uint64_t generation, Error why);

    /// What is due at the route time `here` and wasn't taken.
    [[nodiscard]] std::optional<media::Picture> take(MediaTime here);
    /// When on the route the next of those ready is due.
    [[nodiscard]] std::optional<MediaTime> nextDue() const {
        return m_ready.empty() ? std::nullopt : std::optional(m_ready.front().due);
    }

    [[nodiscard]] bool awaited() const { return m_clock == Clock::Waits && !answered(); }
    [[nodiscard]] bool answered() const { return m_answered == m_request.generation; }
    [[nodiscard]] std::size_t ready() const { return m_ready.size(); }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    [[nodiscard]] std::uint64_t late() const { return m_late; }

private:
    struct Ready {
        MediaTime due;
        media::Picture picture;
    };

    Request m_request;
    Clock m_clock = Clock::Waits;
    std::uint64_t m_answered = 0;
    std::optional<media::Picture> m_sought;
    std::deque<Ready> m_ready;
    std::size_t m_readyBytes = 0;
    bool m_ended = true;
    std::optional<Error> m_failure;
    std::uint64_t m_late = 0;
};

} // namespace mockingbird::review
