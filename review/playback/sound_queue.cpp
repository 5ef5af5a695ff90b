// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_queue.h"

#include "review/playback/sound_track.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr std::size_t kQueueChannels = SoundTrack::kChannels;
constexpr std::size_t kFadeFloats = SoundQueue::kFadeFrames * kQueueChannels;

/// Places are whole samples, times whole microseconds: they meet within one.
constexpr MediaTime kSample = MediaTime::fromMicroseconds(21);

MediaTime part(MediaTime length, double of) {
    return MediaTime::fromMicroseconds(std::llround(static_cast<double>(length.microseconds()) * of));
}

MediaTime timeAt(const SoundBlock& block, std::size_t used) {
    return block.start + part(block.end - block.start,
                              static_cast<double>(used) / static_cast<double>(block.samples.size()));
}

/// The place in the block's samples that `time` has; whole frames.
std::size_t placeOf(const SoundBlock& block, MediaTime time) {
    if (time <= block.start || block.end <= block.start)
        return 0;
    const double share = (time - block.start).seconds() / (block.end - block.start).seconds();
    const auto frames = static_cast<double>(block.samples.size() / kQueueChannels);
    return std::min(block.samples.size(),
                    static_cast<std::size_t>(std::llround(share * frames)) * kQueueChannels);
}

std::size_t silentFrames(MediaTime length, double speed) {
    return static_cast<std::size_t>(std::llround(length.seconds() / speed * SoundTrack::kSampleRate));
}

} // namespace

void SoundQueue::restart(std::uint64_t generation, MediaTime time) {
    cut();
    m_flowing = false;
    m_row = Row{{}, 0, false};
    m_incoming = {};
    m_switching = false;
    m_generation = generation;
    m_next = time;
    m_volumeNow = m_volume;
}

void SoundQueue::switchTo(std::uint64_t generation, MediaTime time) {
    m_incoming = Row{{}, 0, false};
    m_switching = true;
    m_generation = generation;
    m_from = time;
}

void SoundQueue::add(std::uint64_t generation, SoundBlock block) {
    if (generation == m_generation && !block.samples.empty())
        coming().blocks.push_back(std::move(block));
}

void SoundQueue::end(std::uint64_t generation) {
    if (generation == m_generation)
        coming().ended = true;
}

bool SoundQueue::readable() const {
    return !m_row.blocks.empty() || m_row.ended || canTakeOver();
}

std::size_t SoundQueue::ready() const {
    const Row& row = coming();
    std::size_t floats = 0;
    for (const SoundBlock& block : row.blocks)
        floats += block.samples.size();
    return (floats - row.used) / kQueueChannels;
}

/// Whether there is something to go on with. Where the row being read has run out, whatever came.
bool SoundQueue::canTakeOver() const {
    if (!m_switching || (m_incoming.blocks.empty() && !m_incoming.ended))
        return false;
    const bool beyond = !m_incoming.blocks.empty() && m_incoming.blocks.back().end <= m_next;
    const bool ranOut = m_row.blocks.empty() && !m_row.ended;
    return (m_next + kSample >= m_from || ranOut) && (!beyond || m_incoming.ended);
}

void SoundQueue::dropBefore(Row& row, MediaTime time) {
    while (!row.blocks.empty() && row.blocks.front().end <= time)
        row.blocks.pop_front();
    row.used = row.blocks.empty() ? 0 : placeOf(row.blocks.front(), time);
    if (!row.blocks.empty() && row.used == row.blocks.front().samples.size()) {
        row.blocks.pop_front();
        row.used = 0;
    }
}

void SoundQueue::takeOver() {
    cut();
    m_row = std::exchange(m_incoming, {});
    m_switching = false;
    dropBefore(m_row, m_next);
    if (!m_row.blocks.empty())
        m_next = timeAt(m_row.blocks.front(), m_row.used);
}

/// What would have been read next fades out beside what is read instead.
void SoundQueue::cut() {
    std::vector<float> tail(m_tail.begin() + static_cast<std::ptrdiff_t>(std::min(m_tailUsed, m_tail.size())),
                            m_tail.end());
    if (m_flowing) {
        tail.resize(std::max(tail.size(), kFadeFloats));
        std::size_t place = 0;
        std::size_t used = m_row.used;
        for (const SoundBlock& block : m_row.blocks) {
            for (; used < block.samples.size() && place < kFadeFloats; ++used, ++place) {
                const auto frame = static_cast<float>(place / kQueueChannels + 1);
                tail[place] +=
                    block.samples[used] * m_volumeNow * (1 - frame / static_cast<float>(kFadeFrames));
            }
            used = 0;
        }
    }
    m_tail = std::move(tail);
    m_tailUsed = 0;
    m_fadedIn = 0;
}

void SoundQueue::readTail(std::span<float> samples) {
    m_flowing = false;
    const std::size_t count = std::min(samples.size(), m_tail.size() - std::min(m_tailUsed, m_tail.size()));
    for (std::size_t i = 0; i < count; ++i)
        samples[i] += m_tail[m_tailUsed + i];
    m_tailUsed += count;
}

/// From the first block, which holds as many; volume and fades included.
void SoundQueue::copy(std::span<float> samples) {
    SoundBlock& block = m_row.blocks.front();
    const float step = 1.0F / static_cast<float>(kFadeFrames);
    for (std::size_t i = 0; i < samples.size(); i += kQueueChannels) {
        m_volumeNow += std::clamp(m_volume - m_volumeNow, -step, step);
        float gain = m_volumeNow;
        if (m_fadedIn < kFadeFrames)
            gain *= static_cast<float>(++m_fadedIn) * step;
        for (std::size_t channel = 0; channel < kQueueChannels; ++channel)
            samples[i + channel] += block.samples[m_row.used + i + channel] * gain;
    }
    m_row.used += samples.size();
    m_next = timeAt(block, m_row.used);
    if (m_row.used == block.samples.size()) {
        m_row.blocks.pop_front();
        m_row.used = 0;
    }
}

std::size_t SoundQueue::read(std::span<float> samples, double speed, OutputHistory& history) {
    std::size_t filled = 0;
    std::size_t tailed = 0;
    const auto fadeTail = [&](std::size_t until) {
        if (until > tailed) {
            const bool flowing = m_flowing;
            readTail(samples.subspan(tailed, until - tailed));
            m_flowing = flowing;
        }
        tailed = until;
    };
    while (filled < samples.size()) {
        if (canTakeOver()) {
            fadeTail(filled);
            takeOver();
        }
        const std::size_t left = samples.size() - filled;
        MediaTime start = m_next;
        std::size_t count = 0;
        if (!m_row.blocks.empty()) {
            const SoundBlock& block = m_row.blocks.front();
            start = timeAt(block, m_row.used);
            count = std::min(left, block.samples.size() - m_row.used);
            // Up to the very sample from which on the other row is heard.
            if (m_switching && m_from > m_next && m_from < block.end)
                if (const std::size_t until = placeOf(block, m_from); until > m_row.used)
                    count = std::min(count, until - m_row.used);
            copy(samples.subspan(filled, count));
            m_flowing = true;
        } else if (m_row.ended) {
            // The sound may end before the recording does: silence goes on telling the time.
            count = left;
            if (m_switching && m_from > m_next) // up to the very sample from which on there is some
                if (const std::size_t until = silentFrames(m_from - m_next, speed) * kQueueChannels)
                    count = std::min(count, until);
            const double seconds =
                static_cast<double>(count / kQueueChannels) * speed / SoundTrack::kSampleRate;
            m_next += MediaTime::fromSeconds(seconds);
        } else {
            break;
        }
        history.given(count / kQueueChannels, start, m_next);
        filled += count;
    }
    fadeTail(samples.size());
    return filled;
}

} // namespace mockingbird::review
