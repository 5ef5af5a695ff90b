// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/salvage/salvage.h"

#include "common/media/disk_file.h"
#include "common/media/probe.h"
#include "tests/support/decoded_file.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

using test::TemporaryFolder;

/// Lets a victim record until it says that it has recorded so much, kills it with -9, and returns what it
/// said last.
double recordUntilKilled(const std::filesystem::path& file, double seconds, const char* mode) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program = RECORDING_VICTIM;
    std::string target = file.string();
    std::string word = mode;
    std::array<char*, 4> arguments{program.data(), target.data(), word.data(), nullptr};
    pid_t victim = 0;
    EXPECT_EQ(::posix_spawn(&victim, program.c_str(), &actions, nullptr, arguments.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    double elapsed = -1;
    {
        FILE* said = ::fdopen(ends[0], "r");
        std::array<char, 64> line{};
        while (elapsed < seconds && std::fgets(line.data(), line.size(), said) != nullptr)
            elapsed = std::strtod(line.data(), nullptr);
        ::kill(victim, SIGKILL);
        // It may have said more in the meantime.
        while (std::fgets(line.data(), line.size(), said) != nullptr)
            elapsed = std::max(elapsed, std::strtod(line.data(), nullptr));
        std::fclose(said);
    }
    int status = 0;
    ::waitpid(victim, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    return elapsed;
}

} // namespace

TEST(Salvage, LosesLessThanASecondWhereverTheRecorderIsKilled) {
    std::mt19937 random(std::random_device{}());
    std::uniform_real_distribution<double> moment(0.6, 1.8);
    for (int i = 0; i < 3; ++i) {
        const TemporaryFolder folder;
        const auto file = folder / "cut.mkv";
        const double recorded = recordUntilKilled(file, moment(random), "");

        // The control: without salvage nothing says how long it is, and there is no index.
        const auto before = media::probe(file);
        ASSERT_TRUE(before.ok()) << before.error().detail;
        EXPECT_EQ(before->duration.microseconds(), 0);

        const auto salvaged = salvage(file);
        ASSERT_TRUE(salvaged.ok()) << salvaged.error().detail;
        EXPECT_LE(recorded - salvaged->duration.seconds(), 1.0);
        const auto after = media::probe(file);
        ASSERT_TRUE(after.ok());
        EXPECT_NEAR(after->duration.seconds(), salvaged->duration.seconds(), 0.01);
        EXPECT_EQ(after->bytes, salvaged->bytes);
        EXPECT_EQ(after->streams.size(), 3U);
        EXPECT_EQ(after->streams[1].source, "mix");

        const auto decoded = test::decodeWhole(file);
        ASSERT_TRUE(decoded.ok());
        for (const auto& frame : decoded->pictures[0])
            EXPECT_TRUE(frame.code.has_value());
        EXPECT_LE(recorded - decoded->pictures[0].back().time.seconds(), 1.0);
        EXPECT_LE(recorded - static_cast<double>(decoded->sounds[0].samples.size()) / 48000, 1.0);
    }
}

TEST(Salvage, NeedsTheWayInWhichTheFileWasWritten) {
    const TemporaryFolder folder;
    // Sound alone, so that no keyframes cut FFmpeg's clusters of five seconds.
    const double kept = recordUntilKilled(folder / "ours.mkv", 1.8, "sound");
    const auto ours = salvage(folder / "ours.mkv");
    ASSERT_TRUE(ours.ok());
    EXPECT_LE(kept - ours->duration.seconds(), 1.0);

    const double lost = recordUntilKilled(folder / "default.mkv", 1.8, "sound-default");
    const auto theirs = salvage(folder / "default.mkv");
    ASSERT_TRUE(theirs.ok());
    EXPECT_GT(lost - theirs->duration.seconds(), 1.0);
}

TEST(Salvage, LeavesAFileAloneThatIsBeingWritten) {
    const TemporaryFolder folder;
    const auto file = media::DiskFile::create(folder / "now.mkv");
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE(isBeingWritten(folder / "now.mkv"));
    const auto salvaged = salvage(folder / "now.mkv");
    ASSERT_FALSE(salvaged.ok());
    EXPECT_EQ(salvaged.error().code, ErrorCode::Busy);
}

TEST(Salvage, AnswersZeroWhereNothingWasKept) {
    const TemporaryFolder folder;
    std::ofstream(folder / "empty.mkv").flush();
    std::ofstream(folder / "zeros.mkv") << std::string(100'000, '\0');
    for (const char* name : {"empty.mkv", "zeros.mkv"}) {
        const auto size = std::filesystem::file_size(folder / name);
        const auto salvaged = salvage(folder / name);
        ASSERT_TRUE(salvaged.ok()) << salvaged.error().detail;
        EXPECT_EQ(salvaged->duration.microseconds(), 0);
        EXPECT_EQ(std::filesystem::file_size(folder / name), size);
    }
    const auto missing = salvage(folder / "none.mkv");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

TEST(Salvage, SweepsAwayASalvageThatWasCutOffItself) {
    const TemporaryFolder folder;
    recordUntilKilled(folder / "cut.mkv", 0.8, "");
    std::ofstream(folder / "cut.mkv.salvage") << "half";
    const auto salvaged = salvage(folder / "cut.mkv");
    ASSERT_TRUE(salvaged.ok());
    EXPECT_GT(salvaged->duration.seconds(), 0);
    EXPECT_FALSE(std::filesystem::exists(folder / "cut.mkv.salvage"));
}

} // namespace mockingbird::recorder
