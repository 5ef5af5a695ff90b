// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::review {

/// How one sound track is heard.
struct TrackSetting {
    double volume = 1; ///< 0..2
    bool muted = false;
    bool soloed = false;
    bool operator==(const TrackSetting&) const = default;
};

} // namespace mockingbird::review
