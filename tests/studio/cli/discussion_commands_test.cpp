// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// What people write and read of each other, on the sample: a session in it was rated by Tomás and Aisha,
/// one of whom has not sealed yet; Grace is a liaison, Ingrid the coordinator, Maya the mentee.
class DiscussionCommands : public CliTest {
protected:
    Answer as(const std::string& person, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--as", person});
        return sample(std::move(arguments));
    }
    nlohmann::json shown(const std::string& person) { return shown(person, inDraft()); }
    nlohmann::json shown(const std::string& person, const std::string& session) {
        return as(person, {"show", session}).document;
    }
    /// Whoever of the two raters has not sealed seals.
    void sealAll() {
        const auto session = shown("Ingrid");
        for (const auto& rater : session.at("awaited"))
            EXPECT_EQ(as(rater.at("name"), {"seal", inDraft()}).status, 0);
    }
    [[nodiscard]] static std::size_t readable(const nlohmann::json& session) {
        std::size_t count = 0;
        for (const auto& review : session.at("reviews"))
            count += review.at("readable").get<bool>() ? 1 : 0;
        return count;
    }
};

TEST_F(DiscussionCommands, ShowsWhatTheActingPersonMayRead) {
    const auto maya = shown("Maya");
    EXPECT_THAT(maya.at("reviews"), SizeIs(2)) << "that they are there is no secret";
    EXPECT_EQ(readable(maya), 0U);
    EXPECT_THAT(maya.at("notes"), SizeIs(0));
    EXPECT_THAT(maya.at("scores"), SizeIs(0));
    EXPECT_TRUE(maya.at("reviews")[0].at("summary").is_null());
    EXPECT_EQ(readable(shown("Tom")), 1U) << "one's own";
    EXPECT_EQ(readable(shown("Aisha")), 1U);
    EXPECT_EQ(readable(shown("Grace")), 1U) << "a liaison reads what is sealed";
    ASSERT_THAT(maya.at("awaited"), SizeIs(1));
    sealAll();
    const auto after = shown("Maya");
    EXPECT_EQ(readable(after), 2U);
    EXPECT_THAT(after.at("notes"), SizeIs(9));
    EXPECT_THAT(after.at("awaited"), SizeIs(0));
    const Answer text = plain({"--catalog", catalog(), "--sample", "--as", "Maya", "show", inDraft()});
    EXPECT_THAT(text.out, HasSubstr("opened"));
}

TEST_F(DiscussionCommands, APrivateNoteIsShownAndFoundByItsAuthorAlone) {
    const auto note = as("Grace", {"note", inDraft(), "--at", "3", "--private", "Ask Ingrid about pelicans"});
    ASSERT_EQ(note.status, 0) << note.err;
    EXPECT_EQ(note.document.at("audience"), "private");
    ASSERT_EQ(as("Grace", {"seal", inDraft()}).status, 0);
    sealAll();
    EXPECT_THAT(shown("Grace").at("notes"), SizeIs(10));
    EXPECT_THAT(as("Grace", {"search", "pelicans"}).document, SizeIs(1));
    for (const std::string person : {"Maya", "Ingrid", "Aisha"}) {
        EXPECT_THAT(shown(person).at("notes"), SizeIs(9)) << person;
        EXPECT_THAT(as(person, {"search", "pelicans"}).document, SizeIs(0)) << person;
    }
    EXPECT_THAT(sample({"show", inDraft()}).document.at("notes"), SizeIs(9)) << "nobody is acting";
    EXPECT_EQ(as("Maya", {"reply", note.document.at("id"), "What?"}).code(), "denied");
}

TEST_F(DiscussionCommands, APrivateNoteIsInOnesOwnCopyOfTheReportAlone) {
    ASSERT_EQ(as("Grace", {"note", inDraft(), "--at", "3", "--private", "Ask Ingrid about pelicans"}).status,
              0);
    ASSERT_EQ(as("Grace", {"seal", inDraft()}).status, 0);
    sealAll();
    const auto holdsIt = [&](const std::string& person, std::vector<std::string> more) {
        std::vector<std::string> arguments = {"report", inDraft(), "-o", path("report.csv")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(as(person, arguments).status, 0) << person;
        return readWholeFile(path("report.csv")).value().find("pelicans") != std::string::npos;
    };
    EXPECT_FALSE(holdsIt("Grace", {}));
    EXPECT_TRUE(holdsIt("Grace", {"--own"})) << "the control";
    EXPECT_FALSE(holdsIt("Maya", {"--own"}));
    EXPECT_FALSE(holdsIt("Ingrid", {"--own"}));
}

TEST_F(DiscussionCommands, ATagAloneIsANoteAndAQuestionIsNamedByItsNumber) {
    const auto note = as("Grace", {"note", inDraft(), "--at", "3", "--tag", "result", "--question", "2"});
    ASSERT_EQ(note.status, 0) << note.err;
    EXPECT_EQ(note.document.at("text"), "");
    const std::string question = note.document.at("question").at("id");
    const auto again = as("Grace", {"note", inDraft(), "--at", "4", "x", "--question", question});
    EXPECT_EQ(again.document.at("question"), note.document.at("question"));
    EXPECT_EQ(as("Grace", {"note", inDraft(), "--at", "3"}).code(), "invalid-argument");
    EXPECT_EQ(as("Grace", {"note", inDraft(), "--at", "3", "x", "--question", "99"}).code(), "out-of-range");
    EXPECT_EQ(as("Grace", {"note", inDraft(), "--at", "3", "x", "--question", "first"}).code(), "not-found");
    const auto score =
        as("Grace", {"score", inDraft(), "--criterion", "1", "--level", "3", "--question", question});
    EXPECT_EQ(score.document.at("question"), note.document.at("question"));
}

TEST_F(DiscussionCommands, TheMenteeRepliesAndUnderstands) {
    sealAll();
    const std::string note = shown("Maya").at("notes")[0].at("id");
    const auto reply = as("Maya", {"reply", note.substr(note.size() - 8), "I", "see."});
    ASSERT_EQ(reply.status, 0) << reply.err;
    EXPECT_EQ(reply.document.at("text"), "I see.");
    EXPECT_EQ(reply.document.at("note"), note);
    const auto marked = as("Maya", {"understood", note});
    ASSERT_EQ(marked.status, 0) << marked.err;
    EXPECT_EQ(marked.document.at("understood"), true);
    EXPECT_THAT(marked.document.at("replies"), SizeIs(1));
    EXPECT_EQ(as("Maya", {"understood", note, "--undo"}).document.at("understood"), false);
    EXPECT_EQ(as("Tom", {"understood", note}).code(), "denied");
    EXPECT_EQ(as("Maya", {"reply", "00000000", "x"}).code(), "not-found");
    EXPECT_EQ(as("Maya", {"reply", "0", "x"}).code(), "invalid-argument");
    const Answer text = plain({"--catalog", catalog(), "--sample", "--as", "Maya", "show", inDraft()});
    EXPECT_THAT(text.out, HasSubstr("Maya Okafor: I see."));
    EXPECT_EQ(sample({"verify"}).document.at("ok"), true) << "the seals hold";
}

TEST_F(DiscussionCommands, SummaryAndCommitmentsBelongToOnesReview) {
    const auto summary = as("Grace", {"summary", inDraft(), "A", "good", "start."});
    ASSERT_EQ(summary.status, 0) << summary.err;
    EXPECT_EQ(summary.document.at("summary"), "A good start.");
    const auto set = as("Grace", {"commitments", inDraft(), "Name the result", "Breathe"});
    ASSERT_EQ(set.status, 0) << set.err;
    ASSERT_THAT(set.document.at("commitments"), SizeIs(2));
    EXPECT_EQ(set.document.at("commitments")[0].at("text"), "Name the result");
    EXPECT_EQ(as("Grace", {"commitments", inDraft(), "1", "2", "3", "4"}).code(), "invalid-argument");
    EXPECT_EQ(as("Ingrid", {"commitments", inDraft(), "1", "2", "3", "4"}).code(), "invalid-argument");
    EXPECT_THAT(shown("Ingrid").at("reviews"), SizeIs(3)) << "what is refused begins no review";
    ASSERT_EQ(as("Grace", {"seal", inDraft()}).status, 0);
    EXPECT_EQ(as("Grace", {"summary", inDraft(), "More"}).code(), "sealed");
    EXPECT_EQ(as("Grace", {"commitments", inDraft(), "More"}).code(), "sealed");
}

TEST_F(DiscussionCommands, TheCoordinatorOpensBeforeAllHaveSealed) {
    EXPECT_EQ(as("Grace", {"open", inDraft()}).code(), "denied");
    EXPECT_EQ(readable(shown("Maya")), 0U);
    const std::string awaited = shown("Ingrid").at("awaited")[0].at("name");
    EXPECT_EQ(as("Ingrid", {"open", inDraft(), "--rater", awaited}).code(), "invalid-argument") << "a draft";
    const auto opened = as("Ingrid", {"open", inDraft()});
    ASSERT_EQ(opened.status, 0) << opened.err;
    ASSERT_THAT(opened.document, SizeIs(1));
    EXPECT_EQ(opened.document[0].at("state"), "opened");
    EXPECT_EQ(readable(shown("Maya")), 1U);
    EXPECT_EQ(as("Ingrid", {"open", inDraft(), "--rater", "Grace"}).code(), "not-found") << "who wrote none";
}

TEST_F(DiscussionCommands, AGoalIsSetSaidAndTakenBack) {
    EXPECT_FALSE(sample({"goal", "Maya"}).document.at("text").is_null()) << "the sample's own";
    const auto set = as("Maya", {"goal", "Maya", "Finish", "each", "example"});
    ASSERT_EQ(set.status, 0) << set.err;
    EXPECT_EQ(set.document.at("text"), "Finish each example");
    EXPECT_EQ(sample({"goal", "Maya"}).document.at("text"), "Finish each example");
    EXPECT_EQ(as("Maya", {"goal", "Maya", "x", "--clear"}).code(), "invalid-argument");
    EXPECT_TRUE(as("Maya", {"goal", "Maya", "--clear"}).document.at("text").is_null());
    EXPECT_EQ(sample({"goal", "Nobody"}).code(), "not-found");
}

TEST_F(DiscussionCommands, TheLastAttemptsCommitmentsStandBeforeTheNext) {
    EXPECT_THAT(shown("Maya").at("commitments_before"), Not(SizeIs(0)));
}

} // namespace
} // namespace mockingbird::studio::test
