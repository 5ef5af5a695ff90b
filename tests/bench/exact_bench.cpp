// SPDX-License-Identifier: GPL-3.0-or-later
// The frame shown by its number: random jumps over recordings whose every frame has its number drawn into it.
#include "review/playback/frame_reader.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/review_bench.h"
#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace mockingbird::bench {

namespace {

using test::CodedMedia;

struct Kind {
    std::string name;
    std::string file;
    CodedMedia media;
};

CodedMedia with(const std::function<void(CodedMedia&)>& change) {
    CodedMedia media;
    media.frames = 2000;
    change(media);
    return media;
}

std::int64_t variable(int n) {
    return std::int64_t{n} * 33 + (n % 7) * 4 + (n > 400 ? 7000 : 0);
}

std::vector<Kind> kinds() {
    return {{"as recorded, a keyframe a second", "own.mkv", with([](auto& m) { m.keyframeEvery = 25; })},
            {"B-frames, keyframes every 2 s", "b.mkv",
             with([](auto& m) { m.bFrames = 3, m.keyframeEvery = 50; })},
            {"B-frames in MP4", "b.mp4", with([](auto& m) { m.bFrames = 3, m.keyframeEvery = 50; })},
            {"open GOPs", "open.mkv",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
            {"open GOPs in MP4", "open.mp4",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
            {"variable rate", "vfr.mkv", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
            {"variable rate in MP4", "vfr.mp4", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
            {"keyframes every 10 s", "long.mkv", with([](auto& m) { m.keyframeEvery = 250; })},
            {"a start at 12.345 s", "start.mkv", with([](auto& m) { m.startMs = 12345, m.bFrames = 2; })},
            {"MPEG-TS", "a.ts", with([](auto& m) { m.bFrames = 2, m.startMs = 1400; })}};
}

} // namespace

int benchExact(const Words& words) {
    const int jumps = words.empty() ? 10'000 : std::atoi(words[0].c_str());
    const test::TemporaryFolder folder;
    const std::vector<Kind> all = kinds();
    const int each = (jumps + static_cast<int>(all.size()) - 1) / static_cast<int>(all.size());
    std::mt19937_64 random(7);
    int made = 0;
    int wrong = 0;
    for (const Kind& kind : all) {
        const auto written = test::write(kind.media, folder / kind.file);
        auto reader = review::FrameReader::open(folder / kind.file);
        if (!written.ok() || !reader.ok()) {
            std::fprintf(stderr, "%s can't be made or opened\n", kind.name.c_str());
            return 1;
        }
        // 39 ms of the last frame's 40, and never past what the container says.
        const std::int64_t end = kind.media.timeOf(kind.media.frames - 1) + 39;
        std::uniform_int_distribution<std::int64_t> any(
            0, std::min(end * 1000, (*reader)->duration().microseconds()));
        int wrongHere = 0;
        for (int i = 0; i < each && made < jumps; ++i, ++made) {
            const MediaTime time = MediaTime::fromMicroseconds(any(random));
            const auto picture = (*reader)->at(time);
            if (!picture.ok() || test::numberIn(*picture) != test::frameAt(kind.media, time))
                ++wrongHere;
        }
        std::fprintf(stderr, "  %-40s %d of %d wrong\n", kind.name.c_str(), wrongHere, each);
        wrong += wrongHere;
    }
    report("exact", {{"jumps", static_cast<double>(made), "", {}},
                     {"the right frame", static_cast<double>(made - wrong), "", {}},
                     {"a wrong frame, or none", static_cast<double>(wrong), "", 0}});
    return wrong == 0 ? 0 : 1;
}

} // namespace mockingbird::bench
