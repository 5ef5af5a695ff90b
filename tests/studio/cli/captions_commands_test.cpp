// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class CaptionsCommands : public CliTest {
protected:
    void SetUp() override {
        CliTest::SetUp();
        std::filesystem::copy_file(kMedia, path("talk.mkv"));
        ASSERT_TRUE(writeWholeFile(path("words.srt"),
                                   "1\n00:00:01,000 --> 00:00:03,000\nWelcome, pelican.\n\n"
                                   "2\n00:00:04,000 --> 00:00:06,500\nThank you.\n")
                        .ok());
        ASSERT_TRUE(writeWholeFile(path("letter.vtt"), "Dear panel,\n").ok());
    }
    Answer import(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"import", "--kit", "Library Page"});
        return run(std::move(arguments));
    }
    const std::string kMedia = std::string(MOCKINGBIRD_SOURCE_DIR) + "/studio/sample/attempt_1.mkv";
};

TEST_F(CaptionsCommands, TakesThemInPrintsFindsAndRemovesThem) {
    ASSERT_EQ(import({path("talk.mkv")}).status, 0);
    EXPECT_EQ(run({"captions", "last"}).code(), "not-found");
    const auto set = run({"captions", "last", path("words.srt"), "--language", "en"});
    ASSERT_EQ(set.status, 0) << set.err;
    EXPECT_EQ(set.document.at("count"), 2);
    EXPECT_EQ(set.document.at("language"), "en");
    EXPECT_EQ(set.document.at("source"), "words.srt");
    const auto printed = run({"captions", "last"}).document;
    ASSERT_THAT(printed.at("cues"), SizeIs(2));
    EXPECT_EQ(printed.at("cues")[1].at("start"), 4.0);
    EXPECT_EQ(printed.at("cues")[1].at("text"), "Thank you.");
    const auto hits = run({"search", "pelican"}).document;
    ASSERT_THAT(hits, SizeIs(1));
    EXPECT_EQ(hits[0].at("kind"), "caption");
    EXPECT_EQ(hits[0].at("at"), 1.0);
    EXPECT_THAT(run({"show", "last"}).document.at("captions"), SizeIs(1));
    EXPECT_EQ(run({"captions", "last", path("letter.vtt")}).code(), "corrupt");
    EXPECT_EQ(run({"captions", "last", path("none.vtt")}).code(), "not-found");
    EXPECT_EQ(run({"captions", "last", path("words.srt"), "--remove"}).code(), "invalid-argument");
    EXPECT_THAT(run({"captions", "last"}).document.at("cues"), SizeIs(2))
        << "what is refused changes nothing";
    ASSERT_EQ(run({"captions", "last", "--remove"}).status, 0);
    EXPECT_EQ(run({"captions", "last", "--remove"}).code(), "not-found");
}

TEST_F(CaptionsCommands, AnImportTakesThoseThatItIsGiven) {
    const auto made = import({path("talk.mkv"), "--captions", path("words.srt")});
    ASSERT_EQ(made.status, 0) << made.err;
    ASSERT_THAT(made.document.at("captions"), SizeIs(1));
    EXPECT_EQ(made.document.at("captions")[0].at("source"), "words.srt");
    EXPECT_EQ(import({path("talk.mkv"), "--captions", path("letter.vtt")}).code(), "corrupt");
    EXPECT_EQ(
        import({path("talk.mkv"), "--captions", path("words.srt"), "--captions", path("words.srt")}).code(),
        "invalid-argument");
    EXPECT_THAT(run({"sessions"}).document, SizeIs(1)) << "nothing half done";
}

TEST_F(CaptionsCommands, AnImportTakesThoseThatLieBesideTheFile) {
    std::filesystem::copy_file(path("words.srt"), path("talk.srt"));
    const auto made = import({path("talk.mkv")});
    ASSERT_EQ(made.status, 0) << made.err;
    ASSERT_THAT(made.document.at("captions"), SizeIs(1));
    std::filesystem::remove(path("talk.srt"));
    std::filesystem::copy_file(path("letter.vtt"), path("talk.vtt"));
    const auto without = import({path("talk.mkv")});
    ASSERT_EQ(without.status, 0) << without.err;
    EXPECT_THAT(without.document.at("captions"), SizeIs(0));
    ASSERT_THAT(without.document.at("warnings"), SizeIs(1));
    EXPECT_THAT(without.document.at("warnings")[0].get<std::string>(), HasSubstr("talk.vtt"));
}

} // namespace
} // namespace mockingbird::studio::test
