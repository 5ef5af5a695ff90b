// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/compare_page.h"

#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "review/compare_page/cohort_view.h"
#include "review/compare_page/outcomes_panel.h"
#include "review/compare_page/progress_panel.h"
#include "review/compare_page/quarter_view.h"
#include "review/progress_view/progress_view.h"
#include "tests/review/compare_page/programme_catalog.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using Tabs = std::vector<CompareTab>;

class ComparePageTest : public testing::Test {
protected:
    void TearDown() override { QSettings().clear(); }

    void makePage() {
        m_page = std::make_unique<ComparePage>(*m_catalog);
        m_page->resize(1080, 720);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
    }
    Tabs tabsOf(const catalog::Person& person) {
        m_catalog->actAs(person.id);
        m_page->refresh();
        return m_page->tabs();
    }
    void addAttempt(int daysAgo, const std::vector<int>& levels) {
        const auto session = m_catalog.addSession(daysAgo);
        m_catalog->actAs(m_catalog.ben.id);
        m_catalog.score(m_catalog.ben, session, levels);
        m_catalog.seal(m_catalog.ben, session);
    }

    test::ProgrammeCatalog m_catalog;
    std::unique_ptr<ComparePage> m_page;
};

TEST_F(ComparePageTest, WhoLooksFindsTheTabsThatAreForThem) {
    makePage();
    const Tabs two{CompareTab::Progress, CompareTab::SideBySide};
    const Tabs all{CompareTab::Progress, CompareTab::SideBySide, CompareTab::Quarter, CompareTab::Cohort};
    EXPECT_EQ(tabsOf(m_catalog.mentee), two);
    EXPECT_EQ(tabsOf(m_catalog.ann), two);
    EXPECT_EQ(tabsOf(m_catalog.liaison), all);
    EXPECT_EQ(tabsOf(m_catalog.coordinator), all);
}

TEST_F(ComparePageTest, SaysWhatToDoWhereThereIsNothingToCompare) {
    makePage();
    EXPECT_TRUE(m_page->emptyText().contains("Nothing to compare yet"));
    addAttempt(3, {2, 3, 4});
    m_page->refresh();
    EXPECT_TRUE(m_page->emptyText().isEmpty());
}

TEST_F(ComparePageTest, RemembersWhomAndWhichTabItShowed) {
    addAttempt(40, {2, 3, 4});
    const auto other = m_catalog.addMentee("Zoe Hart");
    m_catalog->actAs(m_catalog.coordinator.id);
    ASSERT_TRUE(m_catalog->sessions().add(other.id, m_catalog.kit.id, catalog::SessionMode::Solo).ok());
    makePage();
    EXPECT_EQ(m_page->menteeChoice()->count(), 2);
    m_page->menteeChoice()->setCurrentIndex(m_page->menteeChoice()->findText("Zoe Hart"));
    m_page->showTab(CompareTab::Quarter);
    makePage();
    EXPECT_EQ(m_page->currentTab(), CompareTab::Quarter);
    m_page->showTab(CompareTab::Progress);
    EXPECT_EQ(m_page->menteeChoice()->currentText(), "Zoe Hart");
}

TEST_F(ComparePageTest, AMenteeSeesTheirOwnAttemptsAlone) {
    addAttempt(4, {2, 3, 4});
    const auto other = m_catalog.addMentee("Zoe Hart");
    m_catalog->actAs(other.id);
    makePage();
    EXPECT_EQ(m_page->menteeChoice()->count(), 0);
    m_catalog->actAs(m_catalog.mentee.id);
    m_page->refresh();
    EXPECT_EQ(m_page->menteeChoice()->count(), 1);
    EXPECT_EQ(m_page->progress().progress().progress().attempts.size(), 1u);
}

TEST_F(ComparePageTest, EachTabIsMadeWhenItIsFirstShown) {
    m_catalog->actAs(m_catalog.liaison.id);
    makePage();
    EXPECT_EQ(m_page->quarter(), nullptr);
    EXPECT_EQ(m_page->cohort(), nullptr);
    EXPECT_EQ(m_page->sideBySide(), nullptr);
    m_page->showTab(CompareTab::Quarter);
    EXPECT_NE(m_page->quarter(), nullptr);
    m_page->showTab(CompareTab::Cohort);
    EXPECT_NE(m_page->cohort(), nullptr);
}

TEST_F(ComparePageTest, AnOutcomeIsEnteredChangedRemovedAndBroughtBack) {
    addAttempt(4, {2, 3, 4});
    m_catalog->actAs(m_catalog.mentee.id);
    makePage();
    m_page->progress().showPart(ProgressPanel::Part::Outcomes);
    OutcomesPanel& panel = m_page->progress().outcomes();
    panel.kindChoice()->setCurrentText("Interviewed");
    panel.day()->setDate(QDate(2026, 3, 2));
    QTest::keyClicks(panel.text(), "Clerk, Central");
    QTest::keyClick(panel.text(), Qt::Key_Return);
    ASSERT_EQ(panel.outcomes().size(), 1u) << panel.banner().text().toStdString();
    EXPECT_EQ(panel.outcomes()[0].on, "2026-03-02");
    EXPECT_EQ(panel.list()->item(0)->text(), "2 March 2026, Interviewed: Clerk, Central");

    panel.list()->setCurrentRow(0);
    panel.kindChoice()->setCurrentText("Promoted");
    panel.saveButton()->click();
    EXPECT_EQ(panel.outcomes()[0].kind, catalog::OutcomeKind::Promoted);

    panel.list()->setCurrentRow(0);
    panel.removeButton()->click();
    EXPECT_TRUE(panel.outcomes().empty());
    panel.banner().actionButton()->click();
    EXPECT_EQ(panel.outcomes().size(), 1u);
}

TEST_F(ComparePageTest, FitsASmallWindowInBothThemesAndWithLargeText) {
    addAttempt(40, {2, 3, 4});
    addAttempt(4, {3, 3, 4});
    m_catalog->actAs(m_catalog.coordinator.id);
    for (const double scale : {1.0, 2.0}) {
        ui::applyTheme(*qApp, scale > 1 ? ui::Scheme::Dark : ui::Scheme::Light, scale);
        makePage();
        for (const CompareTab tab : m_page->tabs()) {
            if (tab == CompareTab::SideBySide)
                continue; // its own test's business
            m_page->showTab(tab);
            const QWidget* shown = m_page->findChild<QStackedWidget*>()->currentWidget();
            EXPECT_LE(shown->minimumSizeHint().width(), 1036) << static_cast<int>(tab) << " at " << scale;
            EXPECT_LE(shown->minimumSizeHint().height(), 640) << static_cast<int>(tab) << " at " << scale;
        }
    }
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
}

} // namespace
} // namespace mockingbird::review
