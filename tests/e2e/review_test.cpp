// SPDX-License-Identifier: GPL-3.0-or-later
// From a recording to its report and the comparison of two attempts, by the command line.
#include "tests/e2e/studio_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class ReviewByCommandTest : public testing::Test {
protected:
    void SetUp() override {
        studio.make({"people", "add", "Ada Mentee", "--role", "mentee"});
        studio.make({"people", "add", "Bo Mentor", "--role", "mentor"});
        studio.make({"kits", "add", MOCKINGBIRD_SOURCE_DIR "/tests/e2e/data/desk_kit.json"});
    }

    /// A new attempt of three seconds; answers its session's id.
    std::string record() const {
        const json session = studio.make({"record", "--mentee", "Ada Mentee", "--kit", "Desk kit", "--video",
                                          "test", "--audio", "test", "--seconds", "3"});
        return session.value("id", std::string());
    }
    /// As the mentor reads it: a draft is its rater's alone.
    json show(const std::string& session) const { return mentor.make({"show", session}); }
    std::string path(const char* name) const { return (folder.path() / name).string(); }
    /// The document as Chromium has it after loading.
    static std::string openedInBrowser(const std::string& file) {
        const TemporaryFolder profile;
        const FinishedProcess browser =
            runProcess({"chromium", "--headless", "--no-sandbox", "--disable-gpu",
                        "--user-data-dir=" + profile.path().string(), "--dump-dom", "file://" + file});
        EXPECT_EQ(browser.status, 0) << browser.errors;
        return browser.output;
    }

    const TemporaryFolder folder;
    const StudioCommand studio{folder.path() / "catalog"};
    const StudioCommand mentor = studio.as("Bo Mentor");
};

TEST_F(ReviewByCommandTest, PinsANoteToItsMoment) {
    const std::string session = record();
    const json note = mentor.make({"note", session, "--at", "1.5", "--until", "00:00:02.250", "--criterion",
                                   "Structure", "--tag", "praise", "You named the result."});
    EXPECT_EQ(note.at("at"), 1.5);
    EXPECT_EQ(note.at("until"), 2.25);
    const json notes = show(session).at("notes");
    ASSERT_THAT(notes, SizeIs(1));
    EXPECT_EQ(notes[0].at("id"), note.at("id"));
    EXPECT_EQ(notes[0].at("text"), "You named the result.");
}

TEST_F(ReviewByCommandTest, RefusesATimePastTheEnd) {
    const std::string session = record();
    EXPECT_EQ(mentor.run({"note", session, "--at", "60", "Too late."}).code(), "out-of-range");
    EXPECT_EQ(mentor.run({"frame", session, "--at", "60", "-o", path("late.png")}).code(), "out-of-range");
    EXPECT_FALSE(std::filesystem::exists(path("late.png")));
    EXPECT_THAT(show(session).at("notes"), SizeIs(0));
}

TEST_F(ReviewByCommandTest, RefusesALevelThatTheRubricDoesNotHave) {
    const std::string session = record();
    const CommandOutcome refused = mentor.run({"score", session, "--criterion", "Structure", "--level", "9"});
    EXPECT_EQ(refused.code(), "out-of-range") << refused.errors;
    EXPECT_THAT(show(session).at("scores"), SizeIs(0));
}

TEST_F(ReviewByCommandTest, ChangesNothingOnceItIsSealed) {
    const std::string session = record();
    mentor.make({"score", session, "--criterion", "Structure", "--level", "2", "--at", "1"});
    mentor.make({"seal", session});
    EXPECT_EQ(mentor.run({"note", session, "--at", "1", "One thing more."}).code(), "sealed");
    EXPECT_EQ(mentor.run({"score", session, "--criterion", "Structure", "--level", "3"}).code(), "sealed");
    const json shown = show(session);
    EXPECT_THAT(shown.at("notes"), SizeIs(0));
    ASSERT_THAT(shown.at("scores"), SizeIs(1));
    EXPECT_EQ(shown.at("scores")[0].at("level"), 2);
}

TEST_F(ReviewByCommandTest, ShowsTheReportInABrowser) {
    const std::string session = record();
    mentor.make({"note", session, "--at", "2", "Name the <result> & stop."});
    mentor.make({"score", session, "--criterion", "Structure", "--level", "3", "--at", "2"});
    mentor.make({"seal", session});
    mentor.make({"report", session, "-o", path("report.html")});
    const std::string page = openedInBrowser(path("report.html"));
    EXPECT_THAT(page, HasSubstr("Name the &lt;result&gt; &amp; stop."));
    EXPECT_THAT(page, HasSubstr("Structure"));
    EXPECT_THAT(page, HasSubstr("Situation, task, action and result in turn."));
    EXPECT_THAT(page, HasSubstr("Ada Mentee"));
}

TEST_F(ReviewByCommandTest, ComparesAttemptsCriterionByCriterion) {
    const std::vector<std::string> sessions{record(), record()};
    const std::vector<std::string> levels{"1", "3"};
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        mentor.make({"score", sessions[i], "--criterion", "Respect", "--level", levels[i]});
        mentor.make({"seal", sessions[i]});
    }
    mentor.make({"compare", "Ada Mentee", "-o", path("comparison.csv")});
    const json comparison = mentor.make({"compare", "Ada Mentee", "-o", path("comparison.html")});
    std::vector<double> changes;
    for (const json& criterion : comparison.at("criteria"))
        if (criterion.at("name") == "Respect")
            changes.push_back(criterion.at("attempts").at(1).at("since_first").get<double>());
    EXPECT_THAT(changes, ElementsAre(2.0));
    EXPECT_THAT(fileContent(path("comparison.csv")), HasSubstr("Respect"));
    const std::string page = openedInBrowser(path("comparison.html"));
    EXPECT_THAT(page, HasSubstr("Respect"));
    EXPECT_THAT(page, HasSubstr("Bo Mentor"));
}

TEST_F(ReviewByCommandTest, WritesTheFrameOfATimeAsAPicture) {
    const std::string session = record();
    mentor.make({"frame", session, "--at", "1", "-o", path("one.png")});
    mentor.make({"frame", session, "--at", "2", "-o", path("two.png")});
    EXPECT_THAT(fileContent(path("one.png")), testing::StartsWith("\x89PNG"));
    EXPECT_NE(fileContent(path("one.png")), fileContent(path("two.png")));
}

TEST_F(ReviewByCommandTest, TakesInARecordingMadeElsewhere) {
    const std::string file = path("call.mp4");
    const FinishedProcess made =
        runProcess({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=duration=2", "-f", "lavfi", "-i",
                    "sine=duration=2", "-pix_fmt", "yuv420p", file});
    ASSERT_EQ(made.status, 0) << made.errors;
    const json session = studio.make({"import", file, "--mentee", "Ada Mentee", "--kit", "Desk kit"});
    const json& recording = session.at("recordings").at(0);
    EXPECT_NEAR(recording.at("duration").get<double>(), 2, 0.1);
    EXPECT_TRUE(std::filesystem::exists(recording.at("file").get<std::string>()));
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(studio.run({"verify"}).status, 0);
}

} // namespace
} // namespace mockingbird::test
