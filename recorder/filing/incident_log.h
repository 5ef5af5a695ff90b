// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/incident_store.h"
#include "recorder/recorder.h"

#include <vector>

namespace mockingbird::recorder {

/// Turns the troubles of successive stats into the session's log: an incident begins when a source's trouble
/// appears, and ends when it is gone. Nothing moves in a pause. No Qt; the thread of the catalog, which
/// outlives it.
class IncidentLog {
public:
    IncidentLog(catalog::Catalog& catalog, catalog::SessionId session, catalog::RecordingId recording);

    /// Files what began and what ended since the last call: a beginning as long ago as the trouble had
    /// lasted when it was told, an end at `stats.elapsed`. A failure of the catalog is
    /// answered and tried again at the next call; the recording has no need of it.
    Result<void> follow(const RecorderStats& stats);

    [[nodiscard]] bool running() const { return !m_running.empty(); } ///< whether something is wrong now

private:
    struct Running {
        SourceSpec source;
        bool video = false;
        Trouble trouble = Trouble::Silent;
        catalog::IncidentId incident;
    };
    [[nodiscard]] bool isRunning(const SourceStats& source, Trouble trouble) const;

    catalog::Catalog* m_catalog;
    catalog::SessionId m_session;
    catalog::RecordingId m_recording;
    std::vector<Running> m_running;
};

/// How the log calls a trouble; a device that is gone leaves a gap.
[[nodiscard]] catalog::IncidentKind incidentKind(Trouble trouble);

} // namespace mockingbird::recorder
