// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/playback_state.h"

#include "review/playback/sound_track.h"

#include <algorithm>
#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// An output that hasn't pulled for so long is taken for gone, or playing would stand still for ever.
constexpr auto kNoPull = 1s;
/// How far the content may end before the time the container says: sound and picture seldom end together.
constexpr MediaTime kTruncatedBy(1s);

MediaTime scaled(MediaTime time, double factor) {
    return MediaTime::fromMicroseconds(
        static_cast<std::int64_t>(static_cast<double>(time.microseconds()) * factor));
}

} // namespace

PlaybackState::PlaybackState(MediaTime duration, bool hasPicture, bool hasSound)
    : m_duration(duration), m_hasPicture(hasPicture), m_hasSound(hasSound) {
    newRequest(MediaTime(), 0);
    restartSound(MediaTime());
}

bool PlaybackState::soundLeads(Instant now) const {
    return m_soundPulls && m_hasSound && now - m_lastPull < kNoPull;
}

void PlaybackState::startClock(Instant now) {
    if (m_playing && !seeking() && !m_clock.running() && !soundLeads(now))
        m_clock.run(m_clock.at(now), speed(), now);
}

void PlaybackState::restartSound(MediaTime time) {
    ++m_sound.generation;
    m_sound.time = time;
    m_blocks.clear();
    m_blockUsed = 0;
    m_soundNext = time;
    m_soundEnded = !m_hasSound;
}

void PlaybackState::newRequest(MediaTime time, int steps) {
    ++m_request.generation;
    m_request.time = time;
    m_request.steps = steps;
    m_ready.clear();
    m_sought.reset();
    m_picturesEnded = !m_hasPicture;
    if (!m_hasPicture)
        m_answered = m_request.generation;
}

void PlaybackState::play(Instant now) {
    if (m_playing || m_failed)
        return;
    if (position(now) >= m_duration)
        seek(MediaTime(), now);
    m_playing = true;
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::pause(Instant now) {
    if (!m_playing)
        return;
    const MediaTime here = position(now);
    m_playing = false;
    m_clock.hold(here);
    restartSound(here);
}

void PlaybackState::seek(MediaTime time, Instant now) {
    time = std::clamp(time, MediaTime(), m_duration);
    ++m_request.jump;
    newRequest(time, 0);
    m_clock.hold(time);
    restartSound(time);
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::step(int frames, Instant now) {
    pause(now);
    if (!m_hasPicture)
        return;
    if (seeking())
        newRequest(m_request.time, m_request.steps + frames);
    else
        newRequest(position(now), frames);
}

void PlaybackState::setSpeed(double speed, Instant now) {
    speed = std::clamp(speed, 0.5, 3.0);
    if (speed == m_sound.speed)
        return;
    const MediaTime here = position(now);
    // What the output has already been given will be heard; the sound goes on behind it.
    const MediaTime next = m_playing && m_clock.running() && soundLeads(now) ? m_soundNext : here;
    m_sound.speed = speed;
    restartSound(next);
    if (m_clock.running())
        m_clock.run(here, speed, now);
}

void PlaybackState::setSoundOutput(bool pulls, Instant now) {
    if (pulls == m_soundPulls)
        return;
    const MediaTime here = position(now);
    m_soundPulls = pulls;
    m_lastPull = now;
    m_clock.hold(here);
    restartSound(here);
    startClock(now);
}

void PlaybackState::update(Instant now) {
    startClock(now);
    const MediaTime here = position(now);
    const bool cutShort = m_contentEnd && *m_contentEnd + kTruncatedBy < m_duration;
    if (cutShort && !seeking() && (m_playing ? here >= *m_contentEnd : here > *m_contentEnd + kTruncatedBy)) {
        if (!m_failure)
            m_failure = Error{ErrorCode::Corrupt,
                              "the recording breaks off at " + m_contentEnd->toString() + " of " +
                                  m_duration.toString(),
                              0};
        pause(now);
    }
    if (m_playing && here >= m_duration) {
        m_playing = false;
        m_clock.hold(m_duration);
    }
}

MediaTime PlaybackState::position(Instant now) const {
    MediaTime here = m_clock.at(now);
    // What was not given to the output yet can't be heard.
    if (m_clock.running() && soundLeads(now))
        here = std::min(here, m_soundNext);
    return std::min(here, m_duration);
}

std::optional<media::Picture> PlaybackState::takePicture(Instant now) {
    update(now);
    if (m_sought)
        return std::exchange(m_sought, std::nullopt);
    const MediaTime here = position(now);
    std::optional<media::Picture> due;
    while (!m_ready.empty() && m_ready.front().time <= here) {
        if (due)
            ++m_latePictures;
        due = std::move(m_ready.front());
        m_ready.pop_front();
    }
    return due;
}

void PlaybackState::answer(const Request& request, media::Picture picture, bool last, Instant now) {
    if (request.jump != m_request.jump)
        return;
    const MediaTime time = picture.time;
    m_sought = std::move(picture);
    if (request.generation != m_request.generation)
        return;
    m_answered = request.generation;
    m_picturesEnded = last;
    if (request.steps != 0) {
        m_clock.hold(time);
        restartSound(time);
    }
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::addPicture(std::uint64_t generation, media::Picture picture) {
    if (generation == m_request.generation)
        m_ready.push_back(std::move(picture));
}

void PlaybackState::endPictures(std::uint64_t generation) {
    if (generation == m_request.generation)
        m_picturesEnded = true;
}

void PlaybackState::addSound(std::uint64_t generation, SoundBlock block) {
    if (generation == m_sound.generation && !block.samples.empty())
        m_blocks.push_back(std::move(block));
}

void PlaybackState::endSound(std::uint64_t generation) {
    if (generation == m_sound.generation)
        m_soundEnded = true;
}

void PlaybackState::fail(Error error, Instant now) {
    pause(now);
    m_failed = true;
    m_answered = m_request.generation;
    if (!m_failure)
        m_failure = std::move(error);
}

std::size_t PlaybackState::soundReady() const {
    std::size_t floats = 0;
    for (const SoundBlock& block : m_blocks)
        floats += block.samples.size();
    return (floats - m_blockUsed) / SoundTrack::kChannels;
}

std::size_t PlaybackState::copySound(std::span<float> samples) {
    std::size_t filled = 0;
    while (filled < samples.size() && !m_blocks.empty()) {
        const SoundBlock& block = m_blocks.front();
        const std::size_t count = std::min(samples.size() - filled, block.samples.size() - m_blockUsed);
        const auto volume = static_cast<float>(m_volume);
        std::transform(block.samples.begin() + static_cast<std::ptrdiff_t>(m_blockUsed),
                       block.samples.begin() + static_cast<std::ptrdiff_t>(m_blockUsed + count),
                       samples.begin() + static_cast<std::ptrdiff_t>(filled),
                       [volume](float sample) { return sample * volume; });
        filled += count;
        m_blockUsed += count;
        const double part = static_cast<double>(m_blockUsed) / static_cast<double>(block.samples.size());
        m_soundNext = block.start + scaled(block.end - block.start, part);
        if (m_blockUsed == block.samples.size()) {
            m_blocks.pop_front();
            m_blockUsed = 0;
        }
    }
    return filled;
}

void PlaybackState::readSound(std::span<float> samples, MediaTime latency, Instant now) {
    m_lastPull = now;
    std::ranges::fill(samples, 0.0F);
    if (!m_playing || !m_soundPulls || !m_hasSound || seeking())
        return;
    if (m_blocks.empty() && !m_soundEnded) {
        m_soundUnderruns += m_clock.running() ? 1 : 0;
        return;
    }
    const MediaTime first = m_soundNext;
    const std::size_t filled = copySound(samples);
    if (filled < samples.size()) {
        if (m_soundEnded) {
            // The sound track may end before the recording does: silence goes on telling the time.
            const double frames = static_cast<double>((samples.size() - filled) / SoundTrack::kChannels);
            m_soundNext += MediaTime::fromSeconds(frames * speed() / SoundTrack::kSampleRate);
        } else {
            ++m_soundUnderruns;
        }
    }
    m_clock.correct(first - scaled(latency, speed()), speed(), now);
}

} // namespace mockingbird::review
