// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_job.h"

#include "review/playback/player_track.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// A frame that is late by more isn't converted, but for every so many, so that something moves.
constexpr MediaTime kLate(60ms);
constexpr int kMaxPassedOver = 4;
/// Behind by more, what lies before the next keyframe is skipped as by a jump.
constexpr MediaTime kFarBehind(300ms);

} // namespace

PictureJob::PictureJob(threading::Guarded<PlaybackState>& state, std::size_t lane,
                       std::unique_ptr<PictureTrack> first, std::filesystem::path file,
                       std::function<PlayClock::Instant()> now)
    : m_state(state), m_lane(lane), m_file(std::move(file)), m_now(std::move(now)),
      m_track(std::move(first)) {
    if (m_track) {
        m_opened = 0;
        m_converter.emplace(m_track->turn());
    }
}

void PictureJob::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Result<void> result;
        try {
            result = work(stop);
        } catch (const std::exception& exception) {
            result = Error{ErrorCode::Internal, exception.what(), 0};
        }
        // A lane that fails may be told to show another track.
        if (!result.ok())
            m_state.with([&](PlaybackState& state) {
                state.failPicture(m_lane, m_request.generation, result.error(), m_now());
            });
    }
}

Result<void> PictureJob::work(const std::stop_token& stop) {
    while (true) {
        PictureLane::Request request;
        bool playing = false;
        MediaTime here;
        const bool goOn = m_state.waitThen(
            stop,
            [&](const PlaybackState& state) {
                const PictureLane& lane = state.lane(m_lane);
                return lane.request().generation != m_request.generation || lane.wantsPicture();
            },
            [&](const PlaybackState& state) {
                request = state.lane(m_lane).request();
                playing = state.playing();
                here = playing ? state.routePosition(m_now()) : MediaTime();
            });
        if (!goOn || stop.stop_requested())
            return {};
        const Result<void> done = request.generation != m_request.generation
                                      ? answer(request, playing ? Then::GoesOn : Then::Stands, stop)
                                      : decodeAhead(here, stop);
        if (!done.ok() && done.error().code != ErrorCode::Cancelled)
            return done;
    }
}

/// Steps follow one another too quickly to be given up for the next; a jump overtakes everything.
PictureTrack::Cancelled PictureJob::overtaken(const std::stop_token& stop) const {
    return [this, stop] {
        return stop.stop_requested() || m_state.read([&](const PlaybackState& state) {
            return state.lane(m_lane).request().jump != m_request.jump;
        });
    };
}

Result<void> PictureJob::open(std::size_t track) {
    // What it held goes first: the frames kept of one track are memory enough.
    m_track.reset();
    m_opened.reset();
    m_track = TRY(PictureTrack::open(m_file, static_cast<int>(track)));
    m_opened = track;
    m_indexRead = false;
    m_converter.emplace(m_track->turn());
    return {};
}

Result<void> PictureJob::answer(const PictureLane::Request& request, Then then, const std::stop_token& stop) {
    m_request = request;
    m_last.reset();
    if (!request.track) {
        m_track.reset();
        m_opened.reset();
        return {};
    }
    if (m_opened != request.track)
        TRY(open(*request.track));
    const PictureTrack::Cancelled cancelled = overtaken(stop);
    PictureFrame frame = TRY(then == Then::Stands ? m_track->at(request.piece.from, cancelled)
                                                  : m_track->from(request.piece.from, cancelled));
    for (int left = request.steps; left != 0; left += left > 0 ? -1 : 1) {
        auto next =
            TRY(left > 0 ? m_track->after(frame.time, cancelled) : m_track->before(frame.time, cancelled));
        if (!next)
            break;
        frame = *std::move(next);
    }
    media::Picture picture = TRY(m_converter->convert(*frame.frame, frame.time));
    m_piece = request.steps == 0 ? request.piece : request.route->enter(frame.time, frame.time);
    m_last = frame.time;
    m_passedOver = 0;
    if (m_track->isLast(frame.time))
        TRY(findContentEnd(frame.time));
    m_state.with(
        [&](PlaybackState& state) { state.answerPicture(m_lane, request, std::move(picture), m_now()); });
    return {};
}

Result<void> PictureJob::decodeAhead(MediaTime here, const std::stop_token& stop) {
    if (!m_last) // the request before was overtaken; its successor waits
        return {};
    const PlayRoute& route = *m_request.route;
    const PictureTrack::Cancelled cancelled = overtaken(stop);
    std::optional<PictureFrame> frame;
    MediaTime due;
    if (m_piece.routeOf(std::max(*m_last, m_piece.from)) + kFarBehind < here) {
        const RoutePiece piece = route.walk(m_piece, here);
        const MediaTime sought = std::min(piece.timeOf(here), piece.to);
        // To the keyframe and not to what is sought: reaching that takes time in which it gets late again,
        // and nothing but late frames would ever be shown. From the keyframe on, decoding catches up. The
        // first time does it by a jump, with which FFmpeg reads the file's index.
        const auto key = m_indexRead ? m_track->keyframeBefore(sought) : std::nullopt;
        const MediaTime entry = key ? std::max(*key, piece.from) : sought;
        if (piece != m_piece || !m_indexRead || (key && entry > *m_last)) {
            m_indexRead = true;
            frame = TRY(m_track->from(entry, cancelled));
            if (piece == m_piece && frame->time <= *m_last)
                frame.reset();
            m_piece = piece;
        }
    }
    if (!frame && !m_piece.empty())
        frame = TRY(m_track->after(*m_last, cancelled));
    if (frame && frame->time < m_piece.to) {
        due = m_piece.routeOf(std::max(frame->time, m_piece.from));
    } else {
        if (!frame)
            TRY(findContentEnd(*m_last));
        const std::optional<RoutePiece> next = route.next(m_piece);
        if (!next || next->empty()) {
            m_state.with([&](PlaybackState& state) { state.lane(m_lane).end(m_request.generation); });
            return {};
        }
        m_piece = *next;
        frame = TRY(m_track->from(m_piece.from, cancelled));
        due = m_piece.at;
    }
    m_last = frame->time;
    if (due + kLate < here && ++m_passedOver <= kMaxPassedOver) {
        m_state.with([&](PlaybackState& state) { state.lane(m_lane).passOver(); });
        return {};
    }
    m_passedOver = 0;
    media::Picture picture = TRY(m_converter->convert(*frame->frame, frame->time));
    m_state.with(
        [&](PlaybackState& state) { state.lane(m_lane).add(m_request.generation, due, std::move(picture)); });
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
