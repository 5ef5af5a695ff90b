// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/sync/running_clock.h"

#include <memory>
#include <stop_token>

namespace mockingbird::recorder {

/// What a source without a device of its own plays by. Any thread.
class PaceClock {
public:
    virtual ~PaceClock() = default;
    /// Where its timeline begins.
    [[nodiscard]] virtual SteadyTime epoch() const = 0;
    /// Waits until the time has come; false at a stop.
    [[nodiscard]] virtual bool waitUntil(SteadyTime time, std::stop_token stop) = 0;

    /// The real one.
    [[nodiscard]] static std::shared_ptr<PaceClock> steady(SteadyTime epoch);
};

} // namespace mockingbird::recorder
