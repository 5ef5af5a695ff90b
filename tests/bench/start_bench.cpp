// SPDX-License-Identifier: GPL-3.0-or-later
// How long Record and Stop take, with the test sources.
#include "common/media/disk_file.h"
#include "common/media/media_input.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/benches.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tracing_store.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace mockingbird::bench {

namespace {

using Clock = std::chrono::steady_clock;
using test::DiskTrace;

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Times {
    std::vector<double> start;     ///< until start() answers: the picture seen then is the take's first
    std::vector<double> firstDisk; ///< until the first cluster was handed to the disk
    std::vector<double> stop;
    std::vector<double> open; ///< until a player has opened the file
};

Result<void> measure(recorder::Recorder& recorder, const std::filesystem::path& file,
                     threading::Guarded<DiskTrace>& trace, Times& times) {
    trace.with([](DiskTrace& all) { all.events.clear(); });
    const auto pressed = Clock::now();
    TRY(recorder.start(file));
    const auto begun = Clock::now();
    times.start.push_back(milliseconds(begun - pressed));
    const auto afterStart = [&](const DiskTrace& all) {
        return std::ranges::find_if(
            all.events, [&](const DiskTrace::Event& event) { return !event.isSync() && event.at > begun; });
    };
    static_cast<void>(test::waitUntil([&] {
        return trace.read([&](const DiskTrace& all) { return afterStart(all) != all.events.end(); });
    }));
    trace.with([&](const DiskTrace& all) {
        times.firstDisk.push_back(milliseconds(afterStart(all)->at - pressed));
    });
    static_cast<void>(test::waitUntil([&] { return recorder.stats().elapsed.seconds() > 1; }));
    const auto stopping = Clock::now();
    TRY(recorder.stop());
    times.stop.push_back(milliseconds(Clock::now() - stopping));
    TRY(media::openMediaInput(file));
    times.open.push_back(milliseconds(Clock::now() - stopping));
    return {};
}

} // namespace

int benchStart(const Words& words) {
    const int times = words.empty() ? 10 : std::atoi(words[0].c_str());
    const auto trace = std::make_shared<threading::Guarded<DiskTrace>>();
    recorder::RecorderSeams seams;
    seams.createFile = [&](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
        auto store = std::make_unique<test::TracingStore>(TRY(media::DiskFile::create(file)), trace);
        return media::MediaFile::over(std::move(store), media::MediaFile::Access::Write, file.string());
    };
    const recorder::SourceSpec source{recorder::SourceKind::Test, ""};
    auto opened = recorder::Recorder::open({{source}, {source, source}, 30}, seams);
    const test::TemporaryFolder folder;
    Times measured;
    for (int i = 0; opened.ok() && i < times; ++i) {
        const auto result = measure(**opened, folder / (std::to_string(i) + ".mkv"), *trace, measured);
        if (!result.ok()) {
            std::fprintf(stderr, "%s\n", result.error().detail.c_str());
            return 1;
        }
    }
    if (measured.start.empty())
        return 1;
    report("start and stop",
           {{"Record to the first picture kept, median", median(measured.start), "ms", 300},
            {"the same, longest", std::ranges::max(measured.start), "ms", 300},
            {"Record to the first cluster on its way, median", median(measured.firstDisk), "ms", {}},
            {"stop(), median", median(measured.stop), "ms", {}},
            {"stop to opened by a player, median", median(measured.open), "ms", 1000},
            {"the same, longest", std::ranges::max(measured.open), "ms", 1000}});
    return 0;
}

} // namespace mockingbird::bench
