// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace mockingbird::recorder {

/// Which stretches of the running timeline a take keeps, and where in the take they lie. All tracks ask this
/// one clock, so a pause cuts each at the same sample. Times are samples of the RunningClock. Any thread.
class TakeClock {
public:
    explicit TakeClock(std::int64_t beginning);

    /// Calls that change nothing (a pause while paused) are ignored, as are those before the last one.
    void pause(std::int64_t at);
    void resume(std::int64_t at);
    void end(std::int64_t at);

    /// Where the take is at a running time; none before it, in a pause, or after it.
    [[nodiscard]] std::optional<std::int64_t> position(std::int64_t at) const;

    /// A kept stretch of a block: `count` samples from `offset` on lie at `position` of the take.
    struct Piece {
        std::int64_t offset = 0;
        std::int64_t count = 0;
        std::int64_t position = 0;
        bool operator==(const Piece&) const = default;
    };
    /// What is kept of the block of `count` samples from the running time `from` on.
    [[nodiscard]] std::vector<Piece> keep(std::int64_t from, std::int64_t count) const;

    /// How much was kept up to a running time.
    [[nodiscard]] std::int64_t elapsed(std::int64_t now) const;
    [[nodiscard]] bool paused() const;
    /// When it ended.
    [[nodiscard]] std::optional<std::int64_t> ended() const;

private:
    struct Span {
        std::int64_t begin = 0;
        std::int64_t end = 0;
        std::int64_t position = 0; ///< of `begin` in the take
    };
    void closeSpan(std::int64_t at);

    mutable std::mutex m_mutex; ///< guards all below
    std::vector<Span> m_spans;
    bool m_running = true;
    std::optional<std::int64_t> m_ended;
};

} // namespace mockingbird::recorder
