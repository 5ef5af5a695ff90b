// SPDX-License-Identifier: GPL-3.0-or-later
// Two recordings in step, looked at 60 times a second as a window does: how far apart the pictures on show
// are while they play and after jumps, and which come late.
#include "review/playback/players_in_step.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/made_recording.h"
#include "tests/bench/measured_times.h"
#include "tests/bench/review_bench.h"

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace mockingbird::bench {

namespace {

using namespace std::chrono_literals;
using review::PlayersInStep;

constexpr int kAllJumps = 200;
constexpr int kMinutes = 10;
/// One frame, which at the joints of the clips that the recordings are made of is longer by what a clip's
/// sound is longer than its pictures: 1,024 samples at most.
constexpr double kLongestFrameMs = 1000.0 / 30 + 1024.0 / 48;
constexpr auto kTick = std::chrono::microseconds(16'667);
/// Where the first and the others are aligned: behind their first pictures, and off each other's frames.
constexpr MediaTime kFirst = MediaTime::fromMicroseconds(1'000'000);
constexpr MediaTime kLater = MediaTime::fromMicroseconds(2'345'000);

double processorSecondsNow() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Waits for the next of moments that follow each other evenly.
class Metronome {
public:
    explicit Metronome(std::chrono::microseconds every) : m_every(every) {}
    void wait() {
        std::unique_lock lock(m_mutex);
        m_never.wait_until(lock, m_next += m_every, [] { return false; });
    }

private:
    const std::chrono::microseconds m_every;
    std::chrono::steady_clock::time_point m_next = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_never;
};

/// A sound output without a loudspeaker: pulls 10 ms every 10 ms and says it holds 40 ms.
class PullingOutput {
public:
    explicit PullingOutput(review::PulledSound& sound)
        : m_thread([&sound](const std::stop_token& stop) {
              std::vector<float> samples(480UL * review::PulledSound::kChannels);
              Metronome metronome(10ms);
              while (!stop.stop_requested()) {
                  sound.readSound(samples, MediaTime(40ms));
                  metronome.wait();
              }
          }) {}

private:
    std::jthread m_thread;
};

/// What a window would show.
class Looking {
public:
    explicit Looking(PlayersInStep& players) : m_players(players), m_shown(players.size()) {}

    void look() {
        m_players.update();
        take();
        if (m_players.seeking())
            return;
        take(); // the answer to a jump may have come between the two questions
        const MediaTime here = m_players.position();
        for (std::size_t place = 0; place < m_players.size(); ++place)
            m_behind = std::max(m_behind, (here + m_players.start(place) - m_shown[place]).seconds() * 1000);
        const MediaTime first = m_shown[0] - m_players.start(0);
        for (std::size_t place = 1; place < m_players.size(); ++place)
            m_apart = std::max(m_apart,
                               std::abs((m_shown[place] - m_players.start(place) - first).seconds()) * 1000);
    }
    void take() {
        for (std::size_t place = 0; place < m_players.size(); ++place) {
            if (const auto picture = m_players.takePicture(place)) {
                m_shown[place] = picture->time;
                ++m_pictures;
            }
        }
    }
    /// Until `done`, tick by tick.
    template <class Done>
    void until(Done done) {
        Metronome metronome(kTick);
        while (!done()) {
            look();
            metronome.wait();
        }
    }
    [[nodiscard]] double apartMs() const { return m_apart; }
    [[nodiscard]] double behindMs() const { return m_behind; } ///< the clock, at worst
    [[nodiscard]] double pictures() const { return m_pictures; }

private:
    PlayersInStep& m_players;
    std::vector<MediaTime> m_shown;
    double m_apart = 0;
    double m_behind = 0;
    double m_pictures = 0;
};

void playing(PlayersInStep& players, int seconds) {
    Looking looking(players);
    players.seek({});
    looking.until([&] { return !players.seeking(); });
    const auto late = players.stats().latePictures;
    const double before = processorSecondsNow();
    players.play();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    looking.until([&] { return std::chrono::steady_clock::now() >= end || !players.playing(); });
    players.pause();
    const double length = players.position().seconds();
    const auto lateNow = players.stats().latePictures - late;
    report("in-step: playing",
           {{"places", double(players.size()), "", {}},
            {"played", length, "s", {}},
            {"farthest apart", looking.apartMs(), "ms", kLongestFrameMs},
            {"farthest behind the clock", looking.behindMs(), "ms", {}},
            {"pictures on show", looking.pictures(), "", {}},
            {"pictures late", double(lateNow), "", 0},
            {"gaps in the sound", double(players.stats().soundUnderruns), "", 0},
            {"processor, of one core", 100 * (processorSecondsNow() - before) / length, "%", {}}});
}

void jumping(PlayersInStep& players, int jumps) {
    Looking looking(players);
    std::mt19937_64 random{11};
    std::uniform_int_distribution<std::int64_t> any(0, players.range().end.microseconds() - 5'000'000);
    MeasuredTimes took;
    const auto late = players.stats().latePictures;
    players.play();
    for (int i = 0; i < jumps; ++i) {
        took.measure([&] {
            players.seek(MediaTime::fromMicroseconds(any(random)));
            looking.until([&] { return !players.seeking(); });
        });
        const auto end = std::chrono::steady_clock::now() + 500ms;
        looking.until([&] { return std::chrono::steady_clock::now() >= end; });
    }
    players.pause();
    report("in-step: jumping", {{"jumps", double(jumps), "", {}},
                                {"farthest apart, at the jump and playing on for 0.5 s", looking.apartMs(),
                                 "ms", kLongestFrameMs},
                                {"farthest behind the clock", looking.behindMs(), "ms", {}},
                                {"pictures late", double(players.stats().latePictures - late), "", 0},
                                {"until all showed it, median", took.median(), "ms", {}},
                                {"until all showed it, 95 of 100", took.p95(), "ms", {}}});
}

} // namespace

int benchInStep(const Words& words) {
    const int seconds = words.empty() ? kMinutes * 60 - 10 : std::atoi(words[0].c_str());
    const std::size_t count = words.size() < 2 ? 2 : static_cast<std::size_t>(std::atoi(words[1].c_str()));
    const int jumps = words.size() < 3 ? kAllJumps : std::atoi(words[2].c_str());
    const MadeRecordings made;
    const auto camera = made.recording(Content::Camera, kMinutes, 1);
    const auto screen = made.recording(Content::Screen, kMinutes, 1);
    std::vector<PlayersInStep::Place> places;
    for (std::size_t place = 0; place < count; ++place)
        places.push_back({place % 2 == 0 ? camera : screen, place == 0 ? kFirst : kLater});
    const auto players = PlayersInStep::open(places);
    players->setSoundOutput(true);
    const PullingOutput output(*players);
    playing(*players, seconds);
    jumping(*players, jumps);
    return 0;
}

} // namespace mockingbird::bench
