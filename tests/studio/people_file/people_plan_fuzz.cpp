// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target for libFuzzer: `cmake --preset fuzz && cmake --build --preset fuzz`, then
// `people_fuzz -max_len=2048 NEW_INPUTS tests/studio/people_file/corpus`. What it finds goes into the corpus.
#include "tests/studio/people_file/people_promises.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const mockingbird::studio::PeopleSnapshot snapshot = mockingbird::test::samplePeople();
    const auto plan = mockingbird::studio::planPeople(
        std::string_view(reinterpret_cast<const char*>(bytes), size), snapshot);
    if (!plan.ok())
        return 0;
    if (const auto broken = mockingbird::test::brokenPromise(*plan, snapshot)) {
        std::fprintf(stderr, "broken: %s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
