// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::bench {

/// Something measured, with what it should be at most.
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    std::optional<double> atMost;
};

/// Prints the figures: a table for people on standard error, one JSON object a line on standard output.
void report(const std::string& bench, const std::vector<Figure>& figures);

/// What this process has in memory now.
[[nodiscard]] double residentMegabytes();

/// A variable of the device lab; ends the program where it is not set.
[[nodiscard]] std::string labDevice(const char* variable);

} // namespace mockingbird::bench
