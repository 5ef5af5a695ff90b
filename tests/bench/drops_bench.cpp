// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures dropped while a 1080p30 screen, a camera and three sounds are recorded.
#include "recorder/recorder.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/benches.h"
#include "tests/bench/moving_screen.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace mockingbird::bench {

int benchDrops(const Words& words) {
    const double seconds = words.empty() ? 60 : std::atof(words[0].c_str());
    using recorder::SourceKind;
    const MovingScreen screen;
    // The lab has one microphone; a second stream of it costs what a second one does.
    auto opened =
        recorder::Recorder::open({{{SourceKind::Screen, ""}, {SourceKind::Camera, labDevice("LAB_CAMERA")}},
                                  {{SourceKind::Microphone, labDevice("LAB_MICROPHONE")},
                                   {SourceKind::System, ""},
                                   {SourceKind::Microphone, labDevice("LAB_MICROPHONE")}},
                                  30});
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return 1;
    }
    const auto recorder = std::move(opened).value();
    recorder->setPreviewOn(false);
    const test::TemporaryFolder folder;
    const auto before = recorder->stats();
    if (const auto started = recorder->start(folder / "a.mkv"); !started.ok()) {
        std::fprintf(stderr, "%s\n", started.error().detail.c_str());
        return 1;
    }
    const auto whole = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    static_cast<void>(test::waitUntil(
        [&] { return recorder->stats().failure || recorder->stats().elapsed.seconds() >= seconds; },
        whole + std::chrono::seconds(10)));
    const auto after = recorder->stats();
    const auto summary = recorder->stop();
    if (!summary.ok()) {
        std::fprintf(stderr, "%s\n", summary.error().detail.c_str());
        return 1;
    }
    const auto rate = [&](std::size_t source) {
        return static_cast<double>(after.sources[source].frames - before.sources[source].frames) /
               after.elapsed.seconds();
    };
    report("drops over " + std::to_string(static_cast<int>(seconds)) + " s",
           {{"pictures dropped", static_cast<double>(summary->framesDropped), "", 0},
            {"screen's pictures captured", rate(0), "1/s", {}},
            {"camera's pictures captured", rate(1), "1/s", {}},
            {"memory at the end", residentMegabytes(), "MB", 400}});
    return 0;
}

} // namespace mockingbird::bench
