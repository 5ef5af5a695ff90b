// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/threading/bounded_queue.h"
#include "common/threading/guarded.h"
#include "recorder/capture/capture_source.h"
#include "recorder/sentinel/sound_watch.h"
#include "recorder/sync/audio_aligner.h"
#include "recorder/sync/level_meter.h"
#include "recorder/sync/mix_bus.h"
#include "recorder/sync/running_clock.h"
#include "recorder/sync/sound_block.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace mockingbird::recorder {

/// Takes the sound of all sources, aligns it, measures and mixes it, and hands on block after block of the
/// running timeline, whether it is recorded or not. A source that stalls is silence, so the others go on.
/// Owns a thread.
class SoundJob {
public:
    /// Called in the job's thread with consecutive blocks.
    using Sink = std::function<void(const SoundBlock&)>;

    SoundJob(RunningClock clock, std::size_t sources, Sink sink);
    ~SoundJob();
    SoundJob(const SoundJob&) = delete;
    SoundJob& operator=(const SoundJob&) = delete;

    /// The source's thread; waits while the queue is full. False once the job has ended.
    bool add(std::size_t source, Captured captured);
    /// Nothing comes from the source for now: it is silence, and nobody waits for it, until more is added.
    void end(std::size_t source);
    /// Wakes whoever waits in add(). What is in the queue is dropped.
    void close();

    struct Level {
        double peak = 0;
        double rms = 0;
        bool clipped = false; ///< it reached full scale within the last second
        bool silent = false;  ///< and this is said when it has lasted, as SoundWatch does
        bool clipping = false;
    };
    /// Any thread.
    [[nodiscard]] std::vector<Level> levels() const { return m_levels.copy(); }
    /// Pieces that the queue let fall; none, ever: sources wait. Any thread.
    [[nodiscard]] std::uint64_t dropped() const { return m_queue.dropped(); }
    /// What ended the job, if something did. Any thread.
    [[nodiscard]] std::optional<Error> failure() const { return m_failure.copy(); }

private:
    struct Item {
        std::size_t source = 0;
        std::optional<Captured> captured; ///< none: the source is gone
    };
    struct Track {
        AudioAligner aligner;
        LevelMeter meter;
        SoundWatch watch;
        bool gone = false;
        bool stalled = false;
    };

    void run(std::stop_token stop);
    void accept(Item item);
    void mixWhatIsReady();
    [[nodiscard]] bool ready(std::int64_t until, std::int64_t now);
    [[nodiscard]] std::int64_t patience(const Track& track) const;
    [[nodiscard]] SteadyTime deadline() const;
    void mixBlock();

    const RunningClock m_clock;
    const Sink m_sink;
    threading::BoundedQueue<Item> m_queue;
    threading::Guarded<std::vector<Level>> m_levels;
    threading::Guarded<std::optional<Error>> m_failure;
    std::vector<Track> m_tracks; ///< the job's thread, as all below
    MixBus m_bus;
    std::int64_t m_position = 0;
    SoundBlock m_block;
    std::jthread m_thread; ///< last: it ends before what it uses
};

} // namespace mockingbird::recorder
