// SPDX-License-Identifier: GPL-3.0-or-later
// Three hours on a simulated clock, through the real sound job, encoders and writer; and fifty pauses.
#include "tests/bench/bench_report.h"
#include "tests/bench/benches.h"
#include "tests/support/decoded_file.h"
#include "tests/support/simulated_take.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace mockingbird::bench {

namespace {

constexpr std::int64_t kSecond = 48000;
constexpr double kOff = 300;
constexpr int kMemoryEvery = 60;

struct Memory {
    double minutes = 0;
    double megabytes = 0;
};

/// Megabytes an hour, by least squares.
double slope(const std::vector<Memory>& memory) {
    double hours = 0;
    double size = 0;
    for (const Memory& one : memory) {
        hours += one.minutes / 60;
        size += one.megabytes;
    }
    const auto count = static_cast<double>(memory.size());
    double above = 0;
    double below = 0;
    for (const Memory& one : memory) {
        const double distance = one.minutes / 60 - hours / count;
        above += distance * (one.megabytes - size / count);
        below += distance * distance;
    }
    return below > 0 ? above / below : 0;
}

double nearest(const std::vector<double>& times, double wanted) {
    return *std::ranges::min_element(times, {}, [&](double time) { return std::abs(time - wanted); });
}

bool benchThreeHours(int minutes) {
    const test::TemporaryFolder folder;
    test::SimulatedTake take;
    take.file = folder / "long.mkv";
    take.seconds = minutes * 60;
    take.clocksOff = {0, kOff};
    // What is taken once, pools and the first index pages, is taken by then.
    const int settled = std::min(10, minutes / 3);
    std::vector<Memory> memory;
    take.eachSecond = [&](int second) {
        if (second % kMemoryEvery == 0 && second >= settled * 60)
            memory.push_back({second / 60.0, residentMegabytes()});
    };
    const auto begun = std::chrono::steady_clock::now();
    const auto outcome = test::simulate(take);
    if (!outcome.ok()) {
        std::fprintf(stderr, "%s\n", outcome.error().detail.c_str());
        return false;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const auto decoded = test::decodeWhole(take.file, MediaTime::fromSeconds(std::max(1, take.seconds - 60)));
    if (!decoded.ok() || memory.empty())
        return false;
    const auto clicksOf = [&](std::size_t track) {
        const auto& sound = decoded->sounds[track];
        return test::clicks(sound.samples, sound.begins.seconds());
    };
    const auto exact = clicksOf(1);
    const auto drifting = clicksOf(2);
    if (exact.empty() || drifting.empty())
        return false;
    double drift = 0;
    for (const double click : exact)
        drift = std::max(drift, std::abs(nearest(drifting, click) - click));
    report("simulated take of " + std::to_string(minutes) + " minutes",
           {{"drift of a source 300 ppm off, in the last minute", drift * 1000, "ms", 10},
            {"the same without correction", kOff * 1e-6 * take.seconds * 1000, "ms", {}},
            {"memory after " + std::to_string(settled) + " minutes", memory.front().megabytes, "MB", 400},
            {"memory at the end", memory.back().megabytes, "MB", 400},
            {"its slope an hour", slope(memory), "MB", 1},
            {"stop()", std::chrono::duration<double, std::milli>(outcome->stopTook).count(), "ms", 1000},
            {"pictures dropped", static_cast<double>(outcome->summary.framesDropped), "", 0},
            {"times as fast as real time", take.seconds / took.count(), "", {}}});
    return true;
}

bool benchPauses() {
    const test::TemporaryFolder folder;
    test::SimulatedTake take;
    take.file = folder / "pauses.mkv";
    take.seconds = 160;
    take.framesPerSecond = 30;
    std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution<std::int64_t> length(2000, 20'000);
    for (std::int64_t i = 0; i < 50; ++i) {
        const std::int64_t from = (3 * i + 1) * kSecond + kSecond / 3;
        take.pauses.push_back({from, from + length(random)});
    }
    const auto outcome = test::simulate(take);
    const auto decoded = test::decodeWhole(take.file);
    if (!outcome.ok() || !decoded.ok())
        return false;
    const auto flashes = test::flashes(decoded->pictures[0]);
    double shift = 0;
    double marker = 0;
    for (const auto& sound : decoded->sounds) {
        const auto clicks = test::clicks(sound.samples, sound.begins.seconds());
        const double last =
            static_cast<double>(test::placeInTake(take.pauses, (take.seconds - 1) * kSecond)) / kSecond;
        shift = std::max(shift, std::abs(nearest(clicks, last) - nearest(flashes, last)));
        for (std::size_t at = 0; at + 480 <= sound.samples.size(); at += 240)
            marker = std::max(marker, test::amplitudeOf(sound.samples, test::kMarkerHertz, at, 480));
    }
    report("fifty pauses", {{"sound against picture after them", shift * 1000, "ms", 1000.0 / 30},
                            {"what was said in them, of its level", marker / test::kMarkerLevel, "", 0.04}});
    return true;
}

} // namespace

int benchLong(const Words& words) {
    const int minutes = words.empty() ? 180 : std::max(1, std::atoi(words[0].c_str()));
    return benchThreeHours(minutes) && benchPauses() ? 0 : 1;
}

} // namespace mockingbird::bench
