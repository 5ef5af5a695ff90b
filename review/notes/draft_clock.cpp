// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/draft_clock.h"

#include <algorithm>

namespace mockingbird::review {

void DraftClock::changed(Time now) {
    if (!m_first)
        m_first = now;
    m_last = now;
}

void DraftClock::saved() {
    m_first.reset();
}

std::optional<DraftClock::Time> DraftClock::due() const {
    if (!m_first)
        return std::nullopt;
    return std::min(m_last + m_pause, *m_first + m_latest);
}

} // namespace mockingbird::review
