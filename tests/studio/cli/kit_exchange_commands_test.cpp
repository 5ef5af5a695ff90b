// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class KitExchangeCommands : public CliTest {
protected:
    std::string firstKit() { return run({"kits"}).document.at(0).at("id").get<std::string>(); }
};

TEST_F(KitExchangeCommands, WriteAKitAndFindItThereAlready) {
    const std::string kit = firstKit();
    const auto written = run({"kits", "export", kit, "-o", path("kit.mbkit")});
    ASSERT_EQ(written.status, 0) << written.err;
    EXPECT_EQ(written.document.at("kit").at("id"), kit);
    EXPECT_EQ(written.document.at("version"), 1);
    const auto read = run({"kits", "import", path("kit.mbkit")});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(read.document.at("kind"), "kit");
    EXPECT_EQ(read.document.at("steps").at(0).at("what"), "kit-as-it-is");
    EXPECT_EQ(read.document.at("kits"), json::array({kit}));
    EXPECT_EQ(run({"kits", "export", kit, "-o", path("kit.pdf")}).code(), "invalid-argument");
    EXPECT_EQ(run({"kits", "export", kit, "-o", path("kit.json"), "--version", "9"}).code(), "not-found");
}

TEST_F(KitExchangeCommands, SayWhatWouldHappenAndDoNothing) {
    ASSERT_TRUE(writeWholeFile(path("ours.csv"), "question,notes\nWhy us?,n\n").ok());
    const auto before = run({"kits", "drafts"}).document;
    const auto dry = run({"kits", "import", path("ours.csv"), "--dry-run"});
    ASSERT_EQ(dry.status, 0) << dry.err;
    EXPECT_EQ(dry.document.at("done"), false);
    EXPECT_EQ(dry.document.at("kind"), "questions");
    EXPECT_EQ(dry.document.at("steps").at(0).at("what"), "new-draft");
    EXPECT_EQ(dry.document.at("remarks").at(0).at("line"), 1);
    EXPECT_EQ(run({"kits", "drafts"}).document, before);
    const auto done = run({"kits", "import", path("ours.csv")});
    EXPECT_THAT(done.document.at("drafts"), SizeIs(1));
    EXPECT_THAT(run({"kits", "drafts"}).document, SizeIs(before.size() + 1));
}

TEST_F(KitExchangeCommands, PutARubricFromCanvasIntoTheNextVersion) {
    const std::string kit = firstKit();
    ASSERT_EQ(run({"kits", "export", kit, "-o", path("kit.canvas.csv")}).status, 0);
    const auto read = run({"kits", "import", path("kit.canvas.csv"), "--into", kit});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(read.document.at("kind"), "rubrics");
    EXPECT_EQ(read.document.at("steps").at(0).at("what"), "draft-changed");
    EXPECT_EQ(read.document.at("remarks"), json::array());
    ASSERT_EQ(run({"kits", "export", kit, "-o", path("kit.mbkit")}).status, 0);
    EXPECT_EQ(run({"kits", "import", path("kit.mbkit"), "--into", kit}).code(), "invalid-argument");
}

TEST_F(KitExchangeCommands, NameTheFileAndTheLine) {
    ASSERT_TRUE(writeWholeFile(path("bad.csv"), "question\n\"open").ok());
    const auto bad = run({"kits", "import", path("bad.csv")});
    EXPECT_EQ(bad.code(), "invalid-argument");
    EXPECT_THAT(bad.err, HasSubstr("line 2, column 1"));
    EXPECT_THAT(bad.err, HasSubstr("bad.csv"));
    EXPECT_EQ(run({"kits", "import", path("none.csv")}).code(), "not-found");
}

} // namespace
} // namespace mockingbird::studio::test
