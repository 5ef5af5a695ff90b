// SPDX-License-Identifier: GPL-3.0-or-later
// How quick and how exact the review's engine is, as ratios beside mpv or ffmpeg on the same files in the
// same run, each with its goal. The recordings are made for the run, which takes a minute or two;
// MOCKINGBIRD_BENCH_MEDIA names a folder to keep them in for the next.
//   build/release/tests/bench/review_bench BENCH [WORD ...]
#include "tests/bench/review_bench.h"

#include <cstdio>

using namespace mockingbird::bench;

namespace {

struct Bench {
    const char* name;
    int (*run)(const Words&);
    const char* about;
};

constexpr Bench kBenches[] = {
    {"jump", benchJump, "[FILE ...]  40 random exact jumps beside mpv's exact seek"},
    {"exact", benchExact, "[JUMPS]  random jumps over many kinds of media, each frame known by its number"},
    {"step", benchStep, "[FILE ...]  one frame back, and the first steps back after a jump"},
    {"open", benchOpen, "[FILE]  a recording of 1 h to its first frame beside mpv's loadfile"},
    {"thumbnails", benchThumbnails, "[FILE ...]  a small picture of the keyframe before any time"},
    {"waveform", benchWaveform, "[FILE]  1 h with 3 sound tracks beside ffmpeg decoding them; then cached"},
    {"memory", benchMemory, "[FILE]  3 h reviewed: 200 jumps, playing, the waveform, thumbnails"},
    {"review", reviewOnly, "FILE  nothing but reviewing; what memory measures"},
};

} // namespace

int main(int argc, char** argv) {
    const Words words(argv + 1, argv + argc);
    for (const Bench& bench : kBenches) {
        if (!words.empty() && words.front() == bench.name)
            return bench.run({words.begin() + 1, words.end()});
    }
    std::fputs("review_bench BENCH [WORD ...]\n", stderr);
    for (const Bench& bench : kBenches)
        std::fprintf(stderr, "  %-12s %s\n", bench.name, bench.about);
    return 2;
}
