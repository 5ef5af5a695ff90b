// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace mockingbird::test {

/// Whether `condition()` came true before the deadline; asks every few milliseconds. For what another thread
/// or process brings about.
template <class Condition>
[[nodiscard]] bool waitUntil(Condition&& condition,
                             std::chrono::milliseconds deadline = std::chrono::seconds(10)) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end)
            return condition();
        never.wait_for(lock, std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace mockingbird::test
