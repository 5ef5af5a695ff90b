// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_mix.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr auto kMixChannels = static_cast<std::size_t>(SoundTrack::kChannels);
constexpr std::int64_t kRate = SoundTrack::kSampleRate;

MediaTime timeOf(std::int64_t sample) {
    return MediaTime::fromMicroseconds((sample * 1'000'000 + kRate / 2) / kRate);
}

} // namespace

SoundMix::SoundMix(std::filesystem::path file, MediaTime duration, int stream,
                   std::unique_ptr<SoundTrack> first)
    : m_file(std::move(file)), m_duration(duration) {
    m_open.push_back({stream, std::move(first)});
}

float SoundMix::limited(float sample) {
    const float size = std::abs(sample);
    if (size <= kKnee)
        return sample;
    return std::copysign(kKnee + (1 - kKnee) * std::tanh((size - kKnee) / (1 - kKnee)), sample);
}

Result<SoundTrack*> SoundMix::trackOf(int stream) {
    const auto found = std::ranges::find(m_open, stream, &Open::stream);
    if (found != m_open.end())
        return found->track.get();
    m_open.push_back({stream, TRY(SoundTrack::open(m_file, stream))});
    return m_open.back().track.get();
}

Result<void> SoundMix::jump(MediaTime time, const std::vector<HeardTrack>& heard) {
    m_parts.clear();
    m_next = SoundTrack::sampleAt(time);
    for (const HeardTrack& one : heard) {
        Part part;
        part.track = TRY(trackOf(one.stream));
        part.volume = one.volume;
        TRY(part.track->jump(time));
        m_parts.push_back(std::move(part));
    }
    return {};
}

Result<void> SoundMix::fill(Part& part) {
    while (!part.ended && part.samples.empty()) {
        std::optional<SoundBlock> block = TRY(part.track->next());
        part.ended = !block;
        if (block)
            part.samples = std::move(block->samples);
    }
    return {};
}

Result<std::optional<SoundBlock>> SoundMix::next() {
    std::size_t count = static_cast<std::size_t>(SoundTrack::kBlockFrames) * kMixChannels;
    bool ended = true;
    for (Part& part : m_parts) {
        TRY(fill(part));
        ended = ended && part.ended;
        if (!part.samples.empty())
            count = std::min(count, part.samples.size());
    }
    if (m_parts.empty()) {
        const std::int64_t left = SoundTrack::sampleAt(m_duration) - m_next;
        count = std::min(count, static_cast<std::size_t>(std::max<std::int64_t>(left, 0)) * kMixChannels);
        ended = count == 0;
    }
    if (ended)
        return std::optional<SoundBlock>();

    SoundBlock block;
    block.start = timeOf(m_next);
    m_next += static_cast<std::int64_t>(count / kMixChannels);
    block.end = timeOf(m_next);
    if (m_parts.size() == 1 && m_parts.front().volume == 1 && m_parts.front().samples.size() == count) {
        block.samples = std::exchange(m_parts.front().samples, {});
        return std::optional(std::move(block));
    }
    block.samples.resize(count);
    for (Part& part : m_parts) {
        if (part.samples.empty())
            continue;
        const auto volume = static_cast<float>(part.volume);
        for (std::size_t i = 0; i < count; ++i)
            block.samples[i] += part.samples[i] * volume;
        part.samples.erase(part.samples.begin(), part.samples.begin() + static_cast<std::ptrdiff_t>(count));
    }
    const bool louder = m_parts.size() > 1 || (m_parts.size() == 1 && m_parts.front().volume > 1);
    if (louder)
        std::ranges::transform(block.samples, block.samples.begin(), limited);
    return std::optional(std::move(block));
}

} // namespace mockingbird::review
