// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/power/sleep_inhibitor.h"

#include <future>
#include <optional>

namespace mockingbird::recorder {

/// Holds the machine awake while it is wanted, asking in the background: the answer may take half a second,
/// which the first frame must not wait for. Where it can't be had that is logged, and all goes on without.
class KeepAwake {
public:
    void set(bool wanted);

private:
    bool m_wanted = false;
    std::future<std::optional<SleepInhibitor>> m_held;
};

} // namespace mockingbird::recorder
