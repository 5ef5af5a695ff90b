// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"
#include "review/playback/play_clock.h"
#include "review/playback/play_range.h"
#include "review/playback/player.h"
#include "review/playback/pulled_sound.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mockingbird::review {

/// Several recordings that play as one. Each has a moment at which they are aligned, and that is 0 in the
/// time they have in common, which may be negative. One clock leads: the sound of the one that is heard or,
/// where no output pulls or it has none, the machine's steady clock; playing starts when all show the picture
/// sought and have the next ones. Who hasn't begun yet shows its first picture, who has ended its last. One
/// that can't be opened or decoded is missing, the others play on. Functions are for the owner's thread
/// unless said otherwise.
class PlayersInStep : public PulledSound {
public:
    static constexpr std::size_t kMost = 4;

    struct Place {
        std::filesystem::path file;
        MediaTime start; ///< the moment of it that lies at 0
    };

    /// Shows what lies at 0, paused. The first is heard. At most kMost; further ones are passed over.
    [[nodiscard]] static std::unique_ptr<PlayersInStep>
    open(const std::vector<Place>& places, Player::Now now = std::chrono::steady_clock::now);
    ~PlayersInStep() override;
    PlayersInStep(const PlayersInStep&) = delete;
    PlayersInStep& operator=(const PlayersInStep&) = delete;

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    /// Why nothing, or nothing more, of it is shown.
    [[nodiscard]] std::optional<Error> failure(std::size_t place) const;
    /// Null where it couldn't be opened.
    [[nodiscard]] const Player* player(std::size_t place) const { return m_members.at(place).player.get(); }

    /// What is played, in common time; it can be left neither by playing nor by a jump. All of all
    /// recordings without one.
    void setRange(std::optional<PlayRange> range);
    [[nodiscard]] PlayRange range() const;

    /// Brings about what time does: call some 60 times a second while playing() or seeking(), before what is
    /// read.
    void update();

    void play(); ///< from the range's start where its end is reached
    void pause();
    [[nodiscard]] bool playing() const { return m_playing; } ///< false again once the end is reached
    void seek(MediaTime time);
    /// One frame of the one that is heard, where that has a picture there; the others go to where it came.
    /// Pauses.
    void step(int frames);
    [[nodiscard]] bool seeking() const; ///< not all show the picture of the last jump, step or nudge yet
    void setSpeed(double speed);        ///< 0.5 to 3, pitch kept
    [[nodiscard]] double speed() const { return m_speed; }
    void setVolume(double volume); ///< 0..1

    /// Whose sound is heard. While playing it goes over without a pause.
    void hear(std::size_t place);
    [[nodiscard]] std::size_t heard() const { return m_heard; }

    /// The moment of it that lies at 0.
    [[nodiscard]] MediaTime start(std::size_t place) const { return m_members.at(place).start; }
    /// Moves that moment, and shows what now lies where playback is; the others stay.
    void setStart(std::size_t place, MediaTime start);
    /// Moves it by frames of its own; pauses. Known once seeking() ends.
    void nudge(std::size_t place, int frames);

    /// Where playback is, in common time.
    [[nodiscard]] MediaTime position() const;
    /// The picture of that place that is due now if it was not taken yet.
    [[nodiscard]] std::optional<media::Picture> takePicture(std::size_t place);
    /// Of all of them, as Player says it.
    [[nodiscard]] std::optional<std::chrono::steady_clock::duration> untilNextPicture() const;

    struct Stats {
        std::uint64_t latePictures = 0; ///< of all, as Player counts them
        std::uint64_t soundUnderruns = 0;
    };
    [[nodiscard]] Stats stats() const;

    void readSound(std::span<float> samples, MediaTime latency) override;
    void setSoundOutput(bool pulls) override;

private:
    struct Member {
        std::unique_ptr<Player> player; ///< null where it couldn't be opened
        std::optional<Error> error;
        MediaTime start;
        MediaTime shown; ///< the time of the picture taken last
    };
    /// A step by frames that is on its way: whose, and whether all go along or its start moves.
    struct Stepping {
        std::size_t place = 0;
        bool nudges = false;
        MediaTime from; ///< the picture shown before
    };

    explicit PlayersInStep(Player::Now now) : m_now(std::move(now)) {}
    void arrive();
    void goOn(Player::Instant now);
    void stand(MediaTime time);
    void stop(MediaTime time);
    [[nodiscard]] bool decoding() const;
    [[nodiscard]] bool readyToStart() const;
    [[nodiscard]] bool steppable(std::size_t place) const;
    [[nodiscard]] std::optional<std::size_t> stepper() const;
    template <class Use>
    void each(Use use) {
        for (Member& member : m_members)
            if (member.player)
                use(*member.player, member);
    }

    const Player::Now m_now;
    std::vector<Member> m_members; ///< not changed in number once they are open
    std::optional<PlayRange> m_range;
    PlayClock m_clock; ///< in common time
    double m_speed = 1;
    bool m_playing = false;
    bool m_waiting = false; ///< playing starts when all are there
    std::optional<Stepping> m_stepping;
    bool m_pulls = false;

    // Read by the sound output's thread.
    std::atomic<std::size_t> m_heard{0};
    std::atomic<std::size_t> m_heardBefore{0}; ///< what fades out
    std::vector<float> m_fading;               ///< that thread's
};

} // namespace mockingbird::review
