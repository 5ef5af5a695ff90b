// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace mockingbird::catalog {

/// One thing somebody did. Never changed once it is in the log.
struct Event {
    EventId id;
    Uuid7 stream;           ///< what it is about: the person, kit, session or review it belongs to
    PersonId author;        ///< null for what the studio itself did (the sample, the first person)
    std::string kind;       ///< such as `note.added`
    int version = 1;        ///< of the payload's shape
    WallTime at;            ///< by the author's clock
    std::int64_t clock = 0; ///< Lamport clock: later than everything its author had seen
    nlohmann::json payload;
};

} // namespace mockingbird::catalog
