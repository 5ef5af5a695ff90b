// SPDX-License-Identifier: GPL-3.0-or-later
// Processor seconds per recorded second, 1080p30 screen and two sound sources, beside the ffmpeg command with
// the same sources and encoder settings, both at the same time.
#include "recorder/recorder.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/benches.h"
#include "tests/bench/moving_screen.h"
#include "tests/bench/timed_process.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace mockingbird::bench {

namespace {

Words peerCommand(const std::string& seconds, const std::string& file) {
    return {"ffmpeg",
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
            labDevice("DISPLAY"),
            "-thread_queue_size",
            "64",
            "-f",
            "pulse",
            "-i",
            labDevice("LAB_MICROPHONE"),
            "-thread_queue_size",
            "64",
            "-f",
            "pulse",
            "-i",
            labDevice("LAB_SYSTEM"),
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
            file};
}

int compare(const std::string& bench, const std::string& seconds, const Words& command,
            const std::filesystem::path& folder, double goal) {
    // The peer's preset, whatever this machine would choose.
    ::setenv("MOCKINGBIRD_ENCODER", "libx264", 1);
    const MovingScreen screen;
    TimedProcess ours(command);
    TimedProcess peer(peerCommand(seconds, folder / "peer.mkv"));
    const ProcessCost our = ours.wait();
    const ProcessCost peers = peer.wait();
    if (our.status != 0 || peers.status != 0) {
        std::fprintf(stderr, "a recorder failed: ours %d, ffmpeg %d\n", our.status, peers.status);
        return 1;
    }
    const double length = std::atof(seconds.c_str());
    report(bench, {{"ours, processor per second", our.cpuSeconds / length, "s/s", {}},
                   {"ffmpeg, processor per second", peers.cpuSeconds / length, "s/s", {}},
                   {"ratio", our.cpuSeconds / peers.cpuSeconds, "", goal},
                   {"ours, most memory", static_cast<double>(our.peakKilobytes) / 1024, "MB", 400},
                   {"ffmpeg, most memory", static_cast<double>(peers.peakKilobytes) / 1024, "MB", {}}});
    return 0;
}

} // namespace

int benchCpu(const Words& words) {
    const test::TemporaryFolder folder;
    const std::string seconds = words.empty() ? "30" : words[0];
    Words command{ownProgram(), "record", folder / "ours.mkv", seconds};
    if (words.size() > 1)
        command = {words[1],
                   "--catalog",
                   folder / "catalog",
                   "--json",
                   "record",
                   "--kit",
                   "Library Assistant",
                   "--video",
                   "screen",
                   "--audio",
                   "mic:" + labDevice("LAB_MICROPHONE"),
                   "--audio",
                   "system",
                   "--seconds",
                   seconds};
    return compare(words.size() > 1 ? "cpu of the program" : "cpu of the engine", seconds, command,
                   folder.path(), 1.05);
}

int benchCpuWithPreview(const Words& words) {
    const test::TemporaryFolder folder;
    const std::string seconds = words.empty() ? "30" : words[0];
    return compare("cpu with preview and meters", seconds,
                   {ownProgram(), "record", folder / "ours.mkv", seconds, "preview"}, folder.path(), 1.25);
}

int recordOnly(const Words& words) {
    if (words.size() < 2)
        return 2;
    const bool preview = words.size() > 2;
    using recorder::SourceKind;
    auto opened = recorder::Recorder::open(
        {{{SourceKind::Screen, ""}},
         {{SourceKind::Microphone, labDevice("LAB_MICROPHONE")}, {SourceKind::System, ""}},
         30});
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return 1;
    }
    const auto recorder = std::move(opened).value();
    recorder->setPreviewOn(preview);
    if (const auto started = recorder->start(words[0]); !started.ok()) {
        std::fprintf(stderr, "%s\n", started.error().detail.c_str());
        return 1;
    }
    const auto end = std::chrono::steady_clock::now() +
                     std::chrono::milliseconds(static_cast<int>(std::atof(words[1].c_str()) * 1000));
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    // As the interface pulls, some 15 times a second; without a preview the clock alone is looked at.
    while (std::chrono::steady_clock::now() < end) {
        never.wait_for(lock, std::chrono::milliseconds(preview ? 66 : 1000));
        if (preview)
            static_cast<void>(recorder->takePreview(0));
        if (recorder->stats().failure)
            break;
    }
    const auto summary = recorder->stop();
    if (!summary.ok())
        std::fprintf(stderr, "%s\n", summary.error().detail.c_str());
    else if (summary->framesDropped > 0)
        std::fprintf(stderr, "the machine is too busy to compare: %llu pictures were dropped\n",
                     static_cast<unsigned long long>(summary->framesDropped));
    return summary.ok() ? 0 : 1;
}

} // namespace mockingbird::bench
