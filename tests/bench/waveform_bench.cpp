// SPDX-License-Identifier: GPL-3.0-or-later
// The waveform of an hour with three sound tracks, beside ffmpeg decoding the same sound to nowhere.
#include "review/waveform/peaks_file.h"
#include "review/waveform/waveform.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/made_recording.h"
#include "tests/bench/measured_times.h"
#include "tests/bench/review_bench.h"
#include "tests/bench/timed_process.h"

#include <cstdio>
#include <optional>

namespace mockingbird::bench {

namespace {

constexpr int kRounds = 3;

} // namespace

int benchWaveform(const Words& words) {
    const MadeRecordings made;
    const std::filesystem::path file =
        words.empty() ? made.recording(Content::Camera, 60, 3) : std::filesystem::path(words[0]);
    MeasuredTimes ours;
    MeasuredTimes first;
    MeasuredTimes peer;
    MeasuredTimes cached;
    int told = 0;
    // The first round, which brings the file into the system's memory, is not counted.
    for (int round = 0; round <= kRounds; ++round) {
        MeasuredTimes ffmpeg;
        int status = 0;
        ffmpeg.measure([&] {
            TimedProcess process(
                {"ffmpeg", "-v", "error", "-nostdin", "-i", file.string(), "-map", "0:a", "-f", "null", "-"});
            status = process.wait().status;
        });
        std::error_code none;
        std::filesystem::remove(review::peaksFileOf(file), none);
        const auto begun = std::chrono::steady_clock::now();
        std::optional<std::chrono::steady_clock::duration> untilFirst;
        told = 0;
        const auto computed = review::cachedWaveform(file, {}, {}, [&](const review::Waveform&) {
            ++told;
            if (!untilFirst)
                untilFirst = std::chrono::steady_clock::now() - begun;
        });
        const auto whole = std::chrono::steady_clock::now() - begun;
        if (status != 0 || !computed.ok()) {
            std::fprintf(stderr, "a decoder failed\n");
            return 1;
        }
        if (round == 0)
            continue;
        ours.add(whole);
        first.add(untilFirst.value_or(whole));
        peer.add(std::chrono::duration_cast<std::chrono::steady_clock::duration>(
            std::chrono::duration<double, std::milli>(ffmpeg.median())));
        cached.measure([&] { static_cast<void>(review::cachedWaveform(file)); });
    }
    report("waveform of 1 h, 3 tracks", {{"ours, median", ours.median(), "ms", {}},
                                         {"ffmpeg, median", peer.median(), "ms", {}},
                                         {"ratio", ours.median() / peer.median(), "", 1.2},
                                         {"until it begins to show, median", first.median(), "ms", {}},
                                         {"shown while it grows", static_cast<double>(told), "times", {}},
                                         {"from the cache, median", cached.median(), "ms", {}}});
    return 0;
}

} // namespace mockingbird::bench
