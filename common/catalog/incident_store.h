// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class IncidentKind {
    Silent,
    Black,
    Frozen,
    Clipping,
    Stalled,
    Gap, ///< the device was not there; the track has nothing for this time
};
/// `silent`, `black`, `frozen`, `clipping`, `stalled`, `gap`.
[[nodiscard]] std::string_view name(IncidentKind kind);
[[nodiscard]] Result<IncidentKind> parseIncidentKind(std::string_view text);

/// Something that was wrong with one source while it was recorded: the session's log.
struct Incident {
    IncidentId id;
    SessionId session;
    RecordingId recording;
    std::string source;     ///< as `record` takes it
    std::string sourceName; ///< what people call it
    IncidentKind kind = IncidentKind::Silent;
    MediaTime at;
    std::optional<MediaTime> until; ///< none while it lasts, and where it lasted to the recording's end
};

class IncidentStore {
public:
    explicit IncidentStore(Database& database);

    [[nodiscard]] Result<Incident> begin(SessionId session, RecordingId recording, const std::string& source,
                                         const std::string& sourceName, IncidentKind kind, MediaTime at);
    /// InvalidArgument before its beginning; no-op where it has ended.
    Result<void> end(IncidentId id, MediaTime until);
    [[nodiscard]] Result<std::vector<Incident>> ofSession(SessionId session) const; ///< by recording and time

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
