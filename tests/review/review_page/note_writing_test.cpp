// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/review_page/review_page_fixture.h"

namespace mockingbird::review {
namespace {

class NoteWritingTest : public ReviewPageFixture {};

TEST_F(NoteWritingTest, TypingStartsANoteAtTheMomentShownAndPauses) {
    open();
    playUntil(ms(400));
    const MediaTime shown = player().shownTime();
    type("G");
    EXPECT_FALSE(player().playing());
    EXPECT_TRUE(entry().field()->hasFocus());
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->at, shown);
    type("ood");
    EXPECT_EQ(entry().field()->toPlainText(), "Good");
    EXPECT_EQ(entry().draft()->at, shown);
    EXPECT_TRUE(entry().momentLabel().startsWith("Note at 0:0"));
}

TEST_F(NoteWritingTest, SpaceInANoteIsASpaceAndElsewherePlaysAndPauses) {
    open();
    type("a b");
    EXPECT_EQ(entry().field()->toPlainText(), "a b");
    EXPECT_FALSE(player().playing());
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    EXPECT_TRUE(waitFor([&] { return player().playing(); }));
    press(Qt::Key_Space);
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(notes().size(), 1u);
}

TEST_F(NoteWritingTest, EnterKeepsTheNoteAndPlaysOn) {
    open();
    playUntil(ms(400));
    const MediaTime shown = player().shownTime();
    type("Names the task");
    press(Qt::Key_Return);
    EXPECT_TRUE(player().playing());
    EXPECT_TRUE(entry().field()->toPlainText().isEmpty());
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "Names the task");
    EXPECT_EQ(notes()[0].at, shown);
    EXPECT_EQ(notes()[0].author, m_catalog.ann.id);
    EXPECT_EQ(desk().notes().model().rowCount(), 1);
}

TEST_F(NoteWritingTest, EnterStaysPausedWhereItWasPausedBefore) {
    open();
    type("x");
    press(Qt::Key_Return);
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(notes().size(), 1u);
}

TEST_F(NoteWritingTest, ShiftEnterIsANewLine) {
    open();
    type("one");
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "one\ntwo");
}

TEST_F(NoteWritingTest, EscapeDiscardsAndUndoBringsTheTextBackAtItsMoment) {
    open();
    jumpTo(ms(2000));
    type("half a tho");
    press(Qt::Key_Escape);
    EXPECT_TRUE(entry().discardQuestion()->isVisible());
    EXPECT_TRUE(entry().draft()) << "nothing goes before the answer";
    press(Qt::Key_D);
    EXPECT_TRUE(entry().field()->toPlainText().isEmpty());
    EXPECT_FALSE(entry().draft());
    EXPECT_TRUE(desk().banner().isVisible());
    jumpTo(ms(5000));
    QTest::mouseClick(desk().banner().actionButton(), Qt::LeftButton);
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->text, "half a tho");
    EXPECT_EQ(entry().draft()->at, ms(2000));
    EXPECT_FALSE(desk().banner().isVisible());
    EXPECT_TRUE(notes().empty());
}

TEST_F(NoteWritingTest, ANoteTakesTheRangeSetWithBrackets) {
    open();
    jumpTo(ms(2000));
    type("[");
    jumpTo(ms(3000));
    type("]");
    type("Range");
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].at, ms(2000));
    ASSERT_TRUE(notes()[0].until);
    EXPECT_EQ(*notes()[0].until, ms(3000));
}

TEST_F(NoteWritingTest, WhatIsBeingTypedSurvivesTheProgram) {
    open();
    jumpTo(ms(4000));
    type("unfinished");
    m_page->left();
    makePage();
    open();
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->text, "unfinished");
    EXPECT_EQ(entry().draft()->at, ms(4000));
    entry().field()->setFocus();
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].at, ms(4000));
    makePage();
    open();
    EXPECT_FALSE(entry().draft());
}

TEST_F(NoteWritingTest, ANoteBegunWhilePlayingLiesAReactionTimeBefore) {
    ReviewSettings{std::chrono::milliseconds(300), std::chrono::milliseconds(0)}.save();
    makePage();
    open();
    playUntil(ms(1000));
    const MediaTime shown = player().shownTime();
    type("G");
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->at, shown - ms(300));
}

TEST_F(NoteWritingTest, InTagModeAKeyPinsATagAndPlayingGoesOn) {
    open();
    press(Qt::Key_T, Qt::ControlModifier);
    playUntil(ms(400));
    type("s");
    EXPECT_TRUE(player().playing());
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_THAT(notes()[0].tags, testing::ElementsAre("situation"));
    EXPECT_TRUE(notes()[0].text.empty());
    press(Qt::Key_T, Qt::ControlModifier);
    type("so");
    EXPECT_EQ(entry().field()->toPlainText(), "so");
}

TEST_F(NoteWritingTest, WhatIsDrawnBelongsToTheNoteAndIsShownAtItsMoment) {
    open();
    jumpTo(ms(3000));
    type("Hands");
    press(Qt::Key_D, Qt::AltModifier);
    ASSERT_TRUE(desk().drawingBar().isVisible());
    EXPECT_TRUE(player().drawing());
    emit player().shapeDrawn({catalog::ShapeKind::Arrow, {{0.1, 0.1}, {0.5, 0.5}}}, 0);
    emit desk().drawingBar().finished();
    EXPECT_FALSE(player().drawing());
    entry().field()->setFocus();
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    ASSERT_EQ(notes()[0].drawing.shapes.size(), 1u);
    EXPECT_EQ(notes()[0].at, ms(3000));
}

TEST_F(NoteWritingTest, CommandsWorkWhileANoteIsTyped) {
    open();
    jumpTo(ms(3000));
    type("Pace");
    press(Qt::Key_K, Qt::AltModifier);
    EXPECT_TRUE(player().playing());
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_FALSE(player().playing());
    jumpTo(ms(6000));
    press(Qt::Key_O, Qt::AltModifier);
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "Pace");
    EXPECT_EQ(notes()[0].at, ms(3000));
    EXPECT_EQ(notes()[0].until, ms(6000));
}

} // namespace
} // namespace mockingbird::review
