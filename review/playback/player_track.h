// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <chrono>
#include <string>

namespace mockingbird::review {

/// How far the content may end before the time the container says: sound and picture seldom end together.
inline constexpr MediaTime kTruncatedBy(std::chrono::seconds(1));

/// One sound or picture track of a recording, as a page offers it.
struct PlayerTrack {
    int stream = 0; ///< index in the file
    std::string name;
    bool mix = false;   ///< of a sound track: all the others together
    bool usual = false; ///< the file names it as the one to play where one is played
};

} // namespace mockingbird::review
