// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/take_clock.h"

#include <algorithm>
#include <limits>

namespace mockingbird::recorder {

namespace {

constexpr std::int64_t kOpenEnd = std::numeric_limits<std::int64_t>::max();

} // namespace

TakeClock::TakeClock(std::int64_t beginning) : m_spans{{beginning, kOpenEnd, 0}} {}

void TakeClock::closeSpan(std::int64_t at) {
    if (m_running)
        m_spans.back().end = std::max(at, m_spans.back().begin);
    m_running = false;
}

void TakeClock::pause(std::int64_t at) {
    const std::lock_guard lock(m_mutex);
    if (!m_ended)
        closeSpan(at);
}

void TakeClock::resume(std::int64_t at) {
    const std::lock_guard lock(m_mutex);
    if (m_ended || m_running)
        return;
    const Span& last = m_spans.back();
    m_spans.push_back({std::max(at, last.end), kOpenEnd, last.position + (last.end - last.begin)});
    m_running = true;
}

void TakeClock::end(std::int64_t at) {
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return;
    closeSpan(at);
    m_ended = std::max(at, m_spans.back().end);
}

std::optional<std::int64_t> TakeClock::position(std::int64_t at) const {
    const std::lock_guard lock(m_mutex);
    // From the back: what is asked for is nearly always in the newest span.
    for (auto span = m_spans.rbegin(); span != m_spans.rend(); ++span) {
        if (at >= span->end)
            return std::nullopt;
        if (at >= span->begin)
            return span->position + (at - span->begin);
    }
    return std::nullopt;
}

std::vector<TakeClock::Piece> TakeClock::keep(std::int64_t from, std::int64_t count) const {
    const std::lock_guard lock(m_mutex);
    std::vector<Piece> pieces;
    for (auto span = m_spans.rbegin(); span != m_spans.rend() && span->end > from; ++span) {
        const std::int64_t begin = std::max(from, span->begin);
        const std::int64_t end = std::min(from + count, span->end);
        if (begin < end)
            pieces.push_back({begin - from, end - begin, span->position + (begin - span->begin)});
    }
    std::ranges::reverse(pieces);
    return pieces;
}

std::int64_t TakeClock::elapsed(std::int64_t now) const {
    const std::lock_guard lock(m_mutex);
    const Span& last = m_spans.back();
    return last.position + std::max<std::int64_t>(0, std::min(now, last.end) - last.begin);
}

bool TakeClock::paused() const {
    const std::lock_guard lock(m_mutex);
    return !m_running && !m_ended;
}

std::optional<std::int64_t> TakeClock::ended() const {
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

} // namespace mockingbird::recorder
