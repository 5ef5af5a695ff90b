// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target for libFuzzer: `cmake --preset fuzz && cmake --build --preset fuzz`, then
// `mbkit_fuzz -max_len=8192 NEW_INPUTS tests/common/exchange/corpus/mbkit`. What it finds goes into the
// corpus.
//
// An input that begins with P is an archive as it stands. Any other is what lies in one: its parts, between
// bytes of 0x1E, are packed into a sound archive first, so that what is behind the zip is reached too.
#include "tests/common/exchange/exchange_promises.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mockingbird::exchange::test;
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    std::string packed;
    if (!input.starts_with('P')) {
        std::vector<std::string> parts;
        for (std::string_view rest = input;;) {
            const auto end = rest.find('\x1E');
            parts.emplace_back(rest.substr(0, end));
            if (end == std::string_view::npos || parts.size() == 8)
                break;
            rest.remove_prefix(end + 1);
        }
        packed = archiveOf(parts);
    }
    if (const auto broken = brokenByBundle(packed.empty() ? input : packed)) {
        std::fprintf(stderr, "broken: %s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
