// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/reply_drafts.h"

#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

TEST(ReplyDrafts, ComeBackAndLeaveNoFileWhereThereAreNone) {
    const test::TemporaryFolder folder;
    const auto file = replyDraftsPath(folder.path(), catalog::SessionId::make(), catalog::PersonId::make());
    EXPECT_TRUE(loadReplyDrafts(file).empty());
    const ReplyDrafts drafts{{catalog::NoteId::make(), "Thank you,\nI'll"},
                             {catalog::NoteId::make(), " half "}};
    ASSERT_TRUE(saveReplyDrafts(drafts, file).ok());
    EXPECT_EQ(loadReplyDrafts(file), drafts);
    const auto open = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(std::filesystem::status(file).permissions() & open, std::filesystem::perms::none);
    ASSERT_TRUE(saveReplyDrafts({}, file).ok());
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(ReplyDrafts, DamageIsNoDraft) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "replies.json";
    std::ofstream(file) << R"({"nobody":"x","":1})";
    EXPECT_TRUE(loadReplyDrafts(file).empty());
    std::ofstream(file) << "{";
    EXPECT_TRUE(loadReplyDrafts(file).empty());
}

} // namespace
} // namespace mockingbird::review
