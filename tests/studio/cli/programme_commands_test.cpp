// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// What comes of practice, from the command line, on the sample: Maya is a mentee and Tomás her mentor.
class ProgrammeCommands : public CliTest {
protected:
    Answer as(const std::string& person, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--as", person});
        return sample(std::move(arguments));
    }
};

TEST_F(ProgrammeCommands, AnOutcomeIsNotedChangedRemovedAndRestored) {
    const std::size_t before = as("Maya", {"outcomes"}).document.size();
    const auto made =
        as("Maya", {"outcomes", "add", "interviewed", "Branch", "librarian", "--on", "2026-05-04"});
    ASSERT_EQ(made.status, 0) << made.err;
    const std::string id = made.document.at("id");
    EXPECT_EQ(made.document.at("text"), "Branch librarian");
    EXPECT_EQ(made.document.at("on"), "2026-05-04");
    const auto changed = as("Maya", {"outcomes", "change", id.substr(20), "--kind", "promoted", "--no-text"});
    ASSERT_EQ(changed.status, 0) << changed.err;
    EXPECT_EQ(changed.document.at("kind"), "promoted");
    EXPECT_EQ(changed.document.at("text"), "");
    EXPECT_EQ(as("Maya", {"outcomes", "remove", id}).status, 0);
    EXPECT_THAT(as("Maya", {"outcomes"}).document, SizeIs(before));
    EXPECT_EQ(as("Maya", {"outcomes", "restore", id}).status, 0);
    EXPECT_THAT(as("Tom", {"outcomes", "--person", "Maya"}).document, SizeIs(before + 1));
    EXPECT_EQ(as("Maya", {"outcomes", "add", "hired"}).code(), "invalid-argument");
    EXPECT_EQ(as("Maya", {"outcomes", "remove", "zzzzzz"}).code(), "not-found");
}

TEST_F(ProgrammeCommands, ACommitmentIsClosedByALaterAttemptAndReopened) {
    const auto kept = as("Maya", {"kept"});
    ASSERT_EQ(kept.status, 0) << kept.err;
    ASSERT_THAT(kept.document, Not(IsEmpty()));
    const auto taken = kept.document.back(); // from the earliest attempt
    const std::string id = taken.at("id");
    const auto sessions = as("Maya", {"sessions", "--mentee", "Maya"}).document;
    std::string later;
    for (const auto& session : sessions)
        if (session.at("started_at") > taken.at("held_at"))
            later = session.at("id");
    ASSERT_FALSE(later.empty());
    const auto closed = as("Maya", {"kept", "close", id, "--session", later, "--at", "1.5"});
    ASSERT_EQ(closed.status, 0) << closed.err;
    EXPECT_EQ(closed.document.at("kept").at("session"), later);
    EXPECT_EQ(closed.document.at("kept").at("at"), 1.5);
    const auto open = as("Maya", {"kept", "reopen", id});
    ASSERT_EQ(open.status, 0) << open.err;
    EXPECT_TRUE(open.document.at("kept").is_null());
    EXPECT_EQ(as("Maya", {"kept", "close", id, "--session", taken.at("session")}).code(), "invalid-argument");
    EXPECT_EQ(as("Maya", {"kept", "reopen", "zzzzzz"}).code(), "not-found");
}

} // namespace
} // namespace mockingbird::studio::test
