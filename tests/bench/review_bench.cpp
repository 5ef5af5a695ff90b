// SPDX-License-Identifier: GPL-3.0-or-later
// How quick and how exact the review's engine is, as ratios beside mpv or ffmpeg on the same files in the
// same run, each with its goal. The recordings are made for the run, which takes a minute or two;
// MOCKINGBIRD_BENCH_MEDIA names a folder to keep them in for the next.
//   build/release/tests/bench/review_bench BENCH [WORD ...]
#include "tests/bench/review_bench.h"

using namespace mockingbird::bench;

namespace {

constexpr Bench kBenches[] = {
    {"jump", benchJump, "[FILE ...]  40 random exact jumps beside mpv's exact seek"},
    {"exact", benchExact, "[JUMPS]  random jumps over many kinds of media, each frame known by its number"},
    {"step", benchStep, "[FILE ...]  one frame back, and the first steps back after a jump"},
    {"open", benchOpen, "[FILE]  a recording of 1 h to its first frame beside mpv's loadfile"},
    {"thumbnails", benchThumbnails, "[FILE ...]  a small picture of the keyframe before any time"},
    {"waveform", benchWaveform, "[FILE]  1 h with 3 sound tracks beside ffmpeg decoding them; then cached"},
    {"memory", benchMemory, "[FILE]  3 h reviewed: 200 jumps, playing, the waveform, thumbnails"},
    {"in-step", benchInStep,
     "[SECONDS [PLACES [JUMPS]]]  200 jumps and 10 min of recordings playing in step"},
    {"review", reviewOnly, "FILE  nothing but reviewing; what memory measures"},
};

} // namespace

int main(int argc, char** argv) {
    return runBench("review_bench", kBenches, argc, argv);
}
