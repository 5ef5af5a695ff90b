// SPDX-License-Identifier: GPL-3.0-or-later
// What can't be done is told as one error, and leaves nothing lost or half written.
#include "tests/e2e/studio_command.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class RefusalTest : public testing::Test {
protected:
    void SetUp() override { studio.make({"people", "add", "Ada Mentee", "--role", "mentee"}); }

    std::vector<std::string> recordFrom(const std::string& video, const std::string& audio) const {
        return {"record",  "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--video", video,
                "--audio", audio,      "--seconds",  "1"};
    }
    /// Nothing is in the media folder, nothing waits to be recovered, and the catalog has no fault.
    void expectNothingLeft() const {
        EXPECT_THAT(mediaFiles(studio.catalog()), IsEmpty());
        EXPECT_THAT(studio.make({"recover"}), IsEmpty());
        EXPECT_EQ(studio.run({"verify"}).status, 0);
    }

    const TemporaryFolder folder;
    const StudioCommand studio{folder.path() / "catalog"};
};

TEST_F(RefusalTest, NamesACameraThatIsNotThere) {
    const CommandOutcome refused = studio.run(recordFrom("camera:/dev/video97", "test"));
    EXPECT_EQ(refused.code(), "device-lost") << refused.errors;
    EXPECT_THAT(refused.errors, testing::HasSubstr("/dev/video97"));
    expectNothingLeft();
}

TEST_F(RefusalTest, NamesAMicrophoneThatIsNotThere) {
    const CommandOutcome refused = studio.run(recordFrom("test", "mic:no_such_microphone"));
    EXPECT_EQ(refused.code(), "device-lost") << refused.errors;
    EXPECT_THAT(refused.errors, testing::HasSubstr("no_such_microphone"));
    expectNothingLeft();
}

TEST_F(RefusalTest, RecordsWhereTheDevicesAreThere) {
    EXPECT_EQ(studio.run(recordFrom("screen", "system")).status, 0);
    EXPECT_THAT(mediaFiles(studio.catalog()), SizeIs(1));
}

TEST_F(RefusalTest, DoesNotTakeInWhatIsNoMedia) {
    const std::filesystem::path file = folder.path() / "letter.mp4";
    std::ofstream(file) << "Dear panel,\n";
    const CommandOutcome refused =
        studio.run({"import", file.string(), "--mentee", "Ada Mentee", "--kit", "Library Assistant"});
    EXPECT_EQ(refused.code(), "unsupported") << refused.errors;
    expectNothingLeft();
}

TEST_F(RefusalTest, LeavesACatalogOfANewerVersionAlone) {
    const std::string database = (studio.catalog() / "catalog.db").string();
    ASSERT_EQ(runProcess({"sqlite3", database, "PRAGMA user_version = 9999"}).status, 0);
    const std::string before = fileContent(database);
    EXPECT_EQ(studio.run({"sessions"}).code(), "newer-catalog");
    EXPECT_EQ(fileContent(database), before);
}

TEST_F(RefusalTest, SaysThatACatalogCanNotBeMadeThere) {
    const CommandOutcome refused = StudioCommand("/proc/catalog").run({"sessions"});
    EXPECT_NE(refused.status, 0);
    EXPECT_THAT(refused.code(), testing::AnyOf("denied", "not-found", "io"));
}

} // namespace
} // namespace mockingbird::test
