// SPDX-License-Identifier: GPL-3.0-or-later
// What three hours under review keep in memory: the player jumped through and playing, its sound read, the
// waveform computed beside it, thumbnails. The window itself is not among it.
#include "review/playback/player.h"
#include "review/playback/thumbnail_reader.h"
#include "review/waveform/waveform.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/made_recording.h"
#include "tests/bench/review_bench.h"
#include "tests/bench/timed_process.h"
#include "tests/support/wait_until.h"

#include <array>
#include <cstdio>
#include <random>
#include <thread>

namespace mockingbird::bench {

namespace {

constexpr int kJumps = 200;
constexpr auto kPlaying = std::chrono::seconds(20);

} // namespace

int benchMemory(const Words& words) {
    const MadeRecordings made;
    const std::filesystem::path file =
        words.empty() ? made.recording(Content::Screen, 180, 3) : std::filesystem::path(words[0]);
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    TimedProcess process({self, "review", file.string()}, "/dev/stderr");
    const ProcessCost cost = process.wait();
    if (cost.status != 0)
        return 1;
    report("memory of 3 h", {{"most memory", static_cast<double>(cost.peakKilobytes) / 1024, "MB", 500},
                             {"processor", cost.cpuSeconds, "s", {}}});
    return 0;
}

int reviewOnly(const Words& words) {
    if (words.empty())
        return 2;
    auto opened = review::Player::open(words[0]);
    auto thumbnails = review::ThumbnailReader::open(words[0]);
    if (!opened.ok() || !thumbnails.ok()) {
        std::fprintf(stderr, "%s can't be opened\n", words[0].c_str());
        return 1;
    }
    review::Player& player = **opened;
    bool drawn = false;
    std::jthread waveform([&](const std::stop_token& stop) {
        const auto computed = review::computeWaveform(words[0], stop);
        drawn = computed.ok();
    });
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> any(0, player.duration().microseconds() - 1'000'000);
    int shown = 0;
    for (int i = 0; i < kJumps; ++i) {
        const MediaTime time = MediaTime::fromMicroseconds(any(random));
        player.seek(time);
        const bool there = test::waitUntil([&] {
            static_cast<void>(player.takePicture());
            return !player.seeking();
        });
        shown += there && (*thumbnails)->near(time).ok() ? 1 : 0;
    }
    player.play();
    const auto end = std::chrono::steady_clock::now() + kPlaying;
    player.setSoundOutput(true);
    static_cast<void>(test::waitUntil(
        [&] {
            static_cast<void>(player.takePicture());
            std::array<float, 480> samples{}; // 5 ms, as often as waitUntil asks
            player.readSound(samples, MediaTime());
            return std::chrono::steady_clock::now() >= end;
        },
        std::chrono::duration_cast<std::chrono::milliseconds>(kPlaying * 2)));
    const auto stats = player.stats();
    waveform.join();
    std::fprintf(stderr, "%d of %d jumps shown, %llu pictures late while playing, waveform %s\n", shown,
                 kJumps, static_cast<unsigned long long>(stats.latePictures), drawn ? "whole" : "missing");
    return shown == kJumps && drawn ? 0 : 1;
}

} // namespace mockingbird::bench
