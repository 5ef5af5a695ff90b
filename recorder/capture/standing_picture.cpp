// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/standing_picture.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr auto kRepeatAfter = std::chrono::milliseconds(200);
/// Two pictures in one instant would be one too many for who counts by time.
constexpr auto kLeast = std::chrono::milliseconds(1);

} // namespace

// Three quarters: a compositor at the very rate asked for is not on time to the microsecond.
StandingPicture::StandingPicture(int framesPerSecond)
    : m_apart(std::chrono::nanoseconds(std::chrono::seconds(1)) * 3 / (4 * framesPerSecond)) {}

void StandingPicture::accept(media::AvFrame picture, SteadyTime at) {
    m_picture = std::move(picture);
    m_since = at;
    m_fresh = true;
}

std::optional<SteadyTime> StandingPicture::due() const {
    if (m_picture == nullptr)
        return std::nullopt;
    if (!m_taken)
        return m_since;
    return *m_taken + (m_fresh ? m_apart : std::chrono::nanoseconds(kRepeatAfter));
}

std::optional<Captured> StandingPicture::take(SteadyTime now) {
    const auto when = due();
    if (!when || *when > now)
        return std::nullopt;
    SteadyTime at = m_fresh ? m_since : now;
    if (m_taken)
        at = std::max(at, *m_taken + kLeast);
    m_taken = at;
    m_fresh = false;
    return Captured{media::AvFrame(av_frame_clone(m_picture.get())), at};
}

} // namespace mockingbird::recorder
