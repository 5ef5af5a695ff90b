// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kits_panel.h"

#include "common/ui/banner.h"
#include "studio/kits/kit_editor_view.h"
#include "studio/kits/versions_panel.h"
#include "tests/studio/kits/kit_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace mockingbird::studio::test {

namespace {

class KitsPanelTest : public KitTest {
protected:
    KitsPanelTest() : m_panel(*m_catalog) {
        m_panel.resize(1040, 640);
        m_panel.show();
        m_panel.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_panel));
        m_panel.refresh();
    }
    QListView* list() { return control<QListView>(m_panel, "kits"); }
    [[nodiscard]] QString chosen() {
        return list()->currentIndex().data().toString().section(QLatin1Char('\n'), 0, 0);
    }
    void press(const char* button) { control<QPushButton>(m_panel, button)->click(); }
    const catalog::Kit& edited() { return m_panel.editor().model().kit(); }

    KitsPanel m_panel;
};

} // namespace

TEST_F(KitsPanelTest, ShowsTheFirstKitAndFindsOthersBySearching) {
    ASSERT_TRUE(m_catalog->kits().publish(smallKit("Branch kit")).ok());
    m_panel.refresh();
    EXPECT_EQ(list()->model()->rowCount(), 2);
    EXPECT_EQ(chosen(), QStringLiteral("Desk kit")) << "what was chosen stays";
    control<QLineEdit>(m_panel, "searchKits")->setText(QStringLiteral("branch"));
    EXPECT_EQ(list()->model()->rowCount(), 1);
    EXPECT_EQ(chosen(), QStringLiteral("Branch kit"));
    control<QLineEdit>(m_panel, "searchKits")->setText(QStringLiteral("nothing"));
    EXPECT_EQ(list()->model()->rowCount(), 0);
}

TEST_F(KitsPanelTest, ADuplicateIsADraftToAdapt) {
    press("duplicateKit");
    EXPECT_TRUE(m_panel.editor().isVisibleTo(&m_panel));
    EXPECT_EQ(edited().name, "Desk kit, adapted");
    EXPECT_EQ(edited().questions.size(), 2u);
    EXPECT_TRUE(m_panel.editor().model().draft().kit.isNull());
    QTest::keyClick(&m_panel.editor(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_FALSE(m_panel.editor().isVisibleTo(&m_panel));
    EXPECT_EQ(chosen(), QStringLiteral("Desk kit, adapted"));
    EXPECT_EQ(m_catalog->kits().all().value().size(), 2u);
}

TEST_F(KitsPanelTest, GoesOnWithTheDraftThatIsThere) {
    press("writeNextVersion");
    const auto draft = m_panel.editor().model().draft().id;
    QTest::keyClick(&m_panel.editor(), Qt::Key_Escape);
    EXPECT_EQ(list()->model()->rowCount(), 2) << "the draft stands beside the kit";
    m_panel.showKit(m_kit.id);
    press("writeNextVersion");
    EXPECT_EQ(m_panel.editor().model().draft().id, draft);
    EXPECT_EQ(m_catalog->kitDrafts().open().value().size(), 1u);
}

TEST_F(KitsPanelTest, ADiscardedDraftComesBackWithUndo) {
    press("newKit");
    const auto draft = m_panel.editor().model().draft().id;
    press("discardDraft");
    EXPECT_TRUE(m_catalog->kitDrafts().open().value().empty());
    m_panel.banner().actionButton()->click();
    EXPECT_EQ(m_panel.editor().model().draft().id, draft);
}

TEST_F(KitsPanelTest, ARetiredKitIsOutOfTheListUntilItIsBroughtBack) {
    press("retireKit");
    EXPECT_EQ(list()->model()->rowCount(), 0);
    EXPECT_TRUE(m_catalog->kits().isRetired(m_kit.id).value());
    control<QCheckBox>(m_panel, "showRetired")->click();
    EXPECT_EQ(list()->model()->rowCount(), 1);
    press("retireKit");
    EXPECT_FALSE(m_catalog->kits().isRetired(m_kit.id).value());
    press("retireKit");
    m_panel.banner().actionButton()->click();
    EXPECT_FALSE(m_catalog->kits().isRetired(m_kit.id).value());
}

TEST_F(KitsPanelTest, ComparesTwoVersions) {
    catalog::Kit next = m_kit;
    next.questions[0].text = "Why this library?";
    ASSERT_TRUE(m_catalog->kits().publish(next).ok());
    m_panel.refresh();
    auto* versions = m_panel.findChild<VersionsPanel*>();
    ASSERT_NE(versions, nullptr);
    EXPECT_TRUE(versions->differenceText().contains(QStringLiteral("[−us?]")));
    EXPECT_TRUE(
        control<QComboBox>(m_panel, "versionAfter")->currentText().contains(QStringLiteral("Rosa Field")));
    control<QComboBox>(m_panel, "versionBefore")->setCurrentIndex(0);
    EXPECT_EQ(versions->differenceText(), QStringLiteral("Nothing differs."));
}

TEST_F(KitsPanelTest, AMenteeReadsKitsAndWritesNone) {
    const auto mentee = m_catalog->people().add("Maya", {catalog::Role::Mentee});
    ASSERT_TRUE(mentee.ok());
    m_catalog->actAs(mentee->id);
    m_panel.refresh();
    EXPECT_EQ(chosen(), QStringLiteral("Desk kit"));
    for (const char* button : {"newKit", "writeNextVersion", "duplicateKit", "retireKit"})
        EXPECT_FALSE(control<QPushButton>(m_panel, button)->isVisibleTo(&m_panel)) << button;
    m_panel.writeNew();
    EXPECT_FALSE(m_panel.editor().isVisibleTo(&m_panel));
}

TEST_F(KitsPanelTest, WithoutAnyKitItSaysWhatOneIsAndBeginsOne) {
    ASSERT_TRUE(m_catalog->kits().retire(m_kit.id).ok());
    m_panel.refresh();
    m_panel.writeNew();
    EXPECT_TRUE(m_panel.editor().isVisibleTo(&m_panel));
}

} // namespace mockingbird::studio::test
