// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/incident_log.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

MediaTime beginningOf(Trouble trouble, MediaTime told) {
    return std::max(MediaTime{}, told - MediaTime::fromMicroseconds(
                                            std::chrono::microseconds(toldAfter(trouble)).count()));
}

} // namespace

catalog::IncidentKind incidentKind(Trouble trouble) {
    switch (trouble) {
    case Trouble::Silent:
        return catalog::IncidentKind::Silent;
    case Trouble::Black:
        return catalog::IncidentKind::Black;
    case Trouble::Frozen:
        return catalog::IncidentKind::Frozen;
    case Trouble::Clipping:
        return catalog::IncidentKind::Clipping;
    case Trouble::Stalled:
        return catalog::IncidentKind::Stalled;
    case Trouble::Lost:
        return catalog::IncidentKind::Gap;
    }
    return catalog::IncidentKind::Gap;
}

IncidentLog::IncidentLog(catalog::Catalog& catalog, catalog::SessionId session,
                         catalog::RecordingId recording)
    : m_catalog(&catalog), m_session(session), m_recording(recording) {}

bool IncidentLog::isRunning(const SourceStats& source, Trouble trouble) const {
    return std::any_of(m_running.begin(), m_running.end(), [&](const Running& one) {
        return one.source == source.source && one.video == source.video && one.trouble == trouble;
    });
}

Result<void> IncidentLog::follow(const RecorderStats& stats) {
    if (!stats.recording || stats.paused)
        return {};
    const auto lasts = [&stats](const Running& one) {
        return std::any_of(stats.sources.begin(), stats.sources.end(), [&one](const SourceStats& source) {
            return source.source == one.source && source.video == one.video &&
                   std::find(source.troubles.begin(), source.troubles.end(), one.trouble) !=
                       source.troubles.end();
        });
    };
    for (std::size_t index = m_running.size(); index-- > 0;) {
        if (lasts(m_running[index]))
            continue;
        TRY(m_catalog->incidents().end(m_running[index].incident, stats.elapsed));
        m_running.erase(m_running.begin() + static_cast<std::ptrdiff_t>(index));
    }
    for (const SourceStats& source : stats.sources) {
        for (const Trouble trouble : source.troubles) {
            if (isRunning(source, trouble))
                continue;
            const auto begun = TRY(
                m_catalog->incidents().begin(m_session, m_recording, source.source.toString(), source.name,
                                             incidentKind(trouble), beginningOf(trouble, stats.elapsed)));
            m_running.push_back({source.source, source.video, trouble, begun.id});
        }
    }
    return {};
}

} // namespace mockingbird::recorder
