// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/play_clock.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// Sound outputs report their latency in steps of a period; what is beyond is no jitter.
constexpr MediaTime kJump(80ms);
/// The part of a difference that one report works off: at some 50 reports a second it is gone within a third
/// of one.
constexpr int kPart = 8;

} // namespace

void PlayClock::hold(MediaTime time) {
    m_running = false;
    m_floor = time;
    m_anchor = time;
}

void PlayClock::run(MediaTime time, double speed, Instant now) {
    m_running = true;
    m_floor = time;
    m_anchor = time;
    m_since = now;
    m_speed = speed;
}

void PlayClock::correct(MediaTime heard, double speed, Instant now) {
    const MediaTime predicted = unheld(now);
    MediaTime anchor = heard;
    if (m_running) {
        const std::int64_t off = (heard - predicted).microseconds();
        if (std::abs(off) < kJump.microseconds())
            anchor = predicted + MediaTime::fromMicroseconds(off / kPart);
    }
    m_running = true;
    m_anchor = anchor;
    m_since = now;
    m_speed = speed;
}

MediaTime PlayClock::unheld(Instant now) const {
    const double elapsed = std::chrono::duration<double>(now - m_since).count();
    return m_anchor + MediaTime::fromSeconds(elapsed * m_speed);
}

MediaTime PlayClock::at(Instant now) const {
    return m_running ? std::max(m_floor, unheld(now)) : m_anchor;
}

} // namespace mockingbird::review
