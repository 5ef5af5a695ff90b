// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

namespace mockingbird::review {

/// A stretch of a recording, `end` not included.
struct PlayRange {
    MediaTime start;
    MediaTime end;
    bool operator==(const PlayRange&) const = default;
};

} // namespace mockingbird::review
