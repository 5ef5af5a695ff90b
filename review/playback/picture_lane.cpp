// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_lane.h"

#include <utility>

namespace mockingbird::review {

void PictureLane::show(std::optional<std::size_t> track) {
    ++m_request.generation;
    ++m_request.jump;
    m_request.track = track;
    m_answered = m_request.generation;
    m_sought.reset();
    m_ready.clear();
    m_readyBytes = 0;
    m_ended = true;
    m_failure.reset();
}

void PictureLane::request(const RoutePiece& piece, std::shared_ptr<const PlayRoute> route, int steps,
                          Clock clock) {
    if (!m_request.track || m_failure)
        return;
    ++m_request.generation;
    if (steps == 0)
        ++m_request.jump;
    m_request.piece = piece;
    m_request.route = std::move(route);
    m_request.steps = steps;
    m_clock = clock;
    m_sought.reset();
    m_ready.clear();
    m_readyBytes = 0;
    m_ended = false;
}

bool PictureLane::wantsPicture() const {
    if (m_ended || m_failure || !m_request.track)
        return false;
    return m_ready.size() < kFewPictures || (m_ready.size() < kReadyPictures && m_readyBytes < kReadyBytes);
}

bool PictureLane::answer(const Request& request, media::Picture picture) {
    if (request.jump != m_request.jump)
        return false;
    m_sought = std::move(picture);
    if (request.generation != m_request.generation)
        return false;
    m_answered = request.generation;
    return true;
}

void PictureLane::add(std::uint64_t generation, MediaTime due, media::Picture picture) {
    if (generation != m_request.generation)
        return;
    m_readyBytes += picture.pixels.size();
    m_ready.push_back({due, std::move(picture)});
}

void PictureLane::end(std::uint64_t generation) {
    if (generation == m_request.generation)
        m_ended = true;
}

void PictureLane::fail(std::uint64_t generation, Error why) {
    if (generation != m_request.generation)
        return;
    m_failure = std::move(why);
    m_ended = true;
    m_answered = m_request.generation;
    m_ready.clear();
    m_readyBytes = 0;
}

std::optional<media::Picture> PictureLane::take(MediaTime here) {
    if (m_sought)
        return std::exchange(m_sought, std::nullopt);
    std::optional<media::Picture> due;
    while (!m_ready.empty() && m_ready.front().due <= here) {
        if (due)
            ++m_late;
        due = std::move(m_ready.front().picture);
        m_readyBytes -= due->pixels.size();
        m_ready.pop_front();
    }
    return due;
}

} // namespace mockingbird::review
