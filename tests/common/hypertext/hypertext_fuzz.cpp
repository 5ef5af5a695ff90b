// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target for libFuzzer: `cmake --preset fuzz && cmake --build --preset fuzz`, then
// `hypertext_fuzz -max_len=4096 NEW_INPUTS tests/common/hypertext/corpus`. What it finds goes into the
// corpus.
#include "tests/common/hypertext/hypertext_promises.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto broken =
        mockingbird::test::brokenPromise(std::string_view(reinterpret_cast<const char*>(bytes), size));
    if (broken) {
        std::fprintf(stderr, "broken: %s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
