// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_job.h"

#include <chrono>
#include <exception>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// A frame that is late by more isn't converted, but for every so many, so that something moves.
constexpr MediaTime kLate(60ms);
constexpr int kMaxPassedOver = 4;
/// Behind by more, the rest is skipped as by a jump.
constexpr MediaTime kFarBehind(300ms);
constexpr MediaTime kTruncatedBy(1s);

} // namespace

PictureJob::PictureJob(threading::Guarded<PlaybackState>& state, std::unique_ptr<PictureTrack> track,
                       std::filesystem::path file, std::function<PlayClock::Instant()> now)
    : m_state(state), m_track(std::move(track)), m_file(std::move(file)), m_now(std::move(now)),
      m_converter(m_track->turn()) {}

void PictureJob::run(const std::stop_token& stop) {
    Result<void> result;
    try {
        result = work(stop);
    } catch (const std::exception& exception) {
        result = Error{ErrorCode::Internal, exception.what(), 0};
    }
    if (!result.ok())
        m_state.with([&](PlaybackState& state) { state.fail(result.error(), m_now()); });
}

Result<void> PictureJob::work(const std::stop_token& stop) {
    while (true) {
        PlaybackState::Request request;
        MediaTime position;
        const bool goOn = m_state.waitThen(
            stop,
            [&](const PlaybackState& state) {
                return state.request().generation != m_request.generation || state.wantsPicture();
            },
            [&](const PlaybackState& state) {
                request = state.request();
                position = state.playing() ? state.position(m_now()) : MediaTime();
            });
        if (!goOn || stop.stop_requested())
            return {};
        const Result<void> done =
            request.generation != m_request.generation ? answer(request, stop) : decodeAhead(position, stop);
        if (!done.ok() && done.error().code != ErrorCode::Cancelled)
            return done;
    }
}

Result<void> PictureJob::answer(const PlaybackState::Request& request, const std::stop_token& stop) {
    m_request = request;
    m_last.reset();
    // Steps follow one another too quickly to be given up for the next; a jump overtakes everything.
    const auto overtaken = [&] {
        return stop.stop_requested() ||
               m_state.read([&](const PlaybackState& state) { return state.request().jump != request.jump; });
    };
    PictureFrame frame = TRY(m_track->at(request.time, overtaken));
    for (int left = request.steps; left != 0; left += left > 0 ? -1 : 1) {
        auto next =
            TRY(left > 0 ? m_track->after(frame.time, overtaken) : m_track->before(frame.time, overtaken));
        if (!next)
            break;
        frame = *std::move(next);
    }
    media::Picture picture = TRY(m_converter.convert(*frame.frame, frame.time));
    m_last = frame.time;
    m_passedOver = 0;
    const bool last = m_track->isLast(frame.time);
    if (last)
        TRY(findContentEnd(frame.time));
    m_state.with([&](PlaybackState& state) { state.answer(request, std::move(picture), last, m_now()); });
    return {};
}

Result<void> PictureJob::decodeAhead(MediaTime position, const std::stop_token& stop) {
    const auto overtaken = [&] {
        return stop.stop_requested() || m_state.read([&](const PlaybackState& state) {
            return state.request().jump != m_request.jump;
        });
    };
    if (!m_last) // the request before was overtaken; its successor waits
        return {};
    std::optional<PictureFrame> frame;
    if (*m_last + kFarBehind < position)
        frame = TRY(m_track->at(position, overtaken));
    if (!frame || frame->time <= *m_last)
        frame = TRY(m_track->after(*m_last, overtaken));
    if (!frame) {
        TRY(findContentEnd(*m_last));
        m_state.with([&](PlaybackState& state) { state.endPictures(m_request.generation); });
        return {};
    }
    m_last = frame->time;
    if (frame->time + kLate < position && ++m_passedOver <= kMaxPassedOver)
        return {};
    m_passedOver = 0;
    media::Picture picture = TRY(m_converter.convert(*frame->frame, frame->time));
    m_state.with([&](PlaybackState& state) { state.addPicture(m_request.generation, std::move(picture)); });
    return {};
}

Result<void> PictureJob::findContentEnd(MediaTime last) {
    if (last + kTruncatedBy >= m_track->duration() ||
        m_state.read([](const PlaybackState& state) { return state.contentEndKnown(); }))
        return {};
    const MediaTime end = TRY(contentEnd(m_file));
    m_state.with([&](PlaybackState& state) { state.setContentEnd(end); });
    return {};
}

} // namespace mockingbird::review
