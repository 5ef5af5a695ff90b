// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/keep_awake.h"

#include "common/base/log.h"

#include <exception>

namespace mockingbird::recorder {

namespace {

std::optional<SleepInhibitor> tryHold() {
    try {
        auto held = SleepInhibitor::hold("Recording an interview");
        if (held.ok())
            return std::move(held).value();
        log(LogLevel::Notice, "recorder", "the machine may go to sleep: " + held.error().detail);
    } catch (const std::exception& failure) {
        log(LogLevel::Warning, "recorder", failure.what());
    }
    return std::nullopt;
}

} // namespace

void KeepAwake::set(bool wanted) {
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    if (wanted)
        m_held = std::async(std::launch::async, tryHold);
    else
        m_held = {};
}

} // namespace mockingbird::recorder
