// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_report.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace mockingbird::bench {

void report(const std::string& bench, const std::vector<Figure>& figures) {
    std::fprintf(stderr, "%s\n", bench.c_str());
    for (const Figure& figure : figures) {
        std::string goal;
        if (figure.atMost) {
            char text[64];
            std::snprintf(text, sizeof text, "at most %g: %s", *figure.atMost,
                          figure.value <= *figure.atMost ? "reached" : "NOT reached");
            goal = text;
        }
        std::fprintf(stderr, "  %-46s %12.3f %-6s %s\n", figure.name.c_str(), figure.value,
                     figure.unit.c_str(), goal.c_str());
        nlohmann::json line{
            {"bench", bench}, {"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
        if (figure.atMost)
            line["at_most"] = *figure.atMost;
        std::printf("%s\n", line.dump().c_str());
    }
    std::fflush(stdout);
}

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    statm >> whole >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

std::string labDevice(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr) {
        std::fprintf(stderr, "%s is not set: run this by tests/support/device_lab\n", variable);
        std::exit(1);
    }
    return value;
}

} // namespace mockingbird::bench
