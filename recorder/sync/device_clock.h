// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/sync/running_clock.h"

#include <cstdint>
#include <optional>

namespace mockingbird::recorder {

/// Turns a device's timestamps into steady ones. libavdevice stamps with the wall clock (x11grab) or
/// with the kernel's monotonic one (most cameras); which of them is seen at the first stamp. What is kept is
/// each frame's age at arrival, so a wall clock that is set while we record moves nothing. For one thread.
class DeviceClock {
public:
    /// When the frame that arrived now was captured. `stamp`, `wall`: microseconds; `stamp` as the device
    /// gave it, `wall` the wall clock at `arrival`. Without a stamp it was captured at `arrival` less the
    /// usual age.
    [[nodiscard]] SteadyTime captured(std::optional<std::int64_t> stamp, std::int64_t wall,
                                      SteadyTime arrival);

private:
    enum class Basis { Unknown, Wall, Steady, Arrival };
    Basis m_basis = Basis::Unknown;
    double m_usualAge = 0;     ///< microseconds
    double m_wallAhead = 0;    ///< of the steady clock, microseconds
    bool m_wallWasSet = false; ///< and the device's stamps have not come to it yet
};

} // namespace mockingbird::recorder
