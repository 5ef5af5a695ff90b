// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "studio/catalog_place.h"
#include "tests/studio/cli/cli_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace mockingbird::studio::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

using CatalogCommands = CliTest;

TEST_F(CatalogCommands, AddsPeopleWithWhatTheyDo) {
    const auto added = run({"people", "add", "Ada Learner", "--role", "mentee", "--role", "mentor",
                            "--branch", "North", "--classification", "Page"});
    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_EQ(added.document.at("roles"), nlohmann::json({"mentee", "mentor"}));
    EXPECT_EQ(added.document.at("branch"), "North");
    EXPECT_THAT(run({"people"}).document, SizeIs(2)) << "with the account's own person";
    EXPECT_EQ(run({"people", "add", ""}).code(), "invalid-argument");
}

TEST_F(CatalogCommands, PublishesAKitAgainFromWhatItPrints) {
    const auto before = run({"kits"}).document;
    auto kit = before.at(0);
    EXPECT_EQ(kit.at("name"), "Branch Manager");
    EXPECT_THAT(kit.at("questions"), SizeIs(7));
    kit["name"] = "Desk kit";
    kit.erase("id");
    ASSERT_TRUE(writeWholeFile(path("kit.json"), kit.dump()).ok());
    const auto added = run({"kits", "add", path("kit.json")});
    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_EQ(added.document.at("name"), "Desk kit");
    EXPECT_THAT(run({"kits"}).document, SizeIs(before.size() + 1));

    ASSERT_TRUE(writeWholeFile(path("kit.json"), "{\"name\": 5}").ok());
    EXPECT_EQ(run({"kits", "add", path("kit.json")}).code(), "corrupt");
    ASSERT_TRUE(writeWholeFile(path("kit.json"), "not json").ok());
    EXPECT_EQ(run({"kits", "add", path("kit.json")}).code(), "corrupt");
    EXPECT_EQ(run({"kits", "add", path("none.json")}).code(), "not-found");
    EXPECT_THAT(run({"kits"}).document, SizeIs(before.size() + 1));
}

TEST_F(CatalogCommands, ADuplicateIsADraftThatIsPublished) {
    const auto kits = run({"kits"}).document.size();
    const auto draft = run({"kits", "duplicate", "Library Page", "--name", "Page, our way"});
    ASSERT_EQ(draft.status, 0) << draft.err;
    EXPECT_TRUE(draft.document.at("next_version_of").is_null());
    EXPECT_EQ(draft.document.at("content").at("name"), "Page, our way");
    EXPECT_THAT(run({"kits", "drafts"}).document, SizeIs(1));
    EXPECT_THAT(run({"kits"}).document, SizeIs(kits)) << "nobody is offered a draft";

    ASSERT_EQ(run({"kits", "discard", "Page"}).status, 0);
    EXPECT_TRUE(run({"kits", "drafts"}).document.empty());
    EXPECT_EQ(run({"kits", "publish", "Page"}).code(), "not-found");
    const std::string id = draft.document.at("id");
    ASSERT_EQ(run({"kits", "discard", id, "--undo"}).status, 0);
    const auto published = run({"kits", "publish", "Page"});
    ASSERT_EQ(published.status, 0) << published.err;
    EXPECT_EQ(published.document.at("version"), 1);
    EXPECT_THAT(run({"kits"}).document, SizeIs(kits + 1));
    EXPECT_EQ(run({"kits", "publish", id}).code(), "sealed");
}

TEST_F(CatalogCommands, ANextVersionIsDraftedPublishedAndCompared) {
    auto kit = run({"kits"}).document.at(0);
    kit["questions"][0]["text"] = "Why this branch?";
    kit["profile"]["times_up"] = "bell";
    ASSERT_TRUE(writeWholeFile(path("kit.json"), kit.dump()).ok());
    ASSERT_EQ(run({"kits", "draft", path("kit.json")}).status, 0);
    ASSERT_EQ(run({"kits", "publish", "Branch"}).status, 0);
    EXPECT_THAT(run({"kits", "versions", "Branch Manager"}).document, SizeIs(2));
    const auto diff = run({"kits", "diff", "Branch Manager"});
    ASSERT_EQ(diff.status, 0) << diff.err;
    EXPECT_EQ(diff.document.at("from"), 1);
    ASSERT_THAT(diff.document.at("changes"), SizeIs(2));
    EXPECT_EQ(diff.document.at("changes")[0].at("field"), "times_up");
    EXPECT_EQ(diff.document.at("changes")[1].at("part"), "question");
    EXPECT_EQ(diff.document.at("changes")[1].at("after"), "Why this branch?");
    EXPECT_TRUE(run({"kits", "diff", "Branch Manager", "--from", "2"}).document.at("changes").empty());
    EXPECT_EQ(run({"kits", "diff", "Branch Manager", "--from", "7"}).code(), "not-found");
}

TEST_F(CatalogCommands, ARetiredKitIsNotListedUntilItIsOfferedAgain) {
    const auto kits = run({"kits"}).document.size();
    const auto retired = run({"kits", "retire", "Library Clerk"});
    ASSERT_EQ(retired.status, 0) << retired.err;
    EXPECT_EQ(retired.document.at("retired"), true);
    EXPECT_THAT(run({"kits"}).document, SizeIs(kits - 1));
    EXPECT_THAT(run({"kits", "--retired"}).document, SizeIs(kits));
    ASSERT_EQ(run({"kits", "retire", "Library Clerk", "--undo"}).status, 0);
    EXPECT_THAT(run({"kits"}).document, SizeIs(kits));
}

TEST_F(CatalogCommands, FindsWordsInNotesSessionsAndMaterials) {
    const auto hits = sample({"search", "late fee"}).document;
    ASSERT_TRUE(hits.is_array());
    const auto breath = sample({"search", "breath"}).document;
    const auto note = std::find_if(breath.begin(), breath.end(),
                                   [](const nlohmann::json& hit) { return hit.at("kind") == "note"; });
    ASSERT_NE(note, breath.end()) << breath;
    EXPECT_TRUE(note->contains("at"));
    EXPECT_THAT(sample({"search", "\"", "AND", "*"}).document.size(), ::testing::Ge(0u));
}

TEST_F(CatalogCommands, VerifiesAndSaysWhatIsWrong) {
    EXPECT_EQ(sample({"verify"}).document.at("ok"), true);
    const std::string file = sample({"show", inDraft()}).document.at("recordings")[0].at("file");
    std::filesystem::remove(file);
    const Answer broken = sample({"verify"});
    EXPECT_EQ(broken.status, 1);
    EXPECT_EQ(broken.code(), "corrupt");
    EXPECT_THAT(broken.error.at("document").at("problems"), SizeIs(1));
}

TEST_F(CatalogCommands, RebuildsTheTablesFromTheLog) {
    ASSERT_EQ(sample({"people"}).status, 0);
    {
        const auto place = catalogPlace(catalog());
        ASSERT_TRUE(place.ok());
        SQLite::Database((place->sample / "catalog.db").string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE person SET branch = 'Nowhere'");
    }
    EXPECT_EQ(sample({"verify"}).code(), "corrupt"); // the control
    EXPECT_GT(sample({"rebuild"}).document.at("revision").get<int>(), 0);
    EXPECT_EQ(sample({"verify"}).document.at("ok"), true);
}

TEST_F(CatalogCommands, ListsTheNewestSessionsAlone) {
    const auto all = sample({"sessions"}).document;
    ASSERT_THAT(all, SizeIs(16));
    const auto newest = sample({"sessions", "--limit", "1"}).document;
    ASSERT_THAT(newest, SizeIs(1));
    EXPECT_EQ(newest[0], all[0]);
}

TEST_F(CatalogCommands, RecoversNothingWhereAllIsWell) {
    EXPECT_EQ(sample({"recover"}).document, nlohmann::json::array());
}

TEST_F(CatalogCommands, RefusesACatalogOfANewerVersion) {
    ASSERT_EQ(run({"people"}).status, 0);
    SQLite::Database(catalog() + "/catalog.db", SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9999");
    EXPECT_EQ(run({"people"}).code(), "newer-catalog");
    EXPECT_EQ(run({"people", "add", "Ada"}).code(), "newer-catalog");
}

TEST_F(CatalogCommands, MakesNoCatalogWhereTheDiskIsNotThere) {
    const Answer refused = plain({"--json", "--catalog", path("disk/catalog"), "people"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("\"not-found\""));
    EXPECT_EQ(entries(), 0);
    EXPECT_EQ(plain({"--catalog", "/proc/catalog", "people"}).status, 1);
}

TEST_F(CatalogCommands, RemovesAndRestoresTheSample) {
    EXPECT_EQ(run({"sample"}).document.at("state"), "not-made");
    ASSERT_EQ(sample({"sessions"}).status, 0);
    EXPECT_EQ(run({"sample"}).document.at("state"), "there");
    EXPECT_EQ(run({"sample", "remove"}).document.at("state"), "removed");
    EXPECT_EQ(sample({"sessions"}).code(), "not-found");
    EXPECT_EQ(run({"sample", "restore"}).document.at("state"), "there");
    EXPECT_THAT(sample({"sessions"}).document, SizeIs(16));
    EXPECT_THAT(run({"sessions"}).document, SizeIs(0)) << "the own catalog knows nothing of it";
}

} // namespace
} // namespace mockingbird::studio::test
