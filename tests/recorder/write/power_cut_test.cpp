// SPDX-License-Identifier: GPL-3.0-or-later
// A recording whose power goes: the trace of a real take's writes, replayed with what was not synced dropped
// at random. MOCKINGBIRD_POWER_CUTS in the environment sets how often.
#include "common/media/disk_file.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "recorder/salvage/salvage.h"
#include "tests/support/decoded_file.h"
#include "tests/support/power_cut.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace mockingbird::recorder {

namespace {

using test::DiskTrace;
using Clock = std::chrono::steady_clock;

constexpr double kLength = 5.5;
constexpr double kEarliest = 1.0;

class PowerCutTest : public testing::Test {
protected:
    /// Records the test sources, once for all tests.
    static void SetUpTestSuite() {
        const test::TemporaryFolder folder;
        const auto shared = std::make_shared<threading::Guarded<DiskTrace>>();
        RecorderSeams seams;
        seams.createFile =
            [&](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
            auto store = std::make_unique<test::TracingStore>(TRY(media::DiskFile::create(file)), shared);
            return media::MediaFile::over(std::move(store), media::MediaFile::Access::Write, file.string());
        };
        const SourceSpec test{SourceKind::Test, ""};
        auto recorder = Recorder::open({{test}, {test}, 30}, seams);
        ASSERT_TRUE(recorder.ok());
        ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
        begun = Clock::now();
        ASSERT_TRUE(test::waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > kLength; }));
        ASSERT_TRUE((*recorder)->stop().ok());
        trace = shared->copy();
    }

    /// Seconds of the recording that are gone when the power goes after so many of them, on the track that
    /// lost the most. A picture counts as kept if it can be told by its number.
    static double lost(double moment, test::Syncs syncs, std::mt19937& random) {
        const test::TemporaryFolder folder;
        const auto file = folder / "cut.mkv";
        const auto at =
            begun + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(moment));
        const auto disk = test::afterPowerCut(trace, at, syncs, random);
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(disk.data()), static_cast<std::streamsize>(disk.size()));
        const auto salvaged = salvage(file);
        EXPECT_TRUE(salvaged.ok()) << salvaged.error().detail;
        if (!salvaged.ok() || salvaged->duration <= MediaTime{})
            return moment;
        const auto decoded = test::decodeWhole(file);
        EXPECT_TRUE(decoded.ok());
        std::set<std::uint32_t> numbers;
        for (const auto& frame : decoded->pictures[0]) {
            if (frame.code)
                numbers.insert(*frame.code);
        }
        double kept = static_cast<double>(numbers.size()) / 30;
        for (const auto& sound : decoded->sounds) {
            // Gaps were filled with zeros; the test tone is never so quiet for so long.
            const auto heard = std::ranges::count_if(sound.samples, [](float value) { return value != 0; });
            kept = std::min(kept, static_cast<double>(heard) / kSampleRate);
        }
        return moment - kept;
    }

    static std::vector<double> lostAtMoments(int cuts, test::Syncs syncs, std::mt19937& random) {
        std::uniform_real_distribution<double> moment(kEarliest, kLength);
        std::vector<double> lostEach;
        for (int i = 0; i < cuts; ++i)
            lostEach.push_back(lost(moment(random), syncs, random));
        std::ranges::sort(lostEach);
        return lostEach;
    }

    static inline DiskTrace trace;
    static inline Clock::time_point begun;
};

} // namespace

TEST_F(PowerCutTest, LosesAtMostTwoSecondsWhateverTheDiskDropped) {
    const char* wanted = std::getenv("MOCKINGBIRD_POWER_CUTS");
    const int cuts = wanted != nullptr ? std::atoi(wanted) : 100;
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    const auto lostEach = lostAtMoments(cuts, test::Syncs::Count, random);
    const auto at = [&](double share) {
        return lostEach[static_cast<std::size_t>(share * static_cast<double>(lostEach.size() - 1))];
    };
    std::printf("seed %u, %d power cuts: lost %.2f s in the middle, %.2f s at 95 %%, %.2f s at most\n", seed,
                cuts, at(0.5), at(0.95), at(1));
    EXPECT_LE(at(1), 2.0);
}

// The control: the same cuts of the same take, had it not been synced.
TEST_F(PowerCutTest, WouldLoseMoreWithoutASyncEachSecond) {
    std::mt19937 random(1);
    EXPECT_GT(lostAtMoments(20, test::Syncs::Ignored, random).back(), 2.0);
}

} // namespace mockingbird::recorder
