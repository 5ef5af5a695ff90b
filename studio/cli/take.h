// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/incident_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "recorder/recorder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::studio {

struct TakeSettings {
    recorder::RecorderSettings sources;
    catalog::PersonId mentee;
    catalog::KitId kit;
    catalog::SessionMode mode = catalog::SessionMode::InPerson;
    std::optional<MediaTime> length; ///< none: until a signal stops it
};

/// A session that was held in front of a recorder.
struct Take {
    catalog::Session session;
    catalog::Recording recording;
    std::uint64_t framesDropped = 0;
    std::vector<catalog::Incident> incidents; ///< what went wrong with a source, filed with the session
    std::vector<std::string> warnings;        ///< a source that ended before the others, say
    std::optional<Error> failure;             ///< the disk filled up, say; what was kept is in the catalog
};

/// Opens the sources, files a session with its recording, and records until the length is reached, a signal
/// comes, all sources have ended or the file can't be written any more. Meanwhile the machine doesn't sleep.
/// `tell` gets the state some four times a second. Where it can't begin there is no session in the lists, and
/// no file.
[[nodiscard]] Result<Take> recordTake(catalog::Catalog& catalog, const TakeSettings& settings,
                                      const std::function<void(const recorder::RecorderStats&)>& tell = {});

} // namespace mockingbird::studio
