// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_entry.h"

#include "review/notes/discard_panel.h"
#include "review/notes/note_chips_panel.h"
#include "tests/review/notes/written_notes.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using catalog::NoteAudience;

class NoteEntryTest : public testing::Test {
protected:
    void SetUp() override {
        m_now.recording = test::recording();
        m_now.time = MediaTime(10s);
        m_entry.resize(700, 160);
        m_entry.show();
        m_entry.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_entry));
        m_entry.field()->setFocus();
    }

    void type(const char* text) { QTest::keyClicks(m_entry.field(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_entry.field(), key, modifiers);
    }
    bool asks() const { return m_entry.discardQuestion()->isVisible(); }

    NoteEntry::Moment m_now;
    NoteEntry m_entry{[this] { return m_now; }};
    QSignalSpy m_kept{&m_entry, &NoteEntry::kept};
    QSignalSpy m_discarded{&m_entry, &NoteEntry::discarded};
    QSignalSpy m_left{&m_entry, &NoteEntry::left};
    QSignalSpy m_begun{&m_entry, &NoteEntry::begun};
};

TEST_F(NoteEntryTest, LiesAtTheMomentShownWhileItStands) {
    m_entry.setReactionTime(1500ms);
    type("a");
    EXPECT_EQ(m_entry.draft()->at, MediaTime(10s));
    EXPECT_EQ(m_begun.count(), 1);
}

TEST_F(NoteEntryTest, LiesTheReactionTimeBeforeWhileItPlays) {
    m_entry.setReactionTime(1500ms);
    m_now.playing = true;
    type("a");
    m_now.time = MediaTime(12s);
    type("b");
    EXPECT_EQ(m_entry.draft()->at, MediaTime(8500ms));
}

TEST_F(NoteEntryTest, TheReactionTimeIsThePersonsAndNotTheRecordings) {
    m_entry.setReactionTime(1500ms);
    m_now.playing = true;
    m_now.speed = 2;
    type("a");
    EXPECT_EQ(m_entry.draft()->at, MediaTime(7s));
}

TEST_F(NoteEntryTest, NeverLiesBeforeTheStartNorTheLoop) {
    m_entry.setReactionTime(1500ms);
    m_now.playing = true;
    m_now.time = MediaTime(1s);
    EXPECT_EQ(m_entry.noteMoment().time, MediaTime());
    m_now.time = MediaTime(10s);
    m_now.earliest = MediaTime(9s);
    EXPECT_EQ(m_entry.noteMoment().time, MediaTime(9s));
    m_now.earliest = MediaTime(11s); // it is on the way into the loop
    EXPECT_EQ(m_entry.noteMoment().time, MediaTime(10s));
}

TEST_F(NoteEntryTest, EscapeAsksWhereThereIsTextAndKeepsItUntilTold) {
    type("half a tho");
    press(Qt::Key_Escape);
    EXPECT_TRUE(asks());
    EXPECT_EQ(m_discarded.count(), 0);
    EXPECT_TRUE(m_entry.field()->hasFocus());
    press(Qt::Key_Escape);
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_entry.field()->toPlainText(), "half a tho");
    EXPECT_EQ(m_discarded.count(), 0);
    press(Qt::Key_Escape);
    press(Qt::Key_Return);
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_discarded.count(), 1);
    EXPECT_EQ(m_kept.count(), 0);
}

TEST_F(NoteEntryTest, TheQuestionIsAnsweredByItsLettersAndButtonsAndByWritingOn) {
    type("x");
    press(Qt::Key_Escape);
    press(Qt::Key_K);
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_entry.field()->toPlainText(), "x");
    press(Qt::Key_Escape);
    type("y");
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_entry.field()->toPlainText(), "xy");
    press(Qt::Key_Escape);
    QTest::mouseClick(m_entry.discardQuestion()->goOnButton(), Qt::LeftButton);
    EXPECT_FALSE(asks());
    press(Qt::Key_Escape);
    press(Qt::Key_D);
    EXPECT_EQ(m_discarded.count(), 1);
    press(Qt::Key_Escape);
    m_entry.startWith("d"); // the page hands a key over that went to a button
    EXPECT_EQ(m_discarded.count(), 2);
    EXPECT_EQ(m_entry.field()->toPlainText(), "xy");
}

TEST_F(NoteEntryTest, EscapeWithoutTextLeavesAtOnce) {
    press(Qt::Key_Escape);
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_left.count(), 1);
    type(" ");
    press(Qt::Key_Escape);
    EXPECT_FALSE(asks());
    EXPECT_EQ(m_discarded.count(), 1);
}

TEST_F(NoteEntryTest, EnterKeepsAndShiftEnterIsANewLine) {
    type("one");
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    press(Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(m_kept.count(), 1);
    EXPECT_EQ(m_entry.draft()->text, "one\ntwo");
}

TEST_F(NoteEntryTest, IsSharedUnlessSaidOfThisNote) {
    type("x");
    EXPECT_EQ(m_entry.draft()->audience, NoteAudience::Shared);
    press(Qt::Key_P, Qt::AltModifier);
    EXPECT_EQ(m_entry.draft()->audience, NoteAudience::Private);
    EXPECT_EQ(m_entry.field()->toPlainText(), "x");
    EXPECT_EQ(m_entry.audienceButton()->text(), "Only me");
    m_entry.clear();
    type("y");
    EXPECT_EQ(m_entry.draft()->audience, NoteAudience::Shared);
    QTest::mouseClick(m_entry.audienceButton(), Qt::LeftButton);
    EXPECT_EQ(m_entry.draft()->audience, NoteAudience::Private);
}

TEST_F(NoteEntryTest, TagsAreChipsThatCanBeTakenOff) {
    m_entry.addTag("situation");
    m_entry.addTag("situation");
    m_entry.addTag("pace");
    EXPECT_EQ(m_begun.count(), 1);
    ASSERT_TRUE(m_entry.draft());
    EXPECT_EQ(m_entry.draft()->tags, (QStringList{"situation", "pace"}));
    ASSERT_EQ(m_entry.chips()->removeButtons().size(), 2u);
    QTest::mouseClick(m_entry.chips()->removeButtons()[0], Qt::LeftButton);
    EXPECT_EQ(m_entry.draft()->tags, QStringList{"pace"});
    press(Qt::Key_Return);
    EXPECT_EQ(m_kept.count(), 1);
    QTest::mouseClick(m_entry.chips()->removeButtons()[0], Qt::LeftButton);
    EXPECT_FALSE(m_entry.draft());
    EXPECT_FALSE(m_entry.chips()->isVisible());
}

TEST_F(NoteEntryTest, ADrawingIsAChipAndMakesANote) {
    QSignalSpy requested(&m_entry, &NoteEntry::drawingRequested);
    press(Qt::Key_D, Qt::AltModifier);
    EXPECT_EQ(requested.count(), 1);
    m_entry.setDrawing(test::drawing());
    ASSERT_TRUE(m_entry.draft());
    EXPECT_EQ(m_entry.draft()->drawing, test::drawing());
    press(Qt::Key_Escape);
    EXPECT_TRUE(asks()); // a drawing is work, too
    press(Qt::Key_Escape);
    ASSERT_EQ(m_entry.chips()->removeButtons().size(), 1u);
    QTest::mouseClick(m_entry.chips()->removeButtons()[0], Qt::LeftButton);
    EXPECT_FALSE(m_entry.draft());
}

TEST_F(NoteEntryTest, TakesAQuestionOfItsOwnOnlyWhereOneIsChosen) {
    const auto id = catalog::QuestionId::make();
    m_entry.setQuestions({{id, "2 Tell us about a time"}});
    type("x");
    EXPECT_EQ(m_entry.draft()->question, std::nullopt);
    m_entry.questionChoice()->setCurrentIndex(1);
    EXPECT_EQ(m_entry.draft()->question, id);
    m_entry.setQuestions({{id, "2 Tell us about a time"}}); // shown anew: what was chosen stays
    EXPECT_EQ(m_entry.draft()->question, id);
}

TEST_F(NoteEntryTest, ComesBackWholeFromADraft) {
    const auto criterion = catalog::CriterionId::make();
    m_entry.setCriteria({{criterion, "Structure"}});
    NoteDraft draft;
    draft.recording = test::recording();
    draft.at = MediaTime(3s);
    draft.until = MediaTime(4s);
    draft.text = "words";
    draft.criterion = criterion;
    draft.audience = NoteAudience::Private;
    draft.tags = {"task"};
    draft.drawing = test::drawing();
    m_entry.restore(draft);
    const auto back = m_entry.draft();
    ASSERT_TRUE(back);
    EXPECT_EQ(back->at, draft.at);
    EXPECT_EQ(back->until, draft.until);
    EXPECT_EQ(back->text, draft.text);
    EXPECT_EQ(back->criterion, draft.criterion);
    EXPECT_EQ(back->audience, draft.audience);
    EXPECT_EQ(back->tags, draft.tags);
    EXPECT_EQ(back->drawing, draft.drawing);
    EXPECT_EQ(m_begun.count(), 0);
}

TEST_F(NoteEntryTest, NothingCanBeWrittenWhereThereIsARefusal) {
    m_entry.setRefusal("Your review is sealed.");
    type("x");
    m_entry.addTag("task");
    m_entry.setDrawing(test::drawing());
    m_entry.toggleAudience();
    EXPECT_FALSE(m_entry.draft());
    EXPECT_FALSE(m_entry.drawButton()->isEnabled());
}

TEST_F(NoteEntryTest, EveryControlHasANameAndTellsItsKey) {
    for (const QPushButton* button : {m_entry.audienceButton(), m_entry.drawButton()}) {
        EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty());
        EXPECT_TRUE(button->toolTip().contains("Alt+"));
    }
    type("x");
    EXPECT_EQ(m_entry.field()->accessibleName(), "Note at 0:10.0");
}

} // namespace
} // namespace mockingbird::review
