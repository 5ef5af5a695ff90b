// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/stop_signals.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace mockingbird::studio {

StopSignals::StopSignals() {
    sigemptyset(&m_signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&m_signals, signal);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
}

StopSignals::~StopSignals() {
    // A second Ctrl+C meant the same stop; unblocked it would end the program while it tells what it did.
    while (wait(std::chrono::milliseconds(0))) {
    }
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

bool StopSignals::wait(std::chrono::milliseconds atMost) const {
    const auto deadline = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        const auto left = std::max(deadline - std::chrono::steady_clock::now(),
                                   std::chrono::steady_clock::duration::zero());
        const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
        const timespec time{static_cast<time_t>(nanoseconds / 1'000'000'000),
                            static_cast<long>(nanoseconds % 1'000'000'000)};
        if (sigtimedwait(&m_signals, nullptr, &time) > 0)
            return true;
        if (errno != EINTR)
            return false;
    }
}

} // namespace mockingbird::studio
