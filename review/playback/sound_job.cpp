// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_job.h"

#include "review/playback/player_track.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>

namespace mockingbird::review {

namespace {

constexpr auto kJobChannels = static_cast<std::size_t>(SoundTrack::kChannels);
/// Where the route jumps, what ends fades out and what begins fades in, each within 3 ms.
constexpr double kFadeFrames = 144;

double framesIn(MediaTime length) {
    return length.seconds() * SoundTrack::kSampleRate;
}

} // namespace

SoundJob::SoundJob(threading::Guarded<PlaybackState>& state, SoundMix mix, MediaTime duration,
                   std::filesystem::path file, std::function<PlayClock::Instant()> now)
    : m_state(state), m_mix(std::move(mix)), m_duration(duration), m_file(std::move(file)),
      m_now(std::move(now)) {}

void SoundJob::run(const std::stop_token& stop) {
    Result<void> result;
    try {
        result = work(stop);
    } catch (const std::exception& exception) {
        result = Error{ErrorCode::Internal, exception.what(), 0};
    }
    if (!result.ok())
        m_state.with([&](PlaybackState& state) { state.fail(result.error(), m_now()); });
}

Result<void> SoundJob::work(const std::stop_token& stop) {
    while (true) {
        PlaybackState::SoundRequest request;
        const bool goOn = m_state.waitThen(
            stop,
            [&](const PlaybackState& state) {
                return state.soundRequest().generation != m_request.generation || state.wantsSound();
            },
            [&](const PlaybackState& state) { request = state.soundRequest(); });
        if (!goOn || stop.stop_requested())
            return {};
        if (request.generation != m_request.generation) {
            TRY(begin(request));
            continue;
        }
        std::optional<SoundBlock> block = TRY(nextBlock());
        if (!block)
            TRY(findContentEnd());
        m_state.with([&](PlaybackState& state) {
            if (block)
                state.addSound(m_request.generation, *std::move(block));
            else
                state.endSound(m_request.generation);
        });
    }
}

Result<void> SoundJob::begin(const PlaybackState::SoundRequest& request) {
    m_request = request;
    m_piece = request.piece;
    m_more = m_request.route->next(m_piece).has_value();
    m_joined = false;
    m_next = m_piece.from;
    m_ended = false;
    m_mixEnded = false;
    m_end = m_piece.from;
    m_tempo.reset();
    if (request.speed != 1)
        m_tempo = TRY(TempoFilter::create(request.speed));
    return m_piece.empty() ? Result<void>() : m_mix.jump(m_next, m_request.heard);
}

Result<std::optional<SoundBlock>> SoundJob::nextBlock() {
    while (true) {
        if (m_tempo) {
            if (auto block = TRY(m_tempo->pull()); block || m_ended)
                return block;
        }
        std::optional<SoundBlock> block = TRY(nextOfRoute());
        m_ended = !block;
        if (!m_tempo)
            return block;
        if (block) {
            TRY(m_tempo->push(*block));
        } else {
            TRY(m_tempo->finish());
        }
    }
}

Result<std::optional<SoundBlock>> SoundJob::nextOfRoute() {
    while (true) {
        while (m_next >= m_piece.to || (m_mixEnded && !m_more)) {
            const std::optional<RoutePiece> next = m_request.route->next(m_piece);
            if (!next)
                return std::optional<SoundBlock>();
            m_piece = *next;
            m_more = m_request.route->next(m_piece).has_value();
            m_joined = true;
            m_mixEnded = false;
            m_next = m_piece.from;
            if (!m_piece.empty())
                TRY(m_mix.jump(m_next, m_request.heard));
        }
        SoundBlock block = TRY(nextOfPiece());
        if (!block.samples.empty())
            return std::optional(std::move(block));
    }
}

/// The next block within the piece, cut at its end; empty where the tracks end.
Result<SoundBlock> SoundJob::nextOfPiece() {
    std::optional<SoundBlock> mixed;
    if (!m_mixEnded) {
        mixed = TRY(m_mix.next());
        m_mixEnded = !mixed;
        if (mixed)
            m_end = mixed->end;
    }
    const auto left = static_cast<std::int64_t>(std::llround(framesIn(m_piece.to - m_next)));
    SoundBlock block;
    if (mixed)
        block.samples = std::move(mixed->samples);
    else if (m_more)
        block.samples.resize(
            static_cast<std::size_t>(std::clamp<std::int64_t>(left, 1, SoundTrack::kBlockFrames)) *
            kJobChannels);
    const auto frames = static_cast<std::int64_t>(block.samples.size() / kJobChannels);
    const std::int64_t used = m_more ? std::min(frames, left) : frames;
    const MediaTime start = m_next;
    if (used < frames || (m_more && used == left)) {
        block.samples.resize(static_cast<std::size_t>(used) * kJobChannels);
        m_next = m_piece.to;
    } else {
        m_next = mixed ? mixed->end
                       : start + MediaTime::fromSeconds(static_cast<double>(used) / SoundTrack::kSampleRate);
    }
    block.start = m_piece.routeOf(start);
    block.end = m_piece.routeOf(m_next);
    for (std::int64_t frame = 0; frame < used; ++frame) {
        double gain = 1;
        if (m_joined)
            gain =
                std::min(gain, (framesIn(start - m_piece.from) + static_cast<double>(frame)) / kFadeFrames);
        if (m_more)
            gain = std::min(gain, static_cast<double>(left - frame) / kFadeFrames);
        if (gain >= 1)
            continue;
        for (std::size_t channel = 0; channel < kJobChannels; ++channel)
            block.samples[static_cast<std::size_t>(frame) * kJobChannels + channel] *=
                static_cast<float>(gain);
    }
    return block;
}

Result<void> SoundJob::findContentEnd() {
    if (m_end + kTruncatedBy >= m_duration ||
        m_state.read([](const PlaybackState& state) { return state.contentEndKnown(); }))
        return {};
    const MediaTime end = TRY(contentEnd(m_file));
    m_state.with([&](PlaybackState& state) { state.setContentEnd(end); });
    return {};
}

} // namespace mockingbird::review
