// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/notes_panel.h"

#include "review/notes/note_action_panel.h"
#include "review/notes/note_filter_panel.h"
#include "review/notes/reply_panel.h"
#include "tests/review/notes/written_notes.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class NotesPanelTest : public testing::Test {
protected:
    void SetUp() override {
        m_first.note.tags = {"task"};
        m_first.replies = {test::reply(m_first, "Maya", "Thank you")};
        m_panel.resize(340, 500);
        m_panel.show();
        m_panel.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
        m_panel.setRows({m_first, m_second});
        m_panel.list()->setFocus();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_panel.list(), key, modifiers);
    }
    /// The action of the menu whose text begins so; nullptr where there is none.
    static QAction* action(QMenu& menu, const QString& text) {
        for (QAction* each : menu.actions())
            if (each->text().startsWith(text))
                return each;
        return nullptr;
    }
    QMenu& menu() {
        emit m_panel.actions().menu()->aboutToShow();
        return *m_panel.actions().menu();
    }
    std::vector<NoteRow> many(int count) {
        std::vector<NoteRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(test::noteRow(i, "note " + std::to_string(i)));
        return rows;
    }

    NotesPanel m_panel;
    NoteRow m_first = test::noteRow(1, "first");
    NoteRow m_second = test::noteRow(2, "second");
};

TEST_F(NotesPanelTest, AltRWritesAReplyBelowTheSelectedNote) {
    QSignalSpy written(&m_panel, &NotesPanel::replyWritten);
    m_panel.select(m_second.note.id);
    press(Qt::Key_R, Qt::AltModifier);
    ASSERT_TRUE(m_panel.replyField().isOpen());
    QPlainTextEdit* field = m_panel.replyField().field();
    EXPECT_TRUE(field->hasFocus());
    EXPECT_EQ(field->accessibleName(), "Reply to 0:02.0");
    QTest::keyClicks(field, "one");
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field, "two");
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_EQ(written.count(), 1);
    EXPECT_EQ(written[0][0].value<catalog::NoteId>(), m_second.note.id);
    EXPECT_EQ(written[0][1].toString(), "one\ntwo");
    EXPECT_FALSE(m_panel.replyField().isOpen());
    EXPECT_TRUE(m_panel.list()->hasFocus());
}

TEST_F(NotesPanelTest, WhatWasTypedAsAReplyWaitsForItsNote) {
    QPlainTextEdit* field = m_panel.replyField().field();
    m_panel.select(m_first.note.id);
    press(Qt::Key_R, Qt::AltModifier);
    QTest::keyClicks(field, "half a");
    m_panel.select(m_second.note.id);
    m_panel.replyToSelected();
    EXPECT_EQ(field->toPlainText(), "");
    QTest::keyClick(field, Qt::Key_Escape);
    m_panel.select(m_first.note.id);
    m_panel.replyToSelected();
    EXPECT_EQ(field->toPlainText(), "half a");
    EXPECT_TRUE(m_panel.replyField().holdsText());
}

TEST_F(NotesPanelTest, NobodyRepliesWhoMayNot) {
    m_second.answerable = false;
    m_panel.setRows({m_first, m_second});
    m_panel.select(m_second.note.id);
    press(Qt::Key_R, Qt::AltModifier);
    EXPECT_FALSE(m_panel.replyField().isOpen());
    EXPECT_FALSE(m_panel.actions().replyButton()->isVisible());
}

TEST_F(NotesPanelTest, OnesOwnReplyIsRewrittenInItsPlaceAndRemoved) {
    QSignalSpy rewritten(&m_panel, &NotesPanel::replyRewritten);
    QSignalSpy removed(&m_panel, &NotesPanel::replyRemoved);
    QSignalSpy noteRemoved(&m_panel, &NotesPanel::removalRequested);
    const QModelIndex reply = m_panel.model().index(1);
    m_panel.list()->setCurrentIndex(reply);
    press(Qt::Key_Delete);
    EXPECT_EQ(removed.count(), 0); // Maya's
    m_panel.setActor(m_first.replies[0].author);
    press(Qt::Key_F2);
    auto* editor = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(editor);
    editor->setPlainText("Thanks");
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_EQ(rewritten.count(), 1);
    EXPECT_EQ(rewritten[0][1].toString(), "Thanks");
    m_panel.list()->setFocus();
    press(Qt::Key_Delete);
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed[0][0].value<catalog::ReplyId>(), m_first.replies[0].id);
    EXPECT_EQ(noteRemoved.count(), 0);
}

TEST_F(NotesPanelTest, TheMenteeMarksANoteAsUnderstood) {
    QSignalSpy toggled(&m_panel, &NotesPanel::understoodToggled);
    m_panel.select(m_second.note.id);
    press(Qt::Key_U, Qt::AltModifier);
    EXPECT_EQ(toggled.count(), 0); // not the mentee
    m_second.understandable = true;
    m_second.editable = false;
    m_panel.setRows({m_first, m_second});
    QTest::mouseClick(m_panel.actions().understoodButton(), Qt::LeftButton);
    ASSERT_EQ(toggled.count(), 1);
    EXPECT_TRUE(toggled[0][1].toBool());
    EXPECT_FALSE(m_panel.actions().understoodButton()->isChecked()); // not before the catalog has it
    m_second.note.understood = true;
    m_panel.setRows({m_first, m_second});
    EXPECT_TRUE(m_panel.actions().understoodButton()->isChecked());
    press(Qt::Key_U, Qt::AltModifier);
    ASSERT_EQ(toggled.count(), 2);
    EXPECT_FALSE(toggled[1][1].toBool());
}

TEST_F(NotesPanelTest, TheMenuChangesWhatANoteIsTiedTo) {
    const auto criterion = catalog::CriterionId::make();
    const auto question = catalog::QuestionId::make();
    m_panel.setCriteria({{criterion, "Structure & order"}});
    m_panel.setQuestions({{question, "1 Why us?"}});
    m_panel.setTags({"result"});
    m_panel.select(m_first.note.id);
    std::vector<catalog::Note> changed;
    QObject::connect(&m_panel, &NotesPanel::changed,
                     [&changed](const catalog::Note& note) { changed.push_back(note); });
    action(*action(menu(), "Criterion")->menu(), "Structure && order")->trigger();
    action(*action(menu(), "Question")->menu(), "1 Why")->trigger();
    action(*action(menu(), "Tags")->menu(), "result")->trigger();
    action(*action(menu(), "Tags")->menu(), "task")->trigger();
    press(Qt::Key_P, Qt::AltModifier);
    ASSERT_EQ(changed.size(), 5u);
    EXPECT_EQ(changed[0].criterion, criterion);
    EXPECT_EQ(changed[0].text, "first");
    EXPECT_EQ(changed[1].question, question);
    EXPECT_EQ(changed[2].tags, (std::vector<std::string>{"task", "result"}));
    EXPECT_TRUE(changed[3].tags.empty());
    EXPECT_EQ(changed[4].audience, catalog::NoteAudience::Private);
}

TEST_F(NotesPanelTest, OthersNotesCantBeChanged) {
    m_second.editable = false;
    m_panel.setRows({m_first, m_second});
    m_panel.select(m_second.note.id);
    QSignalSpy changed(&m_panel, &NotesPanel::changed);
    QSignalSpy removed(&m_panel, &NotesPanel::removalRequested);
    press(Qt::Key_P, Qt::AltModifier);
    press(Qt::Key_Delete);
    press(Qt::Key_F2);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(removed.count(), 0);
    EXPECT_TRUE(m_panel.list()->hasFocus());
    EXPECT_FALSE(action(menu(), "Delete"));
    EXPECT_TRUE(action(menu(), "Reply"));
}

TEST_F(NotesPanelTest, FewNotesNeedNoFilterUnlessAskedFor) {
    EXPECT_FALSE(m_panel.filter().isVisible());
    m_panel.find();
    EXPECT_TRUE(m_panel.filter().isVisible());
    EXPECT_TRUE(m_panel.filter().words()->hasFocus());
    QTest::keyClick(m_panel.filter().words(), Qt::Key_Escape);
    EXPECT_FALSE(m_panel.filter().isVisible());
    EXPECT_TRUE(m_panel.list()->hasFocus());
    m_panel.setRows(many(9));
    EXPECT_TRUE(m_panel.filter().isVisible());
}

TEST_F(NotesPanelTest, TheFilterSaysHowManyItShowsAndIsClearedAtOnce) {
    auto rows = many(40);
    rows[7].note.tags = {"pace"};
    m_panel.setRows(rows);
    QTest::keyClicks(m_panel.filter().words(), "note 1");
    EXPECT_EQ(m_panel.filter().count()->text(), "13 of 40");
    EXPECT_TRUE(m_panel.filter().clearButton()->isVisible());
    QTest::mouseClick(m_panel.filter().clearButton(), Qt::LeftButton);
    EXPECT_EQ(m_panel.model().rowCount(), 40);
    EXPECT_FALSE(m_panel.filter().clearButton()->isVisible());
    QTest::mouseClick(m_panel.filter().moreButton(), Qt::LeftButton);
    m_panel.filter().tags()->setCurrentIndex(1);
    EXPECT_EQ(m_panel.filter().count()->text(), "1 of 40");
    m_panel.setRows(rows); // shown anew: the filter stays
    EXPECT_EQ(m_panel.model().rowCount(), 1);
}

TEST_F(NotesPanelTest, ANoteToGoToIsNeverHiddenByTheFilter) {
    const auto rows = many(20);
    m_panel.setRows(rows);
    QTest::keyClicks(m_panel.filter().words(), "19");
    m_panel.select(rows[3].note.id);
    ASSERT_TRUE(m_panel.selected());
    EXPECT_EQ(m_panel.selected()->id, rows[3].note.id);
    EXPECT_TRUE(m_panel.filter().filter().empty());
}

TEST_F(NotesPanelTest, TheSelectedNoteStaysSelectedWhileOthersComeAndGo) {
    auto rows = many(200);
    m_panel.setRows(rows);
    m_panel.select(rows[150].note.id);
    m_panel.putRow(test::noteRow(3.5, "new"));
    ASSERT_TRUE(m_panel.selected());
    EXPECT_EQ(m_panel.selected()->id, rows[150].note.id);
    m_panel.removeRow(rows[0].note.id);
    EXPECT_EQ(m_panel.selected()->id, rows[150].note.id);
    std::ranges::reverse(rows);
    m_panel.setRows(rows);
    ASSERT_TRUE(m_panel.selected());
    EXPECT_EQ(m_panel.selected()->id, rows[49].note.id);
}

TEST_F(NotesPanelTest, AReplyThatArrivesLeavesTheEditorOpen) {
    m_panel.select(m_second.note.id);
    press(Qt::Key_F2);
    auto* editor = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(editor);
    QTest::keyClicks(editor, " and more");
    m_second.replies = {test::reply(m_second, "Maya", "hello")};
    m_panel.setRows({m_first, m_second});
    EXPECT_EQ(QApplication::focusWidget(), editor);
    EXPECT_EQ(editor->toPlainText(), "second and more");
}

} // namespace
} // namespace mockingbird::review
