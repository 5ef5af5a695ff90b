// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_editor_view.h"

#include "common/ui/banner.h"
#include "studio/kits/growing_edit.h"
#include "studio/kits/parts_view.h"
#include "tests/studio/kits/kit_fixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

namespace mockingbird::studio::test {

namespace {

class KitEditor : public KitTest {
protected:
    KitEditor() : m_editor(*m_catalog) {
        m_editor.resize(1000, 640);
        m_editor.show();
        m_editor.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_editor));
    }
    void open(catalog::KitDraftId draft) {
        m_draft = draft;
        ASSERT_TRUE(m_editor.open(draft).ok());
    }
    void openNext() { open(m_catalog->kitDrafts().beginNext(m_kit.id).value().id); }
    const catalog::Kit& kit() { return m_editor.model().kit(); }
    PartsView* questions() { return control<PartsView>(m_editor, "questionList"); }
    PartsView* criteria() { return control<PartsView>(m_editor, "criterionList"); }

    KitEditorView m_editor;
    catalog::KitDraftId m_draft;
};

} // namespace

TEST_F(KitEditor, ShowsWhatTheDraftHolds) {
    openNext();
    EXPECT_EQ(control<QLineEdit>(m_editor, "kitName")->text(), QStringLiteral("Desk kit"));
    EXPECT_EQ(control<QLineEdit>(m_editor, "kitClassification")->text(), QStringLiteral("Grade 5"));
    EXPECT_EQ(questions()->count(), 2);
    EXPECT_EQ(control<GrowingEdit>(m_editor, "questionText")->toPlainText(), QStringLiteral("Why us?"));
    EXPECT_EQ(control<GrowingEdit>(m_editor, "probes")->toPlainText(), QStringLiteral("And why now?"));
    EXPECT_EQ(criteria()->item(1)->text(), QStringLiteral("2. Calm · 75 %"));
    EXPECT_EQ(control<QLabel>(m_editor, "weightShare")->text(), QStringLiteral("= 25 %"));
    EXPECT_EQ(control<GrowingEdit>(m_editor, "anchor3")->toPlainText(), QStringLiteral("All of it"));
    EXPECT_TRUE(control<QWidget>(m_editor, "anchor4")->isHidden() ||
                control<QWidget>(m_editor, "anchor4")->parentWidget()->parentWidget()->isHidden());
}

TEST_F(KitEditor, QuestionsMoveWithAltAndTheirFieldsGoAlong) {
    openNext();
    m_editor.turnTo(1);
    questions()->setCurrentRow(0);
    QTest::keyClick(control<GrowingEdit>(m_editor, "strongAnswer"), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(kit().questions[1].text, "Why us?");
    EXPECT_EQ(questions()->currentRow(), 1);
    QTest::keyClick(questions(), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(kit().questions[1].text, "Why us?") << "it is the last already";
    QTest::keyClick(questions(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(kit().questions[0].text, "Why us?");
}

TEST_F(KitEditor, ADroppedQuestionTakesItsNewPlace) {
    openNext();
    emit questions()->moveRequested(questions()->item(1)->data(Qt::UserRole).toString(), 0);
    EXPECT_EQ(kit().questions[0].text, "A hard day?");
    m_editor.model().undo();
    EXPECT_EQ(kit().questions[0].text, "Why us?");
}

TEST_F(KitEditor, CopiesAndRemovesPartsAndUndoBringsThemBack) {
    openNext();
    m_editor.turnTo(2);
    criteria()->setCurrentRow(1);
    QTest::keyClick(criteria(), Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(kit().rubric.criteria.size(), 3u);
    EXPECT_NE(kit().rubric.criteria[2].id, kit().rubric.criteria[1].id);
    EXPECT_EQ(criteria()->currentRow(), 2);
    QTest::keyClick(criteria(), Qt::Key_Delete);
    EXPECT_EQ(kit().rubric.criteria.size(), 2u);
    QTest::keyClick(criteria(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(kit().rubric.criteria.size(), 3u);
    QTest::keyClick(criteria(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(kit().rubric.criteria.size(), 2u);
    QTest::keyClick(criteria(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(kit().rubric.criteria.size(), 3u);
}

TEST_F(KitEditor, UndoInAFieldTakesBackTheEditorsStep) {
    openNext();
    auto* name = control<QLineEdit>(m_editor, "kitName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Other"));
    EXPECT_EQ(kit().name, "Other");
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(kit().name, "Desk kit");
    EXPECT_EQ(name->text(), QStringLiteral("Desk kit"));
}

TEST_F(KitEditor, APresetFillsTheProfileAndCanBeTakenBack) {
    openNext();
    auto* preset = control<QComboBox>(m_editor, "preset");
    preset->setCurrentIndex(3); // the oral board
    emit preset->activated(3);
    EXPECT_EQ(kit().profile.timesUp, catalog::TimesUp::Bell);
    EXPECT_EQ(control<QSpinBox>(m_editor, "reading")->value(), 60);
    EXPECT_TRUE(control<QCheckBox>(m_editor, "hasPassLine")->isChecked());
    EXPECT_TRUE(control<QPushButton>(m_editor, "scaleAll")->isVisibleTo(&m_editor))
        << "the criteria have three levels";
    control<QPushButton>(m_editor, "scaleAll")->click();
    EXPECT_EQ(kit().rubric.criteria[0].levels.size(), 5u);
    EXPECT_EQ(kit().rubric.criteria[0].levels[2].anchor, "All of it") << "what was written stays";
    m_editor.model().undo();
    m_editor.model().undo();
    EXPECT_EQ(kit().profile.timesUp, catalog::TimesUp::Silent);
    EXPECT_EQ(preset->currentIndex(), 0);
}

TEST_F(KitEditor, PublishingLeadsToWhatIsMissingAndSaysItThere) {
    open(m_catalog->kitDrafts().begin({}).value().id);
    QSignalSpy published(&m_editor, &KitEditorView::published);
    control<QPushButton>(m_editor, "publish")->click();
    EXPECT_EQ(published.size(), 0);
    EXPECT_EQ(m_editor.banner().text(), QStringLiteral("Not yet. The kit needs a name. And 2 things more."));
    EXPECT_EQ(QApplication::focusWidget(), control<QLineEdit>(m_editor, "kitName"));
    QTest::keyClicks(control<QLineEdit>(m_editor, "kitName"), QStringLiteral("Mine"));
    control<QPushButton>(m_editor, "publish")->click();
    EXPECT_EQ(m_editor.tabs().currentIndex(), 1);
    EXPECT_EQ(control<QLineEdit>(m_editor, "addQuestions")->accessibleDescription(),
              QStringLiteral("There is no question yet. Type one and press Enter."));
}

TEST_F(KitEditor, ANextVersionIsPublishedAndSaysWhatItChanges) {
    openNext();
    auto* text = control<GrowingEdit>(m_editor, "questionText");
    text->setPlainText(QStringLiteral("Why this library?"));
    m_editor.turnTo(3);
    EXPECT_TRUE(control<QTextBrowser>(m_editor, "draftChanges")
                    ->toPlainText()
                    .contains(QStringLiteral("[+this library?]")));
    QSignalSpy published(&m_editor, &KitEditorView::published);
    QTest::keyClick(&m_editor, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(published.size(), 1);
    EXPECT_EQ(published[0][1].toInt(), 2);
    EXPECT_EQ(m_catalog->kits().byId(m_kit.id).value().questions[0].text, "Why this library?");
}

TEST_F(KitEditor, TellsThatANewerVersionCameMeanwhile) {
    const auto draft = m_catalog->kitDrafts().beginNext(m_kit.id).value().id;
    catalog::Kit other = m_kit;
    other.position = "Page";
    ASSERT_TRUE(m_catalog->kits().publish(other).ok());
    open(draft);
    EXPECT_TRUE(m_editor.banner().text().startsWith(QStringLiteral("Version 2 was published after")));
}

TEST_F(KitEditor, LeavingKeepsWhatWasTyped) {
    openNext();
    QTest::keyClicks(control<QLineEdit>(m_editor, "kitPosition"), QStringLiteral(" II"));
    QSignalSpy closed(&m_editor, &KitEditorView::closed);
    QTest::keyClick(&m_editor, Qt::Key_Escape);
    EXPECT_EQ(closed.size(), 1);
    EXPECT_EQ(m_catalog->kitDrafts().byId(m_draft).value().content.position, "Library Clerk II");
}

TEST_F(KitEditor, ADiscardedDraftIsTold) {
    openNext();
    QSignalSpy discarded(&m_editor, &KitEditorView::discarded);
    control<QPushButton>(m_editor, "discardDraft")->click();
    EXPECT_EQ(discarded.size(), 1);
    EXPECT_TRUE(m_catalog->kitDrafts().open().value().empty());
}

} // namespace mockingbird::studio::test
