// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/output_history.h"
#include "review/playback/sound_block.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace mockingbird::review {

/// Sound on its way from the sound thread to the output. A change that playing goes on over, as of the speed
/// or of what is heard, fills a second row while the first is still read, and blends over to it when it is
/// there: no gap and no click. Times are the route's. Part of PlaybackState, under its lock.
class SoundQueue {
public:
    /// Blocks of some 21 ms.
    static constexpr std::size_t kReadyBlocks = 16;
    /// Two sounds blend, and a cut fades, over so many samples a channel: 5 ms.
    static constexpr std::size_t kFadeFrames = 240;

    /// Everything from here on: what is queued is dropped, what was being heard fades out.
    void restart(std::uint64_t generation, MediaTime time);
    /// Blocks of this generation, which begin at `time`, take over as soon as they can.
    void switchTo(std::uint64_t generation, MediaTime time);
    [[nodiscard]] bool switching() const { return m_switching; }

    [[nodiscard]] bool wants() const { return !coming().ended && coming().blocks.size() < kReadyBlocks; }
    void add(std::uint64_t generation, SoundBlock block);
    void end(std::uint64_t generation);

    /// Whether something can be read, if only the silence after the end.
    [[nodiscard]] bool readable() const;
    [[nodiscard]] bool ended() const { return coming().ended; }
    /// The time of the sample that is read next.
    [[nodiscard]] MediaTime next() const { return m_next; }
    [[nodiscard]] std::size_t ready() const; ///< samples a channel

    void setVolume(double volume) { m_volume = static_cast<float>(volume); }
    /// Adds to `samples`, interleaved; `speed` is that of the silence after the end. What was read is noted
    /// in `history`. The samples filled, which are fewer than asked for where they ran out.
    std::size_t read(std::span<float> samples, double speed, OutputHistory& history);
    /// What still fades out after a cut, while nothing is played.
    void readTail(std::span<float> samples);

private:
    struct Row {
        std::deque<SoundBlock> blocks;
        std::size_t used = 0; ///< floats of the first block that were read
        bool ended = true;
    };
    [[nodiscard]] const Row& coming() const { return m_switching ? m_incoming : m_row; }
    [[nodiscard]] Row& coming() { return m_switching ? m_incoming : m_row; }
    [[nodiscard]] bool canTakeOver() const;
    void takeOver();
    void cut();
    void copy(std::span<float> samples);
    static void dropBefore(Row& row, MediaTime time);

    Row m_row;
    MediaTime m_next;
    std::uint64_t m_generation = 0;
    bool m_switching = false;
    Row m_incoming;
    MediaTime m_from;          ///< where the incoming blocks begin
    bool m_flowing = false;    ///< what was read last goes on with the next sample
    std::vector<float> m_tail; ///< of what was cut, fading out
    std::size_t m_tailUsed = 0;
    std::size_t m_fadedIn = 0; ///< samples a channel since the last cut
    float m_volume = 1;
    float m_volumeNow = 1; ///< on its way there
};

} // namespace mockingbird::review
