// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_list.h"

#include <cstdio>

namespace mockingbird::bench {

int runBench(const char* program, std::span<const Bench> benches, int argc, char** argv) {
    const Words words(argv + 1, argv + argc);
    for (const Bench& bench : benches)
        if (!words.empty() && words.front() == bench.name)
            return bench.run({words.begin() + 1, words.end()});
    std::fprintf(stderr, "%s BENCH [WORD ...]\n", program);
    for (const Bench& bench : benches)
        std::fprintf(stderr, "  %-12s %s\n", bench.name, bench.about);
    return 2;
}

} // namespace mockingbird::bench
