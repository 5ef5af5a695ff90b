// SPDX-License-Identifier: GPL-3.0-or-later
// Picture against sound: flashes on the lab's screen and beeps from its loudspeaker at the same instants,
// recorded at the beginning and at the end of a long take.
#include "recorder/recorder.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/benches.h"
#include "tests/bench/timed_process.h"
#include "tests/support/decoded_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

namespace mockingbird::bench {

namespace {

constexpr int kFlashes = 6;
/// No whole number of pictures, so that the flashes fall on all parts of one and their lateness averages to
/// half of it.
constexpr const char* kPeriod = "0.8556";
constexpr double kHalfPicture = 1.0 / 60;
constexpr double kRate = 48000;

/// By how much the beep really came after the flash, by flash_and_beep's own account.
std::vector<double> realOffsets(const std::filesystem::path& output) {
    std::vector<double> offsets;
    std::ifstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        const auto object = nlohmann::json::parse(line);
        offsets.push_back(object.at("beep").get<double>() - object.at("flash").get<double>());
    }
    return offsets;
}

std::vector<double> onsets(const test::DecodedFile::Sound& sound) {
    std::vector<double> found;
    double last = -1;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        if (std::abs(sound.samples[i]) < 0.1F)
            continue;
        const double at = sound.begins.seconds() + static_cast<double>(i) / kRate;
        if (last < 0 || at - last > 0.3)
            found.push_back(at);
        last = at;
    }
    return found;
}

/// How much later sound is than picture, in the mean of the flashes; none where not all of them are seen.
std::optional<double> offsetIn(const test::DecodedFile& decoded, const std::vector<double>& real) {
    const auto flashes = test::flashes(decoded.pictures[0]);
    const auto beeps = onsets(decoded.sounds[1]);
    if (real.empty() || flashes.size() != real.size() || beeps.size() != real.size()) {
        std::fprintf(stderr, "%zu flashes and %zu beeps of %zu were found\n", flashes.size(), beeps.size(),
                     real.size());
        return std::nullopt;
    }
    double sum = 0;
    for (std::size_t i = 0; i < real.size(); ++i)
        sum += (beeps[i] - (flashes[i] - kHalfPicture)) - real[i];
    return sum / static_cast<double>(real.size());
}

bool flash(const std::filesystem::path& output) {
    return TimedProcess({FLASH_AND_BEEP, std::to_string(kFlashes), kPeriod, "0.5"}, output).wait().status ==
           0;
}

} // namespace

int benchSync(const Words& words) {
    const double seconds = (words.empty() ? 1 : std::atof(words[0].c_str())) * 60;
    static_cast<void>(labDevice("DISPLAY"));
    using recorder::SourceKind;
    auto opened = recorder::Recorder::open({{{SourceKind::Screen, ""}}, {{SourceKind::System, ""}}, 30});
    const test::TemporaryFolder folder;
    const auto file = folder / "a.mkv";
    if (!opened.ok() || !(*opened)->start(file).ok()) {
        std::fputs("the screen and the system sound can't be recorded\n", stderr);
        return 1;
    }
    const auto recorder = std::move(opened).value();
    recorder->setPreviewOn(false);
    const auto recordedUntil = [&](double time) {
        return test::waitUntil([&] { return recorder->stats().elapsed.seconds() >= time; },
                               std::chrono::seconds(static_cast<int>(time) + 60));
    };
    bool flashed = flash(folder / "first");
    const double firstUntil = recorder->stats().elapsed.seconds() + 0.5;
    static_cast<void>(recordedUntil(std::min(60.0, seconds / 2)));
    const double memoryBefore = residentMegabytes();
    const double lastFrom = std::max(seconds - 8, firstUntil + 0.5);
    flashed = flashed && recordedUntil(lastFrom + 1) && flash(folder / "last");
    static_cast<void>(recordedUntil(recorder->stats().elapsed.seconds() + 0.5));
    const double memoryAfter = residentMegabytes();
    const auto summary = recorder->stop();
    if (!flashed || !summary.ok()) {
        std::fputs("the recording or the flashes failed\n", stderr);
        return 1;
    }
    const auto first = test::decodeWhole(file, {}, MediaTime::fromSeconds(firstUntil));
    const auto last = test::decodeWhole(file, MediaTime::fromSeconds(lastFrom));
    if (!first.ok() || !last.ok())
        return 1;
    const auto atFirst = offsetIn(*first, realOffsets(folder / "first"));
    const auto atLast = offsetIn(*last, realOffsets(folder / "last"));
    if (!atFirst || !atLast)
        return 1;
    report("picture against sound, " + std::to_string(static_cast<int>(seconds)) + " s",
           {{"sound after picture at the beginning", *atFirst * 1000, "ms", {}},
            {"its size", std::abs(*atFirst) * 1000, "ms", 20},
            {"sound after picture at the end", *atLast * 1000, "ms", {}},
            {"its size", std::abs(*atLast) * 1000, "ms", 20},
            {"pictures dropped", static_cast<double>(summary->framesDropped), "", 0},
            {"memory after a minute", memoryBefore, "MB", 400},
            {"memory at the end", memoryAfter, "MB", 400}});
    return 0;
}

} // namespace mockingbird::bench
