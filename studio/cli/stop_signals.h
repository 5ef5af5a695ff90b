// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <csignal>

namespace mockingbird::studio {

/// Takes Ctrl+C, an end by the system and a closed terminal as the wish to stop, from its making to its end.
/// Make it before the threads that must not be hit: they inherit that the signals are blocked. For one
/// thread.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Waits for one, at most so long; whether one came.
    [[nodiscard]] bool wait(std::chrono::milliseconds atMost) const;

private:
    sigset_t m_signals{};
    sigset_t m_before{};
};

} // namespace mockingbird::studio
