// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_job.h"

#include <chrono>
#include <exception>

namespace mockingbird::review {

namespace {

constexpr MediaTime kTruncatedBy(std::chrono::seconds(1));

} // namespace

SoundJob::SoundJob(threading::Guarded<PlaybackState>& state, std::unique_ptr<SoundTrack> track,
                   std::filesystem::path file, std::function<PlayClock::Instant()> now)
    : m_state(state), m_track(std::move(track)), m_file(std::move(file)), m_now(std::move(now)) {}

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
                return state.soundRequest().generation != m_generation || state.wantsSound();
            },
            [&](const PlaybackState& state) { request = state.soundRequest(); });
        if (!goOn || stop.stop_requested())
            return {};
        if (request.generation != m_generation) {
            m_generation = request.generation;
            m_trackEnded = false;
            m_end = request.time;
            m_tempo.reset();
            if (request.speed != 1)
                m_tempo = TRY(TempoFilter::create(request.speed));
            TRY(m_track->jump(request.time));
            continue;
        }
        std::optional<SoundBlock> block = TRY(nextBlock());
        if (!block)
            TRY(findContentEnd());
        m_state.with([&](PlaybackState& state) {
            if (block)
                state.addSound(m_generation, *std::move(block));
            else
                state.endSound(m_generation);
        });
    }
}

Result<std::optional<SoundBlock>> SoundJob::nextBlock() {
    while (true) {
        if (m_tempo) {
            if (auto block = TRY(m_tempo->pull()); block || m_trackEnded)
                return block;
        }
        std::optional<SoundBlock> block = TRY(m_track->next());
        m_trackEnded = !block;
        if (block)
            m_end = block->end;
        if (!m_tempo)
            return block;
        if (block) {
            TRY(m_tempo->push(*block));
        } else {
            TRY(m_tempo->finish());
        }
    }
}

Result<void> SoundJob::findContentEnd() {
    if (m_end + kTruncatedBy >= m_track->duration() ||
        m_state.read([](const PlaybackState& state) { return state.contentEndKnown(); }))
        return {};
    const MediaTime end = TRY(contentEnd(m_file));
    m_state.with([&](PlaybackState& state) { state.setContentEnd(end); });
    return {};
}

} // namespace mockingbird::review
