// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target for libFuzzer: `cmake --preset fuzz && cmake --build --preset fuzz`, then
// `caption_fuzz -max_len=4096 NEW_INPUTS tests/review/captions/corpus`. What it finds goes into the corpus.
#include "review/captions/caption_file.h"
#include "tests/review/captions/caption_promises.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto cues =
        mockingbird::review::parseCaptions(std::string_view(reinterpret_cast<const char*>(bytes), size));
    if (!cues.ok())
        return 0;
    if (const auto broken = mockingbird::test::brokenPromise(*cues)) {
        std::fprintf(stderr, "broken: %s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
