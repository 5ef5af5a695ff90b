// SPDX-License-Identifier: GPL-3.0-or-later
// CPU seconds per recorded second, 1080p30 screen and two sound sources, beside the ffmpeg command with the
// same sources and encoder settings, both at the same time. Run it in the device lab:
//   tests/support/device_lab run build/release/tests/bench/recorder_bench build/release/studio/mockingbird
//   [seconds]
#include "tests/bench/moving_screen.h"
#include "tests/bench/timed_process.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace mockingbird::bench;

namespace {

std::string fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    if (!value) {
        std::fprintf(stderr, "%s is not set: run this in the device lab\n", name);
        std::exit(1);
    }
    return value;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("recorder_bench MOCKINGBIRD [SECONDS]\n", stderr);
        return 2;
    }
    const std::string seconds = argc > 2 ? argv[2] : "30";
    const std::string display = fromEnvironment("DISPLAY");
    const std::string microphone = fromEnvironment("LAB_MICROPHONE");
    const std::string system = fromEnvironment("LAB_SYSTEM");
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("recorder_bench." + std::to_string(getpid()));
    std::filesystem::create_directories(folder);

    const MovingScreen screen;
    TimedProcess ours({argv[1], "--catalog", folder / "catalog", "--json", "record", "--kit",
                       "Library Assistant", "--video", "screen", "--audio", "mic:" + microphone, "--audio",
                       "system", "--seconds", seconds});
    TimedProcess peer({"ffmpeg",
                       "-v",
                       "error",
                       "-y",
                       "-thread_queue_size",
                       "64",
                       "-f",
                       "x11grab",
                       "-framerate",
                       "30",
                       "-video_size",
                       "1920x1080",
                       "-i",
                       display,
                       "-thread_queue_size",
                       "64",
                       "-f",
                       "pulse",
                       "-i",
                       microphone,
                       "-thread_queue_size",
                       "64",
                       "-f",
                       "pulse",
                       "-i",
                       system,
                       "-filter_complex",
                       "[1:a]asplit[m1][m2];[2:a]asplit[s1][s2];[m1][s1]amix=normalize=0[mix]",
                       "-map",
                       "0:v",
                       "-map",
                       "[mix]",
                       "-map",
                       "[m2]",
                       "-map",
                       "[s2]",
                       "-c:v",
                       "libx264",
                       "-preset",
                       "veryfast",
                       "-crf",
                       "23",
                       "-x264-params",
                       "rc-lookahead=6:sync-lookahead=0",
                       "-g",
                       "30",
                       "-bf",
                       "0",
                       "-pix_fmt",
                       "yuv420p",
                       "-c:a",
                       "aac",
                       "-aac_coder",
                       "fast",
                       "-b:a",
                       "128k",
                       "-t",
                       seconds,
                       folder / "peer.mkv"});
    const ProcessCost our = ours.wait();
    const ProcessCost peers = peer.wait();
    std::error_code ignored; // a bench's leftovers are the temporary folder's business
    std::filesystem::remove_all(folder, ignored);
    if (our.status != 0 || peers.status != 0) {
        std::fprintf(stderr, "a recorder failed: mockingbird %d, ffmpeg %d\n", our.status, peers.status);
        return 1;
    }
    const double length = std::atof(seconds.c_str());
    std::printf("screen 1080p30 + 2 sounds, %s s at the same time\n", seconds.c_str());
    std::printf("%-12s %8s %10s\n", "", "cpu s/s", "peak MB");
    std::printf("%-12s %8.3f %10.0f\n", "mockingbird", our.cpuSeconds / length,
                static_cast<double>(our.peakKilobytes) / 1024);
    std::printf("%-12s %8.3f %10.0f\n", "ffmpeg", peers.cpuSeconds / length,
                static_cast<double>(peers.peakKilobytes) / 1024);
    std::printf("ratio %.2f\n", our.cpuSeconds / peers.cpuSeconds);
    return 0;
}
