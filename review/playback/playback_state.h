// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/media/picture.h"
#include "review/playback/play_clock.h"
#include "review/playback/sound_block.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

namespace mockingbird::review {

/// What the player's threads share, and every step from one state to another. Knows no thread and no file;
/// its owner holds the lock. The README draws the states.
class PlaybackState {
public:
    using Instant = PlayClock::Instant;

    /// Pictures decoded ahead: at 60 a second these cover a hiccup of 50 ms, and 4K ones take 100 MB.
    static constexpr std::size_t kReadyPictures = 3;
    /// Blocks of some 21 ms.
    static constexpr std::size_t kReadySound = 16;

    /// The frame that is wanted: the one shown at `time`, then `steps` frames on or back.
    struct Request {
        std::uint64_t generation = 0;
        std::uint64_t jump = 0; ///< rises with each seek, not with steps
        MediaTime time;
        int steps = 0;
    };
    /// Where the sound is wanted from.
    struct SoundRequest {
        std::uint64_t generation = 0;
        MediaTime time;
        double speed = 1;
    };

    PlaybackState(MediaTime duration, bool hasPicture, bool hasSound);

    // The owner's side.
    void play(Instant now);
    void pause(Instant now);
    void seek(MediaTime time, Instant now);
    void step(int frames, Instant now);
    void setSpeed(double speed, Instant now);
    void setVolume(double volume) { m_volume = volume; }
    void setSoundOutput(bool pulls, Instant now);
    /// Brings about what time alone does: the end is reached, an output that stopped pulling is done without.
    void update(Instant now);
    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] bool seeking() const { return m_answered != m_request.generation; }
    [[nodiscard]] double speed() const { return m_sound.speed; }
    [[nodiscard]] MediaTime position(Instant now) const;
    [[nodiscard]] std::optional<media::Picture> takePicture(Instant now);
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

    // The picture thread's side.
    [[nodiscard]] const Request& request() const { return m_request; }
    [[nodiscard]] bool wantsPicture() const {
        return !m_picturesEnded && !m_failed && m_ready.size() < kReadyPictures;
    }
    /// The answer to `request`, or to an earlier one of the same jump, which is shown on the way.
    void answer(const Request& request, media::Picture picture, bool last, Instant now);
    void addPicture(std::uint64_t generation, media::Picture picture);
    void endPictures(std::uint64_t generation);

    // The sound thread's side.
    [[nodiscard]] const SoundRequest& soundRequest() const { return m_sound; }
    [[nodiscard]] bool wantsSound() const {
        return !m_soundEnded && !m_failed && m_blocks.size() < kReadySound;
    }
    void addSound(std::uint64_t generation, SoundBlock block);
    void endSound(std::uint64_t generation);

    /// Of a file that was cut short: where what is there ends.
    void setContentEnd(MediaTime end) { m_contentEnd = end; }
    [[nodiscard]] bool contentEndKnown() const { return m_contentEnd.has_value(); }
    /// Neither thread can go on.
    void fail(Error error, Instant now);

    // The sound output's side.
    void readSound(std::span<float> samples, MediaTime latency, Instant now);

    [[nodiscard]] std::size_t picturesReady() const { return m_ready.size(); }
    [[nodiscard]] std::size_t soundReady() const;
    [[nodiscard]] bool soundEnded() const { return m_soundEnded; }
    [[nodiscard]] bool picturesEnded() const { return m_picturesEnded; }
    [[nodiscard]] std::uint64_t latePictures() const { return m_latePictures; }
    [[nodiscard]] std::uint64_t soundUnderruns() const { return m_soundUnderruns; }

private:
    [[nodiscard]] bool soundLeads(Instant now) const;
    void startClock(Instant now);
    void restartSound(MediaTime time);
    void newRequest(MediaTime time, int steps);
    std::size_t copySound(std::span<float> samples);

    const MediaTime m_duration;
    const bool m_hasPicture;
    const bool m_hasSound;

    bool m_playing = false;
    double m_volume = 1;
    PlayClock m_clock;

    Request m_request;
    std::uint64_t m_answered = 0;
    std::optional<media::Picture> m_sought;
    std::deque<media::Picture> m_ready;
    bool m_picturesEnded = false;
    std::uint64_t m_latePictures = 0;

    bool m_soundPulls = false;
    Instant m_lastPull; ///< or since when one is awaited
    SoundRequest m_sound;
    std::deque<SoundBlock> m_blocks;
    std::size_t m_blockUsed = 0; ///< floats of the first block that were read
    MediaTime m_soundNext;       ///< the time of the next sample to be read
    bool m_soundEnded = false;
    std::uint64_t m_soundUnderruns = 0;

    std::optional<MediaTime> m_contentEnd;
    std::optional<Error> m_failure;
    bool m_failed = false;
};

} // namespace mockingbird::review
