// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class ReviewCommands : public CliTest {
protected:
    /// As somebody who has not reviewed the sample's newest session yet.
    Answer asGrace(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--as", "Grace"});
        return sample(std::move(arguments));
    }
};

TEST_F(ReviewCommands, ListsSessionsWithMenteeAndKitAsObjects) {
    const auto sessions = sample({"sessions"}).document;
    ASSERT_THAT(sessions, SizeIs(16));
    EXPECT_EQ(sessions[0].at("attempt"), 3);
    EXPECT_EQ(sessions[0].at("mentee").at("name"), "Maya Okafor");
    EXPECT_EQ(sessions[0].at("kit").at("name"), "Library Assistant, oral board");
    EXPECT_FALSE(sessions[0].at("kit").at("id").get<std::string>().empty());
    const auto& recording = sessions[0].at("recordings").at(0);
    EXPECT_TRUE(std::filesystem::path(recording.at("file").get<std::string>()).is_absolute());
    EXPECT_NEAR(recording.at("duration").get<double>(), 71.8, 0.2);
    ASSERT_THAT(recording.at("tracks"), SizeIs(4));
    EXPECT_EQ(recording.at("tracks")[1].at("role"), "mix");
    EXPECT_THAT(sample({"sessions", "--mentee", "Tom"}).document, SizeIs(0));
}

TEST_F(ReviewCommands, ShowsAllThatWasSaidAboutASession) {
    const auto session = sample({"show", inDraft()}).document;
    EXPECT_THAT(session.at("segments"), SizeIs(2));
    EXPECT_THAT(session.at("notes"), SizeIs(9));
    EXPECT_THAT(session.at("scores"), SizeIs(8));
    EXPECT_THAT(session.at("reviews"), SizeIs(2));
    const std::string id = session.at("id");
    EXPECT_EQ(sample({"show", id}).document.at("id"), id);
    EXPECT_EQ(sample({"show", id.substr(id.size() - 8)}).document.at("id"), id);
    EXPECT_EQ(sample({"show", "0123456789"}).code(), "not-found");
}

TEST_F(ReviewCommands, NotesAMomentByNumberIdOrNameOfTheCriterion) {
    const auto note = asGrace({"note", inDraft(), "--at", "00:00:12.5", "--until", "14", "--criterion",
                               "serv", "--tag", "one", "--tag", "two", "You", "let them", "finish."});
    ASSERT_EQ(note.status, 0) << note.err;
    EXPECT_EQ(note.document.at("at"), 12.5);
    EXPECT_EQ(note.document.at("until"), 14.0);
    EXPECT_EQ(note.document.at("text"), "You let them finish.");
    EXPECT_EQ(note.document.at("author").at("name"), "Grace Lin");
    EXPECT_EQ(note.document.at("criterion").at("name"), "Service");
    EXPECT_EQ(note.document.at("tags"), nlohmann::json({"one", "two"}));
    const auto second = asGrace({"note", inDraft(), "--at", "1", "--criterion", "2", "record"});
    EXPECT_EQ(second.document.at("criterion"), note.document.at("criterion"));
    EXPECT_EQ(second.document.at("text"), "record") << "a command's name is a word like any other";
    EXPECT_THAT(sample({"show", inDraft()}).document.at("notes"), SizeIs(11));
}

TEST_F(ReviewCommands, RefusesAMomentPastTheEndAndSaysTheLength) {
    const Answer late = asGrace({"note", inDraft(), "--at", "90", "Too late"});
    EXPECT_EQ(late.code(), "out-of-range");
    EXPECT_THAT(late.detail(), HasSubstr("1:0")) << "the recording's length";
    const Answer evidence =
        asGrace({"score", inDraft(), "--criterion", "1", "--level", "3", "--at", "5", "--at", "90"});
    EXPECT_EQ(evidence.code(), "out-of-range");
    const auto session = sample({"show", inDraft()}).document;
    EXPECT_THAT(session.at("scores"), SizeIs(8)) << "nothing half done";
    EXPECT_THAT(session.at("reviews"), SizeIs(2)) << "and no empty review";
}

TEST_F(ReviewCommands, RefusesALevelThatTheRubricDoesNotHaveAndListsThoseThereAre) {
    const Answer refused = asGrace({"score", inDraft(), "--criterion", "Structure", "--level", "9"});
    EXPECT_EQ(refused.code(), "out-of-range");
    EXPECT_THAT(refused.detail(), AllOf(HasSubstr("1"), HasSubstr("5")));
    const Answer unknown = asGrace({"score", inDraft(), "--criterion", "Singing", "--level", "3"});
    EXPECT_EQ(unknown.code(), "not-found");
    EXPECT_THAT(unknown.detail(), HasSubstr("Delivery"));
}

TEST_F(ReviewCommands, ScoresWithItsMomentsAndSealsForGood) {
    const auto score = asGrace({"score", inDraft(), "--criterion", "c", "--level", "3"});
    EXPECT_EQ(score.code(), "not-found");
    const auto set = asGrace(
        {"score", inDraft(), "--criterion", "Structure", "--level", "4", "--at", "12", "--at", "5.5"});
    ASSERT_EQ(set.status, 0) << set.err;
    EXPECT_EQ(set.document.at("label"), "Strong");
    EXPECT_EQ(set.document.at("rater").at("name"), "Grace Lin");
    ASSERT_THAT(set.document.at("evidence"), SizeIs(2));
    EXPECT_EQ(set.document.at("evidence")[0].at("at"), 5.5);

    const auto sealed = asGrace({"seal", inDraft()});
    ASSERT_EQ(sealed.status, 0) << sealed.err;
    EXPECT_EQ(sealed.document.at("state"), "sealed");
    EXPECT_THAT(sealed.document.at("hash").get<std::string>(), SizeIs(64));
    EXPECT_EQ(asGrace({"note", inDraft(), "--at", "1", "more"}).code(), "sealed");
    EXPECT_EQ(asGrace({"score", inDraft(), "--criterion", "1", "--level", "1"}).code(), "sealed");
    EXPECT_EQ(asGrace({"seal", inDraft()}).code(), "sealed");
}

TEST_F(ReviewCommands, AsksWhoActsWhereSeveralPeopleAreThere) {
    const Answer refused = sample({"note", inDraft(), "--at", "1", "text"});
    EXPECT_EQ(refused.code(), "invalid-argument");
    EXPECT_THAT(refused.detail(), AllOf(HasSubstr("--as"), HasSubstr("Aisha Rahman")));
    EXPECT_EQ(sample({"note", inDraft(), "--at", "1", "text", "--as", "Nobody"}).code(), "not-found");
    EXPECT_EQ(sample({"seal", inDraft(), "--as", "Ingrid"}).code(), "not-found") << "who wrote nothing";
}

} // namespace
} // namespace mockingbird::studio::test
