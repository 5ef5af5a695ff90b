// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/sentinel.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;

constexpr auto kTakenBackAfter = 1s;

} // namespace

Sentinel::Sentinel(SourceKind kind, bool video)
    : m_kind(kind), m_video(video), m_lost(toldAfter(Trouble::Lost), kTakenBackAfter),
      m_stalled(0s, kTakenBackAfter) {}

std::vector<Trouble> Sentinel::judge(const Seen& seen, SteadyTime now) {
    std::vector<Trouble> troubles = troublesOf(seen, now);
    if (seen.paused)
        std::erase_if(troubles, [&](Trouble trouble) {
            return std::find(m_told.begin(), m_told.end(), trouble) == m_told.end();
        });
    m_told = troubles;
    return troubles;
}

std::vector<Trouble> Sentinel::troublesOf(const Seen& seen, SteadyTime now) {
    if (seen.ended)
        return {};
    m_lost.see(seen.lost, now);
    // Screens, too, send some frames a second, though nothing changes.
    m_stalled.see(!seen.lost && now - seen.latestFrame >= toldAfter(Trouble::Stalled), now);
    if (m_lost.told(now))
        return {Trouble::Lost};
    if (m_stalled.told(now))
        return {Trouble::Stalled};
    if (seen.lost)
        return {};
    std::vector<Trouble> troubles;
    const auto tell = [&](bool told, Trouble trouble) {
        if (told)
            troubles.push_back(trouble);
    };
    tell(!m_video && seen.silent, Trouble::Silent);
    tell(m_video && seen.black, Trouble::Black);
    // A black picture may stand still besides; that says nothing more.
    tell(m_video && m_kind == SourceKind::Camera && seen.frozen && !seen.black, Trouble::Frozen);
    tell(!m_video && seen.clipping, Trouble::Clipping);
    return troubles;
}

} // namespace mockingbird::recorder
