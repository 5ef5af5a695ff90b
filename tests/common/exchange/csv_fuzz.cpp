// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target for libFuzzer: `cmake --preset fuzz && cmake --build --preset fuzz`, then
// `csv_fuzz -max_len=4096 NEW_INPUTS tests/common/exchange/corpus/csv`. What it finds goes into the corpus.
#include "tests/common/exchange/exchange_promises.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (const auto broken = mockingbird::exchange::test::brokenByCsv(
            std::string_view(reinterpret_cast<const char*>(bytes), size))) {
        std::fprintf(stderr, "broken: %s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
