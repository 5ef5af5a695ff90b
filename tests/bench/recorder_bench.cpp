// SPDX-License-Identifier: GPL-3.0-or-later
// What the recorder takes and how exact it is, as ratios beside a peer where there is one, each with its
// goal. Most benches need the device lab:
//   tests/support/device_lab run [--camera] build/release/tests/bench/recorder_bench BENCH [WORD ...]
#include "tests/bench/benches.h"

#include <filesystem>

using namespace mockingbird::bench;

namespace {

constexpr Bench kBenches[] = {
    {"cpu", benchCpu,
     "[SECONDS [MOCKINGBIRD]]  processor beside ffmpeg's; of the program, or of the engine alone"},
    {"cpu-preview", benchCpuWithPreview, "[SECONDS]  the same with previews and meters pulled"},
    {"start", benchStart, "[TIMES]  from start to the first picture, from stop to playing; needs no lab"},
    {"drops", benchDrops, "[SECONDS]  pictures dropped; in a lab with --camera, under pw-v4l2"},
    {"av", benchSync, "[MINUTES]  picture against sound by flash and beep, memory"},
    {"long", benchLong, "[MINUTES]  a simulated long take: drift, pauses, memory, stop; needs no lab"},
    {"record", recordOnly, "FILE SECONDS [preview]  nothing but recording; what cpu measures"},
};

} // namespace

std::string mockingbird::bench::ownProgram() {
    return std::filesystem::read_symlink("/proc/self/exe").string();
}

int main(int argc, char** argv) {
    return runBench("recorder_bench", kBenches, argc, argv);
}
