// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mockingbird {

enum class LogLevel { Debug, Notice, Warning };

/// Writes one line with its UTC time to standard error, if `level` is at least the set one. Any thread; lines
/// of several threads don't mix. For developers and support: what a person must know is on the page instead.
void log(LogLevel level, std::string_view room, std::string_view message);

/// Warnings alone unless set; MOCKINGBIRD_LOG=debug|notice|warning in the environment sets it at the start.
void setLogLevel(LogLevel level);

} // namespace mockingbird
