// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <string>
#include <utility>

namespace mockingbird::recorder {

/// Keeps the machine awake as long as it lives: a lock of logind's over the system bus (sleep and idle, mode
/// block). Owned by who records; any thread.
class SleepInhibitor {
public:
    /// Unsupported where there is no logind; recording goes on without. At most some 500 ms.
    [[nodiscard]] static Result<SleepInhibitor> hold(const std::string& why);
    ~SleepInhibitor();
    SleepInhibitor(SleepInhibitor&& other) noexcept : m_lock(std::exchange(other.m_lock, -1)) {}
    SleepInhibitor& operator=(SleepInhibitor&& other) noexcept;
    SleepInhibitor(const SleepInhibitor&) = delete;
    SleepInhibitor& operator=(const SleepInhibitor&) = delete;

private:
    explicit SleepInhibitor(int lock) : m_lock(lock) {}
    int m_lock; ///< the descriptor that logind gave; closing it lets go
};

} // namespace mockingbird::recorder
