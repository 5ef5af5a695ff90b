// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class MaterialsCommands : public CliTest {
protected:
    std::string lay(const std::string& name, const std::string& bytes) {
        EXPECT_TRUE(writeWholeFile(path(name), bytes).ok());
        return path(name);
    }
    std::size_t count() { return run({"materials"}).document.size(); }
};

TEST_F(MaterialsCommands, AddsAFileForAKitsQuestionAndFindsItsWords) {
    const auto before = count();
    const auto added =
        run({"materials", "add", lay("oral_board.html", "<h1>Board</h1><p>Quokka questions</p>"), "--kit",
             "Branch Manager", "--question", "2"});
    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_EQ(added.document.at("title"), "oral board");
    EXPECT_EQ(added.document.at("kind"), "html");
    EXPECT_EQ(added.document.at("file").at("state"), "whole");
    EXPECT_EQ(added.document.at("attached").at(0).at("to"), "question");
    EXPECT_EQ(count(), before + 1);
    const auto hits = run({"search", "quokka"}).document;
    ASSERT_THAT(hits, SizeIs(1));
    EXPECT_EQ(hits[0].at("id"), added.document.at("id"));
    EXPECT_EQ(hits[0].at("page"), 1);
}

TEST_F(MaterialsCommands, TheSameFileAgainIsNoSecondMaterial) {
    const auto file = lay("star.md", "# A wombat's STAR");
    EXPECT_EQ(run({"materials", "add", file}).document.at("known"), false);
    const auto before = count();
    const auto again = run({"materials", "add", file, "--everyone"});
    EXPECT_EQ(again.document.at("known"), true);
    EXPECT_EQ(again.document.at("attached").at(0).at("to"), "everyone");
    EXPECT_EQ(count(), before);
}

TEST_F(MaterialsCommands, AddsALinkAndRefusesWhatIsNone) {
    const auto link = run({"materials", "add", "https://example.org/jobs", "--title", "The announcement"});
    ASSERT_EQ(link.status, 0) << link.err;
    EXPECT_EQ(link.document.at("url"), "https://example.org/jobs");
    EXPECT_TRUE(link.document.at("file").is_null());
    EXPECT_EQ(run({"materials", "add", path("nowhere.pdf")}).code(), "not-found");
    EXPECT_EQ(run({"materials", "add", lay("x.pdf", "no PDF")}).code(), "corrupt");
    EXPECT_EQ(run({"materials", "add", lay("x.exe", "MZ")}).code(), "unsupported");
    EXPECT_EQ(run({"materials", "add", "https://example.org/", "--question", "2"}).code(),
              "invalid-argument");
}

TEST_F(MaterialsCommands, AttachesDetachesRenamesReplacesRemovesAndRestores) {
    const auto id =
        run({"materials", "add", lay("star.md", "# A wombat's STAR")}).document.at("id").get<std::string>();
    const auto attached = run({"materials", "attach", "star", "--kit", "Branch Manager", "--everyone"});
    ASSERT_EQ(attached.status, 0) << attached.err;
    EXPECT_THAT(attached.document.at("attached"), SizeIs(2));
    EXPECT_THAT(run({"materials", "detach", id, "--everyone"}).document.at("attached"), SizeIs(1));
    EXPECT_EQ(run({"materials", "detach", id, "--everyone"}).code(), "not-found");
    EXPECT_EQ(run({"materials", "attach", id}).code(), "invalid-argument");
    EXPECT_EQ(run({"materials", "rename", id, "Wombats"}).document.at("title"), "Wombats");
    const auto replaced = run({"materials", "replace", "wombats", lay("newer.md", "# Two")});
    ASSERT_EQ(replaced.status, 0) << replaced.err;
    EXPECT_EQ(replaced.document.at("version"), 2);
    const auto shown = run({"materials", "show", id}).document;
    EXPECT_THAT(shown.at("versions"), SizeIs(2));
    EXPECT_EQ(shown.at("text"), "# Two");
    const auto before = count();
    EXPECT_EQ(run({"materials", "remove", id}).status, 0);
    EXPECT_EQ(count(), before - 1);
    EXPECT_EQ(run({"materials", "show", id}).code(), "not-found");
    EXPECT_EQ(run({"materials", "restore", id.substr(28)}).status, 0);
    EXPECT_EQ(count(), before);
}

TEST_F(MaterialsCommands, ReadingIsOnesOwnAndCanBeTakenBack) {
    const auto id = run({"materials", "add", lay("star.md", "# STAR wombat")}).document.at("id");
    const auto read = run({"materials", "read", id});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_TRUE(read.document.at("reading").at("read_at").is_string());
    EXPECT_TRUE(run({"materials", "read", id, "--not"}).document.at("reading").at("read_at").is_null());
}

TEST_F(MaterialsCommands, AMissingCopyIsToldByShowAndByVerify) {
    const auto added = run({"materials", "add", lay("star.md", "# STAR wombat")}).document;
    EXPECT_EQ(run({"verify"}).document.at("ok"), true);
    std::filesystem::remove(added.at("file").at("path").get<std::string>());
    EXPECT_EQ(run({"materials", "show", added.at("id")}).document.at("file").at("state"), "missing");
    const auto broken = run({"verify"});
    EXPECT_EQ(broken.status, 1);
    EXPECT_THAT(broken.err, HasSubstr("star.md"));
}

TEST_F(MaterialsCommands, PrintsATableForPeople) {
    EXPECT_THAT(plain({"--catalog", catalog(), "materials"}).out, HasSubstr("markdown"));
    run({"materials", "add", lay("star.md", "# STAR wombat\n\nWords."), "--title", "Wombat"});
    EXPECT_THAT(plain({"--catalog", catalog(), "materials", "show", "wombat"}).out, HasSubstr("Words."));
}

} // namespace
} // namespace mockingbird::studio::test
