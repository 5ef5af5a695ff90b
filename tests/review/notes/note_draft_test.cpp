// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_draft.h"

#include "tests/review/notes/written_notes.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class NoteDraftTest : public testing::Test {
protected:
    test::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder.path() / "drafts" / "draft.json";
};

TEST_F(NoteDraftTest, ComesBackWithAllOfIt) {
    NoteDraft draft;
    draft.recording = test::recording();
    draft.at = MediaTime::fromSeconds(12.5);
    draft.until = MediaTime::fromSeconds(14);
    draft.criterion = catalog::CriterionId::make();
    draft.question = catalog::QuestionId::make();
    draft.text = "Half a thought";
    draft.audience = catalog::NoteAudience::Private;
    draft.tags = {"situation", "eye contact"};
    draft.drawing = test::drawing();
    draft.drawing.picture = 1;
    ASSERT_TRUE(draft.save(m_file).ok());
    const auto back = NoteDraft::load(m_file);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->recording, draft.recording);
    EXPECT_EQ(back->at, draft.at);
    EXPECT_EQ(back->until, draft.until);
    EXPECT_EQ(back->criterion, draft.criterion);
    EXPECT_EQ(back->question, draft.question);
    EXPECT_EQ(back->text, draft.text);
    EXPECT_EQ(back->audience, draft.audience);
    EXPECT_EQ(back->tags, draft.tags);
    EXPECT_EQ(back->drawing, draft.drawing);
}

TEST_F(NoteDraftTest, ReadsTheFileOfAnEarlierVersion) {
    std::filesystem::create_directories(m_file.parent_path());
    std::ofstream(m_file) << R"({"recording":")" << test::recording().toString()
                          << R"(","at_us":2000000,"text":"Old words"})";
    const auto draft = NoteDraft::load(m_file);
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->text, "Old words");
    EXPECT_EQ(draft->at, MediaTime::fromSeconds(2));
    EXPECT_EQ(draft->audience, catalog::NoteAudience::Shared);
    EXPECT_FALSE(draft->question);
    EXPECT_TRUE(draft->tags.isEmpty());
    EXPECT_TRUE(draft->drawing.empty());
}

TEST_F(NoteDraftTest, IsADraftWithATagOrADrawingAlone) {
    NoteDraft draft;
    draft.recording = test::recording();
    EXPECT_TRUE(draft.empty());
    ASSERT_TRUE(draft.save(m_file).ok());
    EXPECT_FALSE(NoteDraft::load(m_file));
    draft.drawing = test::drawing();
    EXPECT_FALSE(draft.empty());
    ASSERT_TRUE(draft.save(m_file).ok());
    EXPECT_TRUE(NoteDraft::load(m_file));
}

TEST_F(NoteDraftTest, WhatIsNoDraftIsNone) {
    EXPECT_FALSE(NoteDraft::load(m_file));
    std::filesystem::create_directories(m_file.parent_path());
    std::ofstream(m_file) << R"({"recording":"?","drawing":{"shapes":[{"kind":99,"points":[[1]]},7]}})";
    EXPECT_FALSE(NoteDraft::load(m_file));
}

TEST_F(NoteDraftTest, IsReadableByItsOwnerAlone) {
    NoteDraft draft;
    draft.recording = test::recording();
    draft.text = "x";
    ASSERT_TRUE(draft.save(m_file).ok());
    const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(std::filesystem::status(m_file).permissions() & others, std::filesystem::perms::none);
}

TEST_F(NoteDraftTest, BecomesANoteWithoutSpaceAroundItsText) {
    NoteDraft draft;
    draft.text = "  Words \n";
    draft.tags = {"task"};
    draft.audience = catalog::NoteAudience::Private;
    const catalog::Note note = draft.note();
    EXPECT_EQ(note.text, "Words");
    EXPECT_EQ(note.tags, std::vector<std::string>{"task"});
    EXPECT_EQ(note.audience, catalog::NoteAudience::Private);
}

} // namespace
} // namespace mockingbird::review
