// SPDX-License-Identifier: GPL-3.0-or-later
// How long the review page's lists and views take with as many notes as a recording may have, drawn offscreen
// by the processor. No peer: each figure stands beside its goal.
//   build/release/tests/bench/desk_bench BENCH [WORD ...]
#include "tests/bench/desk_bench.h"

#include "common/ui/theme.h"

#include <QApplication>

using namespace mockingbird::bench;

namespace {

constexpr Bench kBenches[] = {
    {"notes", benchNotes, "5,000 notes in their list: adding, scrolling, selecting, finding, typing"},
    {"playing", benchPlaying,
     "[SECONDS]  a recording played at 1x with its timeline and notes: frames late or missed"},
    {"timeline", benchTimeline, "a recording of 3 h with 5,000 notes: zooming, scrubbing, playing"},
};

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    mockingbird::ui::applyTheme(application, mockingbird::ui::Scheme::Light, 1.0);
    return runBench("desk_bench", kBenches, argc, argv);
}
