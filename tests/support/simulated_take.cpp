// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulated_take.h"

#include "common/media/av_log.h"
#include "recorder/capture/test_picture_source.h"
#include "recorder/sync/sound_job.h"
#include "recorder/write/take.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <future>
#include <mutex>
#include <numbers>
#include <optional>

namespace mockingbird::test {

namespace {

using recorder::kSampleRate;
using recorder::RecordedTrack;
using recorder::RunningClock;
using recorder::SteadyTime;
using Pause = SimulatedTake::Pause;

constexpr int kPiece = kSampleRate / 50;
constexpr int kWidth = 320;
constexpr int kHeight = 180;
/// How far the sound job may be behind the sources: far less than it waits for one of them.
constexpr std::int64_t kMostBehind = kSampleRate / 5;
constexpr std::size_t kMostWaiting = 5;
/// The tone's period in whole samples.
constexpr std::size_t kTonePeriod = 1200;
constexpr double kToneLevel = 0.05;

/// A clock that stands still but when it is set.
class SetClock {
public:
    SetClock() : m_running(m_epoch, [this] { return m_now.load(); }) {}
    [[nodiscard]] const RunningClock& running() const { return m_running; }
    void set(std::int64_t sample) { m_now = m_running.timeOf(sample); }

private:
    const SteadyTime m_epoch = std::chrono::steady_clock::now();
    std::atomic<SteadyTime> m_now{m_epoch};
    const RunningClock m_running;
};

const Pause* pauseAt(const std::vector<Pause>& pauses, std::int64_t at) {
    const auto after = std::ranges::upper_bound(pauses, at, {}, &Pause::from);
    if (after == pauses.begin() || at >= std::prev(after)->until)
        return nullptr;
    return &*std::prev(after);
}

/// A sound source whose crystal is off.
class Device {
public:
    Device(double off, const std::vector<Pause>& pauses) : m_rate(1 + off / 1e6), m_pauses(pauses) {
        for (std::size_t i = 0; i < kTonePeriod; ++i)
            m_tone.push_back(static_cast<float>(
                kToneLevel * std::sin(2 * std::numbers::pi * 440 * static_cast<double>(i) / kSampleRate)));
    }
    /// The running sample up to which the next piece reaches.
    [[nodiscard]] std::int64_t end() const { return running(m_position + kPiece); }
    recorder::Captured next(const RunningClock& clock) {
        media::AvFrame frame(av_frame_alloc());
        frame->format = AV_SAMPLE_FMT_FLT;
        frame->sample_rate = kSampleRate;
        frame->nb_samples = kPiece;
        av_channel_layout_default(&frame->ch_layout, 1);
        if (av_frame_get_buffer(frame.get(), 0) < 0)
            throw std::bad_alloc();
        draw(reinterpret_cast<float*>(frame->data[0]));
        const std::int64_t at = running(m_position);
        m_position += kPiece;
        return {std::move(frame), clock.timeOf(at)};
    }

private:
    [[nodiscard]] std::int64_t running(std::int64_t position) const {
        return std::llround(static_cast<double>(position) / m_rate);
    }
    void draw(float* samples) const {
        for (int i = 0; i < kPiece; ++i)
            samples[i] = m_tone[static_cast<std::size_t>(m_position + i) % kTonePeriod];
        const auto second = (running(m_position) + kSampleRate - 1) / kSampleRate;
        const auto click = std::llround(static_cast<double>(second) * kSampleRate * m_rate) - m_position;
        if (click >= 0 && click < kPiece)
            samples[click] = static_cast<float>(kClickLevel);
        if (pauseAt(m_pauses, running(m_position)) == nullptr &&
            pauseAt(m_pauses, running(m_position + kPiece)) == nullptr)
            return;
        for (int i = 0; i < kPiece; ++i) {
            if (pauseAt(m_pauses, running(m_position + i)) != nullptr)
                samples[i] = static_cast<float>(kMarkerLevel *
                                                std::sin(2 * std::numbers::pi * kMarkerHertz *
                                                         static_cast<double>(m_position + i) / kSampleRate));
        }
    }

    const double m_rate;
    const std::vector<Pause>& m_pauses;
    std::vector<float> m_tone;
    std::int64_t m_position = 0;
};

std::vector<RecordedTrack> tracksOf(const SimulatedTake& settings) {
    std::vector<RecordedTrack> tracks;
    const auto add = [&](RecordedTrack track) {
        track.index = static_cast<int>(tracks.size());
        track.source = {recorder::SourceKind::Test, ""};
        tracks.push_back(std::move(track));
    };
    add({.video = true,
         .source = {},
         .name = "Picture",
         .codec = "h264",
         .width = kWidth,
         .height = kHeight});
    add({.mix = true, .source = {}, .name = "Mix", .codec = "aac", .sampleRate = kSampleRate});
    for (std::size_t i = 0; i < settings.clocksOff.size(); ++i)
        add({.source = {}, .name = "Sound", .codec = "aac", .sampleRate = kSampleRate});
    return tracks;
}

class Simulation {
public:
    explicit Simulation(const SimulatedTake& settings)
        : m_settings(settings), m_sound(m_clock.running(), settings.clocksOff.size(),
                                        [this](const recorder::SoundBlock& block) { hear(block); }) {
        for (const double off : settings.clocksOff)
            m_devices.emplace_back(off, settings.pauses);
    }
    ~Simulation() { m_sound.close(); }
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    Result<SimulatedOutcome> run() {
        m_take = TRY(recorder::Take::begin(
            {m_settings.file, tracksOf(m_settings), m_settings.framesPerSecond, media::MediaFile::create},
            m_clock.running()));
        const std::int64_t end = static_cast<std::int64_t>(m_settings.seconds) * kSampleRate;
        for (std::int64_t now = kPiece; now <= end; now += kPiece) {
            pauseUpTo(now);
            m_clock.set(now);
            TRY(showUpTo(now));
            soundUpTo(now);
            keepPace(now);
            if (const auto failure = m_take->failure())
                return *failure;
            if (now % kSampleRate == 0 && m_settings.eachSecond)
                m_settings.eachSecond(static_cast<int>(now / kSampleRate));
        }
        return finish(end);
    }

private:
    void hear(const recorder::SoundBlock& block) {
        if (m_take != nullptr)
            m_take->addSound(block);
        const std::lock_guard lock(m_mutex);
        m_heard = block.from;
        m_changed.notify_all();
    }
    /// The calls come at their very samples.
    void pauseUpTo(std::int64_t now) {
        if (m_settings.runsOn)
            return;
        for (; m_nextPause < m_settings.pauses.size(); ++m_nextPause) {
            const Pause& pause = m_settings.pauses[m_nextPause];
            if (!m_take->paused()) {
                if (pause.from >= now)
                    return;
                m_clock.set(pause.from);
                m_take->pause();
            }
            if (pause.until >= now)
                return;
            m_clock.set(pause.until);
            m_take->resume();
        }
    }
    Result<void> showUpTo(std::int64_t now) {
        while (true) {
            const std::int64_t at = m_picture * kSampleRate / m_settings.framesPerSecond;
            if (at >= now)
                return {};
            auto frame = TRY(recorder::drawTestPicture(m_picture, m_settings.framesPerSecond));
            if (pauseAt(m_settings.pauses, at) != nullptr)
                std::memset(frame->data[0], 128,
                            static_cast<std::size_t>(frame->linesize[0]) *
                                static_cast<std::size_t>(frame->height));
            m_take->addPicture(0, std::move(frame), at);
            ++m_picture;
        }
    }
    void soundUpTo(std::int64_t now) {
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            while (m_devices[i].end() <= now)
                m_sound.add(i, m_devices[i].next(m_clock.running()));
        }
    }
    /// Real devices give what they have in their own time; these wait for the encoders.
    void keepPace(std::int64_t now) {
        std::unique_lock lock(m_mutex);
        const auto ready = [&] {
            return (m_heard + kMostBehind >= now && m_take->waiting(0) < kMostWaiting) || m_take->failure();
        };
        while (!m_changed.wait_for(lock, std::chrono::milliseconds(1), ready)) {
        }
    }
    Result<SimulatedOutcome> finish(std::int64_t end) {
        // The sources go on meanwhile, as they do.
        SimulatedOutcome outcome;
        auto ending = std::async(std::launch::async, [&]() -> Result<void> {
            const auto begun = std::chrono::steady_clock::now();
            outcome.summary = TRY(m_take->end());
            outcome.stopTook = std::chrono::steady_clock::now() - begun;
            return {};
        });
        for (std::int64_t more = end; more < end + kSampleRate; more += kPiece) {
            if (ending.wait_for(std::chrono::milliseconds(20)) == std::future_status::ready)
                break;
            soundUpTo(more);
        }
        TRY(ending.get());
        return outcome;
    }

    const SimulatedTake& m_settings;
    SetClock m_clock;
    std::unique_ptr<recorder::Take> m_take;
    std::vector<Device> m_devices;
    std::int64_t m_picture = 0;
    std::size_t m_nextPause = 0;
    std::mutex m_mutex; ///< guards m_heard
    std::condition_variable m_changed;
    std::int64_t m_heard = 0;
    recorder::SoundJob m_sound; ///< last: it ends before what it uses
};

} // namespace

Result<SimulatedOutcome> simulate(const SimulatedTake& take) {
    media::routeAvLog();
    return Simulation(take).run();
}

std::vector<double> clicks(const std::vector<float>& samples, double begins) {
    // The coder smears a click over some samples, but its peak stays where it is.
    constexpr std::size_t kAlone = kSampleRate / 4;
    std::vector<double> found;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::abs(static_cast<double>(samples[i])) < kClickLevel / 3)
            continue;
        const std::size_t until = std::min(samples.size(), i + 200);
        std::size_t peak = i;
        for (std::size_t k = i; k < until; ++k) {
            if (std::abs(samples[k]) > std::abs(samples[peak]))
                peak = k;
        }
        found.push_back(begins + static_cast<double>(peak) / kSampleRate);
        i = peak + kAlone;
    }
    return found;
}

std::int64_t placeInTake(const std::vector<Pause>& pauses, std::int64_t at) {
    std::int64_t place = at;
    for (const Pause& pause : pauses) {
        if (pause.from < at)
            place -= std::min(at, pause.until) - pause.from;
    }
    return place;
}

} // namespace mockingbird::test
