// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

#include <csignal>

namespace mockingbird::studio::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

using RecordCommands = CliTest;

TEST_F(RecordCommands, ListsDevicesAsObjectsWithTheIdThatRecordTakes) {
    const auto devices = run({"devices"}).document;
    ASSERT_TRUE(devices.is_array());
    for (const auto& device : devices)
        EXPECT_TRUE(device.contains("id") && device.contains("kind") && device.contains("name"));
}

TEST_F(RecordCommands, RecordsForTheOnlyPersonWithTheNamedKit) {
    const auto made = run({"record", "--kit", "Library Assistant", "--video", "test", "--audio", "test",
                           "--seconds", "1", "--mode", "solo"});
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_EQ(made.document.at("state"), "recorded");
    EXPECT_EQ(made.document.at("mode"), "solo");
    const auto& recording = made.document.at("recordings").at(0);
    EXPECT_EQ(recording.at("state"), "complete");
    EXPECT_NEAR(recording.at("duration").get<double>(), 1, 0.5);
    EXPECT_THAT(recording.at("tracks"), SizeIs(3));
    EXPECT_EQ(run({"verify"}).document.at("ok"), true);
}

TEST_F(RecordCommands, StopsCleanlyAtASignal) {
    // Blocked here, as StopSignals does it in the command's thread: the signal stays pending until it is
    // waited for.
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::raise(SIGTERM);
    const auto made = run({"record", "--kit", "Library Page", "--audio", "test"});
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_EQ(made.document.at("recordings").at(0).at("state"), "complete");
}

TEST_F(RecordCommands, SaysWhatToGiveWhereThereIsNothingToRecordFrom) {
    const Answer refused = run({"record"});
    EXPECT_EQ(refused.code(), "invalid-argument");
    EXPECT_THAT(refused.detail(), HasSubstr("--video screen"));
    EXPECT_EQ(run({"record", "--video", "moon"}).code(), "invalid-argument");
    EXPECT_EQ(run({"record", "--video", "test", "--seconds", "0"}).code(), "invalid-argument");
}

TEST_F(RecordCommands, AsksWhichOfSeveralKitsItIs) {
    const Answer refused = run({"record", "--video", "test", "--seconds", "1"});
    EXPECT_EQ(refused.code(), "invalid-argument");
    EXPECT_THAT(refused.detail(), HasSubstr("Library Assistant"));
    EXPECT_THAT(run({"sessions"}).document, SizeIs(0));
}

TEST_F(RecordCommands, LeavesNothingBehindForAnUnknownDevice) {
    EXPECT_EQ(
        run({"record", "--kit", "Library Page", "--video", "camera:/dev/no-such-camera", "--seconds", "1"})
            .code(),
        "device-lost");
    EXPECT_EQ(
        run({"record", "--kit", "Library Page", "--video", "test", "--mentee", "Nobody", "--seconds", "1"})
            .code(),
        "not-found");
    EXPECT_EQ(run({"record", "--video", "test", "--kit", "None", "--seconds", "1"}).code(), "not-found");
    EXPECT_THAT(run({"sessions"}).document, SizeIs(0));
    EXPECT_EQ(run({"verify"}).document.at("ok"), true);
}

TEST_F(RecordCommands, AsksForTheMenteeWhereThereAreSeveral) {
    ASSERT_EQ(run({"people", "add", "Ada Learner"}).status, 0);
    const Answer refused = run({"record", "--video", "test", "--seconds", "1"});
    EXPECT_EQ(refused.code(), "invalid-argument");
    EXPECT_THAT(refused.detail(), HasSubstr("Ada Learner"));
}

TEST_F(RecordCommands, ImportsOneSessionForEachFile) {
    const std::string media = std::string(MOCKINGBIRD_SOURCE_DIR) + "/studio/sample/attempt_";
    const auto one = run({"import", "--kit", "Library Page", media + "1.mkv"});
    ASSERT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.document.at("recordings").at(0).at("state"), "complete");
    const auto several = run({"import", "--kit", "Library Page", media + "1.mkv", media + "2.mkv"});
    ASSERT_EQ(several.status, 0) << several.err;
    ASSERT_THAT(several.document, SizeIs(2));
    EXPECT_EQ(several.document[1].at("attempt"), 3);
}

TEST_F(RecordCommands, RefusesToImportWhatIsNoMedia) {
    ASSERT_TRUE(writeWholeFile(path("letter.mkv"), "Dear panel,\n").ok());
    EXPECT_EQ(run({"import", "--kit", "Library Page", path("letter.mkv")}).code(), "unsupported");
    EXPECT_EQ(run({"import", "--kit", "Library Page", path("none.mkv")}).code(), "not-found");
    EXPECT_THAT(run({"sessions"}).document, SizeIs(0));
    EXPECT_EQ(run({"verify"}).document.at("ok"), true) << "no file is left in the catalog";
}

TEST_F(RecordCommands, KeepsWhatWasImportedBeforeAFileThatCanNotBe) {
    const std::string good = std::string(MOCKINGBIRD_SOURCE_DIR) + "/studio/sample/attempt_1.mkv";
    const Answer half = run({"import", "--kit", "Library Page", good, path("none.mkv"), good});
    EXPECT_EQ(half.code(), "not-found");
    EXPECT_THAT(half.error.at("document"), SizeIs(1));
    EXPECT_THAT(run({"sessions"}).document, SizeIs(1));
}

TEST_F(RecordCommands, DemonstratesTheMainJobInAFolderOfItsOwn) {
    const auto made = run({"demo"});
    ASSERT_EQ(made.status, 0) << made.err;
    for (const std::string what : {"recording", "report", "comparison"})
        EXPECT_GT(std::filesystem::file_size(made.document.at(what).get<std::string>()), 1000u) << what;
    EXPECT_THAT(run({"sessions"}).document, SizeIs(2));
    EXPECT_EQ(run({"verify"}).document.at("ok"), true);
    EXPECT_EQ(plain({"--json", "--catalog", folder.string(), "demo"}).status, 1)
        << "a folder with something else in it";
    EXPECT_THAT(run({"sessions"}).document, SizeIs(2)) << "which stays as it is";
}

} // namespace
} // namespace mockingbird::studio::test
