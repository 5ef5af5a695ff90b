// SPDX-License-Identifier: GPL-3.0-or-later
// Records the test sources into the file named first until it is killed, and prints the recorded seconds all
// the time. With `sound` as second word there is no picture; with `sound-default` the file is written as
// FFmpeg does by itself, too.
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string_view>

int main(int count, char** words) {
    using namespace mockingbird::recorder;
    if (count < 2)
        return 2;
    const SourceSpec test{SourceKind::Test, ""};
    RecorderSeams seams;
    const std::string_view mode = count > 2 ? words[2] : "";
    if (mode == "sound-default")
        seams.durability = ContainerWriter::Durability::Default;
    RecorderSettings settings{{}, {test}, 30};
    if (mode.empty())
        settings.video.push_back(test);
    auto recorder = Recorder::open(settings, seams);
    if (!recorder.ok() || !(*recorder)->start(words[1]).ok())
        return 1;
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    while (true) {
        std::printf("%.6f\n", (*recorder)->stats().elapsed.seconds());
        std::fflush(stdout);
        never.wait_for(lock, std::chrono::milliseconds(10));
    }
}
