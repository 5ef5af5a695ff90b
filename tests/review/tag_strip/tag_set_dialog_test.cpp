// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_set_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

const TagSet kFirst{"First", {{'A', "aim"}}};
const TagSet kSecond{"Second", {{'B', "bridge"}, {'C', "close"}}};

void write(QLineEdit* field, const QString& text) {
    field->clear();
    QTest::keyClicks(field, text);
}

TEST(TagSetDialog, MakesASetFromKeysAndWords) {
    TagSetDialog dialog({}, "STAR", {"STAR"});
    ASSERT_EQ(dialog.rows().size(), 1u);
    EXPECT_FALSE(dialog.keepButton()->isEnabled());
    write(dialog.nameField(), "Hiring");
    write(dialog.rows()[0].key, "o");
    write(dialog.rows()[0].name, "Opening");
    EXPECT_EQ(dialog.fault(), "");
    dialog.addButton()->click();
    EXPECT_EQ(dialog.fault(), "Every tag needs a word.");
    write(dialog.rows()[1].name, "closing");
    write(dialog.rows()[1].key, "o");
    EXPECT_EQ(dialog.fault(), "Two tags have the key O. Each needs its own.");
    EXPECT_FALSE(dialog.keepButton()->isEnabled());
    write(dialog.rows()[1].key, "c");
    EXPECT_TRUE(dialog.keepButton()->isEnabled());
    EXPECT_EQ(dialog.sets(), (std::vector<TagSet>{{"Hiring", {{'O', "opening"}, {'C', "closing"}}}}));
    EXPECT_EQ(dialog.shownSet(), "Hiring");
}

TEST(TagSetDialog, BeginsWithTheSetAskedForAndChangesItAlone) {
    TagSetDialog dialog({kFirst, kSecond}, "Second", {"STAR"});
    EXPECT_EQ(dialog.nameField()->text(), "Second");
    ASSERT_EQ(dialog.rows().size(), 2u);
    dialog.rows()[0].remove->click();
    EXPECT_EQ(dialog.sets()[0], kFirst);
    EXPECT_EQ(dialog.sets()[1].tags, (std::vector<Tag>{{'C', "close"}}));
    dialog.choice()->setCurrentIndex(0);
    EXPECT_EQ(dialog.nameField()->text(), "First");
    EXPECT_EQ(dialog.rows().size(), 1u);
}

TEST(TagSetDialog, RefusesANameThatIsTakenAndSaysWhichSetIsWrong) {
    TagSetDialog dialog({kFirst, kSecond}, "First", {"STAR"});
    write(dialog.nameField(), "STAR");
    EXPECT_EQ(dialog.fault(), "There is another set called “STAR”.");
    write(dialog.nameField(), "Second");
    EXPECT_FALSE(dialog.keepButton()->isEnabled());
    write(dialog.nameField(), "First");
    dialog.rows()[0].key->clear();
    QTest::keyClick(dialog.rows()[0].key, Qt::Key_Backspace);
    write(dialog.rows()[0].name, "aims");
    dialog.choice()->setCurrentIndex(1);
    EXPECT_TRUE(dialog.fault().startsWith("In “First”: "));
    dialog.choice()->setCurrentIndex(0);
    dialog.deleteButton()->click();
    EXPECT_EQ(dialog.fault(), "");
    EXPECT_EQ(dialog.sets(), std::vector<TagSet>{kSecond});
}

TEST(TagSetDialog, EverySetCanGo) {
    TagSetDialog dialog({kFirst}, "First", {});
    dialog.deleteButton()->click();
    EXPECT_TRUE(dialog.sets().empty());
    EXPECT_TRUE(dialog.keepButton()->isEnabled());
    EXPECT_EQ(dialog.shownSet(), "");
    dialog.newButton()->click();
    EXPECT_EQ(dialog.sets().size(), 1u);
}

} // namespace
} // namespace mockingbird::review
