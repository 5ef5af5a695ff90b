// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/sound_job.h"

#include "common/base/log.h"

#include <algorithm>
#include <exception>

namespace mockingbird::recorder {

namespace {

/// Some 20 s of sound in the usual 20 ms pieces: what a disk may take to come back.
constexpr std::size_t kQueueLimit = 1024;
/// How long a block waits for a source that was fine until now: more than a busy machine holds sound back.
constexpr std::int64_t kPatience = kSampleRate;
/// And for one that has stalled, so that the other tracks don't lag behind for long.
constexpr std::int64_t kPatienceWhenStalled = kSampleRate / 5;

} // namespace

SoundJob::SoundJob(RunningClock clock, std::size_t sources, Sink sink)
    : m_clock(clock), m_sink(std::move(sink)), m_queue(kQueueLimit, threading::Overflow::Block),
      m_levels(std::vector<Level>(sources)), m_tracks(sources), m_position(clock.now()) {
    m_block.tracks.resize(sources + 1, std::vector<float>(SoundBlock::kSamples * AudioAligner::kChannels));
    m_thread = std::jthread([this](std::stop_token stop) {
        try {
            run(stop);
        } catch (const std::exception& error) {
            m_failure.with([&](auto& failure) { failure = Error{ErrorCode::Internal, error.what(), 0}; });
            log(LogLevel::Warning, "recorder", std::string("the sound thread ended: ") + error.what());
        }
        m_queue.close();
    });
}

SoundJob::~SoundJob() {
    m_thread.request_stop();
    close();
}

bool SoundJob::add(std::size_t source, Captured captured) {
    return m_queue.push(Item{source, std::move(captured)});
}

void SoundJob::end(std::size_t source) {
    m_queue.push(Item{source, std::nullopt});
}

void SoundJob::close() {
    m_queue.close();
    m_queue.clear();
}

void SoundJob::run(std::stop_token stop) {
    while (!stop.stop_requested() && !m_queue.closed()) {
        if (auto item = m_queue.popUntil(deadline(), stop)) {
            accept(std::move(*item));
            // All that has come counts before a source is called stalled; a queue full at most, so that
            // sources which give faster than in real time can't keep us from mixing.
            for (std::size_t i = 0; i < kQueueLimit; ++i) {
                auto more = m_queue.tryPop();
                if (!more)
                    break;
                accept(std::move(*more));
            }
        }
        mixWhatIsReady();
    }
}

void SoundJob::accept(Item item) {
    Track& track = m_tracks[item.source];
    if (!item.captured) {
        track.gone = true;
        // What comes next, if anything does, is another device's as far as clock and format go.
        track.aligner.restart();
        track.watch = {};
        return;
    }
    track.gone = false;
    track.stalled = false;
    const auto added = track.aligner.add(*item.captured->frame, m_clock.sampleAt(item.captured->at));
    if (!added.ok()) {
        track.gone = true;
        m_failure.with([&](auto& failure) { failure = added.error(); });
        return;
    }
    track.meter.add(track.aligner.latest());
    track.watch.add(track.aligner.latest());
    m_levels.with([&](auto& levels) {
        levels[item.source] = {track.meter.peak(), track.meter.rms(), track.meter.clipped(),
                               track.watch.silent(), track.watch.clipping()};
    });
}

std::int64_t SoundJob::patience(const Track& track) const {
    if (track.gone)
        return 0;
    return track.stalled ? kPatienceWhenStalled : kPatience;
}

bool SoundJob::ready(std::int64_t until, std::int64_t now) {
    bool all = true;
    for (Track& track : m_tracks) {
        if (track.aligner.end() >= until)
            continue;
        if (now < until + patience(track))
            all = false;
        else
            track.stalled = true;
    }
    return all;
}

SteadyTime SoundJob::deadline() const {
    const std::int64_t until = m_position + static_cast<std::int64_t>(SoundBlock::kSamples);
    std::int64_t latest = until;
    for (const Track& track : m_tracks) {
        if (track.aligner.end() < until)
            latest = std::max(latest, until + patience(track));
    }
    return m_clock.timeOf(latest);
}

void SoundJob::mixWhatIsReady() {
    const std::int64_t now = m_clock.now();
    while (ready(m_position + static_cast<std::int64_t>(SoundBlock::kSamples), now))
        mixBlock();
}

void SoundJob::mixBlock() {
    m_block.from = m_position;
    auto& mix = m_block.tracks.front();
    MixBus::clear(mix);
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        m_tracks[i].aligner.take(m_position, m_block.tracks[i + 1]);
        MixBus::add(mix, m_block.tracks[i + 1]);
    }
    m_bus.limit(mix);
    m_levels.with([&](auto& levels) {
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            if (m_tracks[i].gone || m_tracks[i].stalled)
                levels[i] = {};
        }
    });
    m_position += static_cast<std::int64_t>(SoundBlock::kSamples);
    m_sink(m_block);
}

} // namespace mockingbird::recorder
