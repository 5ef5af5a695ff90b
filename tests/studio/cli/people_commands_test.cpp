// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using PeopleCommands = CliTest;

TEST_F(PeopleCommands, ChangesWhatIsNamedAndLeavesTheRest) {
    run({"people", "add", "Ada", "--role", "mentee", "--branch", "North", "--set", "employment=part time"});
    const auto changed = run({"people", "change", "Ada", "--name", "Ada Learner", "--extra-time", "25",
                              "--set", "Pronouns=she/her"});
    ASSERT_EQ(changed.status, 0) << changed.err;
    EXPECT_EQ(changed.document.at("name"), "Ada Learner");
    EXPECT_EQ(changed.document.at("branch"), "North");
    EXPECT_EQ(changed.document.at("accommodations").at("extra_time_percent"), 25);
    EXPECT_EQ(changed.document.at("fields"), (json{{"employment", "part-time"}, {"pronouns", "she/her"}}));
    EXPECT_EQ(run({"people", "change", "Ada", "--set", "nonsense=1"}).code(), "not-found");
    EXPECT_EQ(run({"people", "change", "Ada", "--set", "hired_on=soon"}).code(), "invalid-argument");
    EXPECT_EQ(run({"people", "change", "Ada", "--set", "pronouns="}).document.at("fields"),
              (json{{"employment", "part-time"}}));
}

TEST_F(PeopleCommands, ListsWhoFits) {
    run({"people", "add", "Ada", "--role", "mentee", "--branch", "North", "--set", "employment=part-time"});
    run({"people", "add", "Ben", "--role", "mentor", "--branch", "South"});
    EXPECT_THAT(run({"people", "--role", "mentor", "--branch", "south"}).document, SizeIs(1));
    EXPECT_THAT(run({"people", "--employment", "part-time"}).document, SizeIs(1));
    EXPECT_THAT(run({"people", "--search", "no ad"}).document, SizeIs(1));
    EXPECT_THAT(run({"people", "--search", "nobody"}).document, SizeIs(0));
}

TEST_F(PeopleCommands, AddsAndMarksFields) {
    const auto added = run({"people", "fields", "add", "Desk", "--audience", "everyone"});
    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_EQ(run({"people", "fields", "change", "desk", "--audience", "self"}).document.at("audience"),
              "self");
    const std::string id = added.document.at("id");
    EXPECT_EQ(run({"people", "fields", "remove", "Desk"}).status, 0);
    EXPECT_EQ(run({"people", "fields", "restore", id}).document.at("name"), "Desk");
    EXPECT_EQ(run({"people", "fields", "change", "desk", "--audience", "all"}).code(), "invalid-argument");
}

TEST_F(PeopleCommands, ImportsSaysWhatItWouldDoAndTakesItBack) {
    ASSERT_TRUE(writeWholeFile(path("staff.csv"),
                               "Name,Roles,Cohort,Mentor\nAda,mentee,2026,Ben\nBen,,,\nEva,boss,,\n")
                    .ok());
    const auto before = run({"people"}).document;
    const auto preview = run({"people", "import", path("staff.csv"), "--dry-run"});
    ASSERT_EQ(preview.status, 0) << preview.err;
    EXPECT_EQ(preview.document.at("added"), 2);
    EXPECT_EQ(preview.document.at("refused"), 1);
    EXPECT_THAT(preview.document.at("rows")[2].at("reason").get<std::string>(), HasSubstr("boss"));
    EXPECT_TRUE(preview.document.at("import").is_null());
    EXPECT_EQ(run({"people"}).document, before);

    EXPECT_FALSE(run({"people", "import", path("staff.csv")}).document.at("import").is_null());
    EXPECT_THAT(run({"pairs"}).document, SizeIs(1));
    ASSERT_EQ(run({"people", "export", "-o", path("out.csv")}).status, 0);
    EXPECT_EQ(run({"people", "import", path("out.csv"), "--dry-run"}).document.at("changed"), 0);
    EXPECT_THAT(run({"people", "imports"}).document, SizeIs(1));
    EXPECT_EQ(run({"people", "undo"}).document.at("kept"), json::array());
    EXPECT_EQ(run({"people"}).document, before);
    EXPECT_EQ(run({"people", "undo"}).code(), "not-found");
}

TEST_F(PeopleCommands, CohortsAndPairsChangeWithHistory) {
    for (const char* name : {"Ada", "Ben", "Cleo"})
        run({"people", "add", name, "--role", "mentee", "--role", "mentor", "--role", "liaison"});
    run({"cohorts", "add", "2026", "--starts", "2026-01-01"});
    EXPECT_EQ(run({"cohorts", "change", "2026", "--name", "Spring"}).document.at("name"), "Spring");
    const auto pair = run(
        {"pairs", "add", "--cohort", "Spring", "--mentee", "Ada", "--mentor", "Ben", "--on", "2026-01-10"});
    ASSERT_EQ(pair.status, 0) << pair.err;
    const std::string id = pair.document.at("id");
    const auto changed =
        run({"pairs", "change", id, "--mentor", "Cleo", "--reason", "leave", "--on", "2026-02-01"});
    EXPECT_EQ(changed.document.at("mentor").at("name"), "Cleo");
    const auto history = run({"pairs", "history", "Ada"}).document;
    ASSERT_THAT(history, SizeIs(2));
    EXPECT_EQ(history[0].at("until"), "2026-02-01");
    EXPECT_EQ(history[1].at("reason"), "leave");
    EXPECT_EQ(run({"pairs", "end", id, "--on", "2026-01-01"}).code(), "invalid-argument");
    EXPECT_EQ(run({"pairs", "end", id, "--on", "2026-03-01"}).document.at("ended_on"), "2026-03-01");
    EXPECT_THAT(run({"pairs"}).document, SizeIs(0));
    EXPECT_THAT(run({"pairs", "--all"}).document, SizeIs(1));
    EXPECT_TRUE(run({"pairs", "undo", id}).document.at("ended_on").is_null());
    EXPECT_EQ(run({"cohorts", "end", "Spring", "--on", "2026-06-30"}).document.at("ended_on"), "2026-06-30");
    EXPECT_THAT(run({"pairs"}).document, SizeIs(0));
    EXPECT_TRUE(run({"cohorts", "resume", "Spring"}).document.at("ended_on").is_null());
    EXPECT_EQ(run({"pairs", "change", "123456", "--mentor", "Ben"}).code(), "not-found");
}

} // namespace
} // namespace mockingbird::studio::test
