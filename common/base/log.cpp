// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/log.h"

#include "common/base/wall_time.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace mockingbird {

namespace {

LogLevel levelFromEnvironment() {
    const char* value =
        std::getenv("MOCKINGBIRD_LOG"); // read once, before any thread of ours sets a variable
    const std::string_view text = value ? value : "";
    if (text == "debug")
        return LogLevel::Debug;
    if (text == "notice")
        return LogLevel::Notice;
    return LogLevel::Warning;
}

std::atomic<LogLevel>& currentLevel() {
    static std::atomic<LogLevel> level{levelFromEnvironment()};
    return level;
}

} // namespace

void log(LogLevel level, std::string_view room, std::string_view message) {
    if (level < currentLevel().load(std::memory_order_relaxed))
        return;
    std::string line = WallTime::now().toIso();
    line.append(" ").append(room).append(": ").append(message).append("\n");
    std::fwrite(line.data(), 1, line.size(), stderr); // one call, so that stdio's lock keeps the line whole
}

void setLogLevel(LogLevel level) {
    currentLevel().store(level, std::memory_order_relaxed);
}

} // namespace mockingbird
