// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings cut off by kill -9 at random moments. MOCKINGBIRD_KILLS in the environment sets how many.
#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "tests/e2e/stimulus.h"
#include "tests/e2e/studio_command.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::test {
namespace {

using nlohmann::json;
using testing::IsEmpty;
using testing::SizeIs;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Returns when the process has ended or the time is over; whether it still runs.
bool runsFor(ChildProcess& process, double seconds) {
    return !process.wait(std::chrono::milliseconds(static_cast<int>(seconds * 1000))).has_value();
}

double durationOf(const std::filesystem::path& file) {
    const FinishedProcess probed = runProcess({"ffprobe", "-v", "quiet", "-show_entries", "packet=pts_time",
                                               "-of", "csv=p=0", "-select_streams", "v:0", file.string()});
    const auto line = probed.output.find_last_of("0123456789");
    if (line == std::string::npos)
        return 0;
    const auto start = probed.output.find_last_of('\n', line);
    return std::atof(probed.output.c_str() + (start == std::string::npos ? 0 : start + 1));
}

class KilledRecordingTest : public testing::Test {
protected:
    void SetUp() override { studio.make({"people", "add", "Ada Mentee", "--role", "mentee"}); }

    std::vector<std::string> recordForAMinute() const {
        return studio.words({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--video",
                             "screen", "--audio", "mic:" + labDevice("LAB_MICROPHONE"), "--audio", "system",
                             "--seconds", "60"});
    }
    /// Waits until one file more is there.
    bool awaitFile(ChildProcess& recorder, std::size_t before) const {
        return waitUntil(
                   [&] { return mediaFiles(studio.catalog()).size() > before || !recorder.isRunning(); }) &&
               recorder.isRunning();
    }

    const TemporaryFolder folder;
    const StudioCommand studio{folder.path() / "catalog"};
};

/// The value below which this share of them lies.
double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

constexpr double kQuestionAt = 0.05;
constexpr double kBookmarkAt = 0.1;

/// Asks the kit's first question and sets a bookmark, as the page does while it records.
void mark(const std::filesystem::path& folder) {
    const auto opened = catalog::Catalog::open(folder, catalog::Catalog::Missing::Refuse);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    catalog::Catalog& catalog = **opened;
    const auto unfinished = catalog.recordings().unfinished();
    ASSERT_TRUE(unfinished.ok());
    ASSERT_THAT(*unfinished, SizeIs(1));
    const catalog::Recording& recording = unfinished->front();
    const auto session = catalog.sessions().byId(recording.session);
    ASSERT_TRUE(session.ok());
    const auto kit = catalog.kits().byId(session->kit, session->kitVersion);
    ASSERT_TRUE(kit.ok());
    ASSERT_TRUE(catalog.sessions()
                    .beginSegment(session->id, recording.id, kit->questions.front().id,
                                  MediaTime::fromSeconds(kQuestionAt))
                    .ok());
    ASSERT_TRUE(
        catalog.sessions().addBookmark(session->id, recording.id, MediaTime::fromSeconds(kBookmarkAt)).ok());
}

/// The catalog and the file agree with each other, and nothing lies there that the other doesn't know.
void expectConsistent(const StudioCommand& studio, const json& recovered) {
    const CommandOutcome verified = studio.run({"verify"});
    EXPECT_EQ(verified.status, 0) << verified.errors;
    const std::string file = recovered.at("file").get<std::string>();
    // As players see it: a length, all tracks, each named, an index that jumps work with.
    const FinishedProcess probed = runProcess(
        {"ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", file});
    ASSERT_EQ(probed.status, 0) << probed.errors;
    const json seen = json::parse(probed.output);
    EXPECT_NEAR(std::stod(seen.at("format").at("duration").get<std::string>()),
                recovered.at("duration").get<double>(), 0.01);
    EXPECT_THAT(seen.at("streams"), SizeIs(4));
    for (const json& stream : seen.at("streams"))
        EXPECT_TRUE(stream.at("tags").contains("title"));
    EXPECT_FALSE(std::filesystem::exists(file + ".salvage"));
    if (recovered.at("duration").get<double>() < 2 * kBookmarkAt)
        return; // the marks lay in what was cut off
    const json& chapters = seen.at("chapters");
    ASSERT_THAT(chapters, SizeIs(2));
    EXPECT_EQ(chapters[0].at("tags").at("title").get<std::string>().substr(0, 3), "1. ");
    EXPECT_EQ(chapters[0].at("start_time"), "0.050000");
    EXPECT_EQ(chapters[1].at("tags").at("title"), "Bookmark 1");
    EXPECT_EQ(chapters[1].at("start_time"), "0.100000");
}

TEST_F(KilledRecordingTest, LosesAtMostASecondAndPlays) {
    const char* wanted = std::getenv("MOCKINGBIRD_KILLS");
    const int kills = wanted != nullptr ? std::atoi(wanted) : 3;
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> moment(0.5, 5.0);
    std::printf("seed %u\n", seed);
    std::vector<double> lost;
    for (int kill = 0; kill < kills; ++kill) {
        ChildProcess recorder(recordForAMinute());
        ASSERT_TRUE(awaitFile(recorder, static_cast<std::size_t>(kill))) << recorder.errors();
        const Clock::time_point start = Clock::now();
        mark(studio.catalog());
        ASSERT_TRUE(runsFor(recorder, moment(random))) << recorder.errors();
        const double recorded = secondsSince(start);
        recorder.signal(SIGKILL);
        ASSERT_EQ(recorder.wait(), 128 + SIGKILL);

        const json recovered = studio.make({"recover"});
        ASSERT_THAT(recovered, SizeIs(1));
        const std::string file = recovered[0].at("file").get<std::string>();
        lost.push_back(std::max(0.0, recorded - recovered[0].at("duration").get<double>()));
        std::printf("killed after %.2f s, lost %.2f s\n", recorded, lost.back());
        EXPECT_LE(lost.back(), 1.0);
        // In its first second nothing need be on the disk yet; that is said, and nothing else is wrong.
        if (recorded < 1.0 && recovered[0].at("state") == "lost") {
            EXPECT_EQ(studio.run({"verify"}).status, 0);
            continue;
        }
        EXPECT_EQ(recovered[0].at("state"), "salvaged");

        // Each picture at its own time: on ffmpeg's grid of a thirtieth two of a screen's may fall into one
        // place.
        const FinishedProcess played =
            runProcess({"ffmpeg", "-v", "error", "-xerror", "-i", file, "-fps_mode", "passthrough",
                        "-enc_time_base", "-1", "-f", "null", "-"});
        EXPECT_EQ(played.status, 0);
        EXPECT_EQ(played.errors, "");
        expectConsistent(studio, recovered[0]);
        EXPECT_THAT(studio.make({"recover"}), IsEmpty());
    }
    EXPECT_THAT(studio.make({"sessions"}), SizeIs(kills));
    EXPECT_THAT(mediaFiles(studio.catalog()), SizeIs(kills));
    std::printf("%d kills: lost %.2f s in the middle, %.2f s at 90 %%, %.2f s at 99 %%, %.2f s at most\n",
                kills, percentile(lost, 0.5), percentile(lost, 0.9), percentile(lost, 0.99),
                percentile(lost, 1));
}

// The control: what the protection is for.
TEST_F(KilledRecordingTest, WouldLoseMoreWithAnOrdinaryMatroskaFile) {
    const std::filesystem::path file = folder.path() / "ordinary.mkv";
    ChildProcess recorder({"ffmpeg", "-v", "error", "-f", "x11grab", "-framerate", "30", "-i",
                           labDevice("DISPLAY"), "-c:v", "libx264", "-preset", "veryfast", file.string()});
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(file) || !recorder.isRunning(); }));
    ASSERT_TRUE(runsFor(recorder, 3)) << recorder.errors();
    recorder.signal(SIGKILL);
    (void)recorder.wait();
    EXPECT_LT(durationOf(file), 2);
}

TEST_F(KilledRecordingTest, IsNotRecoveredWhileItIsStillBeingRecorded) {
    ChildProcess recorder(recordForAMinute());
    ASSERT_TRUE(awaitFile(recorder, 0)) << recorder.errors();
    EXPECT_THAT(studio.make({"recover"}), IsEmpty());
    ASSERT_TRUE(runsFor(recorder, 1)) << recorder.errors();
    recorder.signal(SIGKILL);
    (void)recorder.wait();
    EXPECT_THAT(studio.make({"recover"}), SizeIs(1));
}

TEST_F(KilledRecordingTest, EndsWellWhenItIsInterrupted) {
    ChildProcess recorder(recordForAMinute());
    ASSERT_TRUE(awaitFile(recorder, 0)) << recorder.errors();
    ASSERT_TRUE(runsFor(recorder, 2)) << recorder.errors();
    recorder.signal(SIGINT);
    const std::optional<int> status = recorder.wait(std::chrono::seconds(10));
    ASSERT_EQ(status, 0) << recorder.errors();
    const json session = json::parse(recorder.output());
    EXPECT_GT(session.at("recordings").at(0).at("duration").get<double>(), 1);
    EXPECT_THAT(studio.make({"recover"}), IsEmpty());
}

} // namespace
} // namespace mockingbird::test
