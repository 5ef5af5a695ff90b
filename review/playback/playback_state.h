// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "review/playback/output_history.h"
#include "review/playback/picture_lane.h"
#include "review/playback/play_clock.h"
#include "review/playback/play_route.h"
#include "review/playback/sound_choice.h"
#include "review/playback/sound_queue.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mockingbird::review {

/// What the player's threads share, and every step from one state to another. Knows no thread and no file;
/// its owner holds the lock. The README draws the states. The clock, the sound and the pictures that are
/// ready count in the route's time (PlayRoute); what is asked for and told is the recording's.
class PlaybackState {
public:
    using Instant = PlayClock::Instant;
    static constexpr std::size_t kLanes = 2;

    /// Where the sound is wanted from, how, and what of.
    struct SoundRequest {
        std::uint64_t generation = 0;
        RoutePiece piece;
        std::shared_ptr<const PlayRoute> route;
        double speed = 1;
        std::vector<HeardTrack> heard;
    };

    PlaybackState(MediaTime duration, std::size_t pictureTracks, std::vector<HeardTrack> heard,
                  bool hasSound);

    // The owner's side.
    void play(Instant now);
    void pause(Instant now);
    void seek(MediaTime time, Instant now);
    void step(int frames, Instant now);
    void setSpeed(double speed, Instant now);
    void setVolume(double volume) { m_queue.setVolume(volume); }
    void setHeard(std::vector<HeardTrack> heard, Instant now);
    void setSoundOutput(bool pulls, Instant now);
    void showPictures(const std::vector<std::size_t>& tracks, Instant now);
    void setLoop(const std::optional<PlayRange>& loop, Instant now);
    void setSkipped(std::vector<PlayRange> skipped, Instant now);
    [[nodiscard]] const std::optional<PlayRange>& loop() const { return m_loop; }

    // In step with other players, as Player says it.
    void setInStep();
    void waitForOthers(Instant now);
    void goOn(Instant now);
    void lead(MediaTime time, Instant now);
    [[nodiscard]] bool leadsBySound(Instant now) const;
    [[nodiscard]] bool running() const { return m_clock.running(); }

    /// Brings about what time alone does: the end is reached, an output that stopped pulling is done without.
    void update(Instant now);
    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] bool seeking() const;
    [[nodiscard]] double speed() const { return m_sound.speed; }
    [[nodiscard]] MediaTime position(Instant now) const;
    [[nodiscard]] std::optional<media::Picture> takePicture(std::size_t place, Instant now);
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    [[nodiscard]] std::optional<Error> pictureFailure(std::size_t place) const;
    [[nodiscard]] std::optional<Instant::duration> untilNextPicture(Instant now) const;

    // A picture thread's side.
    [[nodiscard]] PictureLane& lane(std::size_t index) { return m_lanes.at(index); }
    [[nodiscard]] const PictureLane& lane(std::size_t index) const { return m_lanes.at(index); }
    [[nodiscard]] MediaTime routePosition(Instant now) const;
    void answerPicture(std::size_t lane, const PictureLane::Request& request, media::Picture picture,
                       Instant now);
    /// Of several tracks the others go on; with one alone, as fail().
    void failPicture(std::size_t lane, std::uint64_t generation, Error error, Instant now);

    // The sound thread's side.
    [[nodiscard]] const SoundRequest& soundRequest() const { return m_sound; }
    [[nodiscard]] bool wantsSound() const { return !m_failed && m_queue.wants(); }
    void addSound(std::uint64_t generation, SoundBlock block);
    void endSound(std::uint64_t generation) { m_queue.end(generation); }

    /// Of a file that was cut short: where what is there ends.
    void setContentEnd(MediaTime end) { m_contentEnd = end; }
    [[nodiscard]] bool contentEndKnown() const { return m_contentEnd.has_value(); }
    /// No thread can go on.
    void fail(Error error, Instant now);

    // The sound output's side.
    void readSound(std::span<float> samples, MediaTime latency, Instant now);

    /// Of the lane that has fewest.
    [[nodiscard]] std::size_t picturesReady() const;
    [[nodiscard]] bool picturesEnded() const;
    [[nodiscard]] std::uint64_t latePictures() const;
    [[nodiscard]] std::size_t soundReady() const { return m_queue.ready(); }
    [[nodiscard]] bool soundEnded() const { return m_queue.ended(); }
    [[nodiscard]] std::uint64_t soundUnderruns() const { return m_soundUnderruns; }

private:
    [[nodiscard]] bool soundLeads(Instant now) const;
    /// The picture after the one shown is there as well, so that playing doesn't begin with a late one.
    [[nodiscard]] bool ahead() const;
    void startClock(Instant now);
    /// What is played from the route time on: the rest of a piece.
    [[nodiscard]] RoutePiece pieceAt(MediaTime route) const;
    void stand(MediaTime time);
    void requestSound(MediaTime route);
    void joinSound(MediaTime latency, Instant now);
    void changeSound(Instant now);
    void changeSoundSoon(Instant now);
    void reroute(Instant now);
    [[nodiscard]] PictureLane* leader();

    const MediaTime m_duration;
    const std::size_t m_pictureTracks;
    const bool m_hasSound;

    bool m_inStep = false;
    bool m_waits = false; ///< in step: for the others
    bool m_playing = false;
    PlayClock m_clock; ///< in the route's time

    std::optional<PlayRange> m_loop;
    std::vector<PlayRange> m_skipped;
    std::shared_ptr<const PlayRoute> m_route;
    RoutePiece m_piece; ///< in which the clock was last seen

    std::array<PictureLane, kLanes> m_lanes;
    std::vector<std::size_t> m_places; ///< the lane of each place that is shown; the first leads

    bool m_soundPulls = false;
    bool m_joins = false; ///< the sound, into a clock that runs
    Instant m_lastPull;   ///< or since when one is awaited
    SoundRequest m_sound;
    SoundQueue m_queue;
    OutputHistory m_history;
    bool m_changedAgain = false; ///< m_sound changed while the queue goes over to a change
    std::uint64_t m_soundUnderruns = 0;

    std::optional<MediaTime> m_contentEnd;
    std::optional<Error> m_failure;
    bool m_failed = false;
};

} // namespace mockingbird::review
