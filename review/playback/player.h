// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"
#include "review/playback/play_range.h"
#include "review/playback/player_track.h"
#include "review/playback/pulled_sound.h"
#include "review/playback/track_setting.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mockingbird::review {

/// Plays one recording file: exact frames, picture and mixed sound in step. Audio is the clock; where no
/// sound output pulls, or the file has none, the machine's steady clock is. The decoding runs in its own
/// threads; functions are for the owner's thread unless said otherwise, and none blocks for longer than a
/// lock.
class Player : public PulledSound {
public:
    /// Tells the time on the steady clock; another one than the machine's is for tests.
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    /// Shows the first frame, paused. NotFound, Denied, Unsupported (no media, nothing we can decode),
    /// Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<Player>> open(const std::filesystem::path& file,
                                                              Now now = std::chrono::steady_clock::now);
    ~Player() override;
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    [[nodiscard]] MediaTime duration() const;
    [[nodiscard]] bool hasPicture() const;
    [[nodiscard]] std::vector<PlayerTrack> soundTracks() const;
    [[nodiscard]] std::vector<PlayerTrack> pictureTracks() const;

    /// Which of the picture tracks are decoded and given out, by their place in pictureTracks(); the first
    /// leads: seeks and steps go by its frames, the second shows what it has at that time: before its first
    /// frame the first, after its last the last. One or two; numbers of no track are passed over.
    void showPictures(const std::vector<std::size_t>& tracks);

    /// While every source's setting is the default, the mix is played as it was recorded; otherwise the
    /// sources that are audible (soloed ones, else those not muted) are summed. soundChoice() says it all.
    using TrackSetting = review::TrackSetting;
    void setTrack(int stream, const TrackSetting& setting);
    [[nodiscard]] TrackSetting track(int stream) const;

    /// Plays this stretch over and over; nullopt ends it. Where playback is outside it begins at its start:
    /// at once while playing, else with the next play(). A seek while playing may leave it: from before it,
    /// playing comes to it again, from behind it goes on to the recording's end. What of it lies outside the
    /// recording is cut off; one shorter than a frame (PlayRoute::kShortestLoop) is none.
    void setLoop(std::optional<PlayRange> range);
    [[nodiscard]] std::optional<PlayRange> loop() const;
    /// Stretches that playing passes over, without a gap in the sound. A seek into one shows its frame;
    /// playing then goes on behind it. A loop that would have nothing left is played whole.
    void setSkipped(std::vector<PlayRange> ranges);

    void play(); ///< from the start where the end is reached
    void pause();
    [[nodiscard]] bool playing() const; ///< false again once the end is reached
    /// To the exact frame for the time; clamped to the recording. A later call overtakes one under way.
    void seek(MediaTime time);
    /// One frame back or forth; pauses.
    void stepForward();
    void stepBack();
    /// Whether the last seek's or step's frame is not shown yet.
    [[nodiscard]] bool seeking() const;
    /// 0.5 to 3, pitch kept.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const;
    void setVolume(double volume); ///< 0..1

    /// Where playback is: the time of the sound heard now; while paused, the time of the frame shown or
    /// sought.
    [[nodiscard]] MediaTime position() const;
    /// The picture that is due now if it was not taken yet, of the `place`th of those shown. Call when
    /// untilNextPicture() has passed, or some 60 times a second.
    [[nodiscard]] std::optional<media::Picture> takePicture(std::size_t place = 0);
    /// While it plays, how soon the next of the pictures decoded ahead is due, at the earliest; nothing where
    /// none is.
    [[nodiscard]] std::optional<std::chrono::steady_clock::duration> untilNextPicture() const;
    /// Why the `place`th of the pictures shown, of several, isn't there; the others play on.
    [[nodiscard]] std::optional<Error> pictureFailure(std::size_t place) const;
    /// What ended the playing, such as a file that breaks off; it stays.
    [[nodiscard]] std::optional<Error> failure() const;

    struct Stats {
        std::size_t picturesReady = 0; ///< decoded ahead, of the track that has fewest
        std::size_t soundReady = 0;    ///< samples a channel, decoded ahead
        bool soundEnded = false;       ///< no more sound will come
        bool picturesEnded = false;    ///< no more pictures will come
        std::uint64_t latePictures =
            0; ///< never given out: too late when decoded, or a later one was due too
        std::uint64_t soundUnderruns = 0; ///< the output wanted sound while there was none
    };
    [[nodiscard]] Stats stats() const;

    void readSound(std::span<float> samples, MediaTime latency) override;
    void setSoundOutput(bool pulls) override;

    // One of several that play in step: PlayersInStep's side.
    using Instant = std::chrono::steady_clock::time_point;
    /// Where its own sound, which leads, has brought it.
    struct Beat {
        MediaTime time;
        bool running = false; ///< not before its first sample is heard
    };
    /// From now on and for ever: playing starts with goOn() and goes by the sound that is heard or by
    /// lead(). Time may lie before the recording's start and behind its end, where its first and its last
    /// frame stand in silence; neither end stops it, and nothing is looped or skipped.
    void setInStep();
    /// Stands where it is until goOn(), also while playing.
    void waitForOthers();
    void goOn();
    /// Where it has to be at that instant; nothing where its own sound leads.
    void lead(MediaTime time, Instant at);
    /// Nothing where its own sound doesn't lead.
    [[nodiscard]] std::optional<Beat> beat(Instant at) const;

private:
    struct State;
    explicit Player(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::review
