// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/cue_index.h"

#include <algorithm>

namespace mockingbird::review {

CueIndex::CueIndex(std::vector<catalog::Cue> cues) : m_cues(std::move(cues)) {
    std::ranges::stable_sort(m_cues, {}, &catalog::Cue::start);
    m_latestEnd.reserve(m_cues.size());
    for (const catalog::Cue& cue : m_cues)
        m_latestEnd.push_back(m_latestEnd.empty() ? cue.end : std::max(m_latestEnd.back(), cue.end));
}

std::vector<const catalog::Cue*> CueIndex::at(MediaTime time) const {
    std::vector<const catalog::Cue*> found;
    const auto after = std::ranges::upper_bound(m_cues, time, {}, &catalog::Cue::start);
    for (auto place = static_cast<std::size_t>(after - m_cues.begin()); place-- > 0;) {
        if (m_latestEnd[place] <= time)
            break;
        if (m_cues[place].end > time)
            found.push_back(&m_cues[place]);
    }
    std::ranges::reverse(found);
    return found;
}

} // namespace mockingbird::review
