// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_filter.h"

#include "tests/review/notes/written_notes.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

NoteFilter byText(const QString& text) {
    NoteFilter filter;
    filter.text = text;
    return filter;
}

NoteFilter byStanding(NoteStanding standing) {
    NoteFilter filter;
    filter.standing = standing;
    return filter;
}

TEST(NoteFilter, FindsEveryWordAnywhereOnTheNote) {
    NoteRow row = test::noteRow(1, "You let him finish");
    row.criterion = "Service";
    row.note.tags = {"eye contact"};
    row.replies = {test::reply(row, "Maya Okafor", "I was nervous")};
    EXPECT_TRUE(byText("").accepts(row));
    EXPECT_TRUE(byText("FINISH let").accepts(row));
    EXPECT_TRUE(byText("tomás service").accepts(row));
    EXPECT_TRUE(byText("contact").accepts(row));
    EXPECT_TRUE(byText("maya nervous").accepts(row));
    EXPECT_FALSE(byText("finish early").accepts(row));
}

TEST(NoteFilter, TakesAuthorCriterionAndTagExactly) {
    NoteRow row = test::noteRow(1, "x");
    row.note.criterion = catalog::CriterionId::make();
    row.note.tags = {"task"};
    NoteFilter filter;
    filter.author = row.note.author;
    filter.criterion = row.note.criterion;
    filter.tag = "task";
    EXPECT_TRUE(filter.accepts(row));
    filter.tag = "tas";
    EXPECT_FALSE(filter.accepts(row));
    filter.tag.clear();
    filter.criterion = catalog::CriterionId::make();
    EXPECT_FALSE(filter.accepts(row));
    filter.criterion.reset();
    filter.author = catalog::PersonId::make();
    EXPECT_FALSE(filter.accepts(row));
}

TEST(NoteFilter, KnowsWhatIsOpen) {
    NoteRow row = test::noteRow(1, "x");
    EXPECT_TRUE(byStanding(NoteStanding::WithoutReply).accepts(row));
    EXPECT_TRUE(byStanding(NoteStanding::NotUnderstood).accepts(row));
    EXPECT_FALSE(byStanding(NoteStanding::Private).accepts(row));
    row.replies = {test::reply(row, "Maya", "yes")};
    row.note.understood = true;
    EXPECT_FALSE(byStanding(NoteStanding::WithoutReply).accepts(row));
    EXPECT_FALSE(byStanding(NoteStanding::NotUnderstood).accepts(row));
    row.note.understood = false;
    row.note.audience = catalog::NoteAudience::Private;
    EXPECT_FALSE(byStanding(NoteStanding::NotUnderstood).accepts(row));
    EXPECT_TRUE(byStanding(NoteStanding::Private).accepts(row));
}

} // namespace
} // namespace mockingbird::review
