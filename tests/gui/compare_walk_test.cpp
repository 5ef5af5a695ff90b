// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/people_store.h"
#include "review/compare_page/cohort_view.h"
#include "review/compare_page/compare_page.h"
#include "review/compare_page/pair_quarter_view.h"
#include "review/compare_page/quarter_model.h"
#include "review/compare_page/quarter_view.h"
#include "review/playback/players_in_step.h"
#include "review/plot/plot_view.h"
#include "review/side_by_side/attempt_choice.h"
#include "review/side_by_side/side_by_side_view.h"
#include "tests/gui/window_test.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <algorithm>

namespace mockingbird::test {

using review::CompareTab;
using review::QuarterModel;
using studio::PageKind;

/// The liaison's quarter on the sample, from the list of pairs to the cohort's year.
class CompareWalk : public WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open();
        ASSERT_TRUE(m_app->openSample().ok());
        m_app->setActor(catalog().people().find("Grace Lin").value().id);
        m_window->showPage(PageKind::Compare);
    }
    review::ComparePage& page() {
        return *dynamic_cast<review::ComparePage*>(m_window->page(PageKind::Compare));
    }
    void click(QTableView* table, int row, int column) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, column)).center());
    }
    static int rowOf(QTableView* table, const QString& name) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, QuarterModel::Mentee).data().toString() == name)
                return row;
        ADD_FAILURE() << name.toStdString() << " is not in the list";
        return 0;
    }
};

TEST_F(CompareWalk, TheLiaisonsQuarterFromTheListToTheCohort) {
    // By keyboard to the quarter.
    page().entered();
    QTest::keyClick(page().tabBar(), Qt::Key_Right);
    QTest::keyClick(page().tabBar(), Qt::Key_Right);
    ASSERT_EQ(page().currentTab(), CompareTab::Quarter);
    review::QuarterView& quarter = *page().quarter();
    QTableView* list = quarter.table();
    EXPECT_EQ(list->model()->rowCount(), 16);

    // Filtered by cohort, and what is overdue: one click from it to its session.
    quarter.cohortChoice()->setCurrentText("Sample cohort");
    quarter.overdueOnly()->setChecked(true);
    ASSERT_EQ(list->model()->rowCount(), 1);
    EXPECT_EQ(list->model()->index(0, QuarterModel::Mentee).data().toString(), "Hana Sato");
    click(list, 0, QuarterModel::Owed);
    EXPECT_EQ(m_window->currentPage(), PageKind::Review);

    // Back, where the filter is as it was; the mentee's page, exported without their name.
    m_window->showPage(PageKind::Compare);
    EXPECT_EQ(list->model()->rowCount(), 1);
    quarter.overdueOnly()->setChecked(false);
    click(list, rowOf(list, "Maya Okafor"), QuarterModel::Mentee);
    ASSERT_TRUE(quarter.showsPair());
    review::PairQuarterView& pair = quarter.pairView();
    EXPECT_EQ(pair.quarter()->mentee.name, "Maya Okafor");
    pair.setChooseFile([this](QWidget*, const QString&) {
        return QString::fromStdString((m_folder / "quarter.html").string());
    });
    pair.exportButton()->click();
    const std::string report = readWholeFile(m_folder / "quarter.html").valueOr("");
    EXPECT_NE(report.find("What to talk about"), std::string::npos);
    EXPECT_EQ(report.find("Maya"), std::string::npos);

    // Their first and third attempt at one question, side by side.
    pair.sideBySideButton()->click();
    ASSERT_EQ(page().currentTab(), CompareTab::SideBySide);
    review::SideBySideView& beside = *page().sideBySide();
    EXPECT_TRUE(beside.questionChoice()->currentText().contains("someone who was upset"));
    EXPECT_EQ(beside.columns().size(), 2u);
    const auto chosen = beside.attemptChoice()->chosen();
    ASSERT_EQ(chosen.size(), 2u);
    EXPECT_EQ(chosen[0].attempt, 1);
    EXPECT_EQ(chosen[1].attempt, 3);
    EXPECT_TRUE(beside.differences().contains("Structure 2.5 → 4.5 (▲ +2, more than raters differ)"))
        << beside.differences().toStdString();
    ASSERT_TRUE(waitFor([&] { return beside.players() != nullptr && !beside.players()->seeking(); }));
    QTest::keyClick(&beside, Qt::Key_Space);
    EXPECT_TRUE(waitFor([&] { return beside.players()->position() > MediaTime::fromSeconds(0.5); }));
    beside.pause();

    // The cohort's year: the branch of four is words, and so is what would give it away.
    page().showTab(CompareTab::Cohort);
    review::CohortView& cohort = *page().cohort();
    ASSERT_TRUE(waitFor([&] { return !cohort.counting(); }));
    ASSERT_TRUE(cohort.year());
    const auto& parts = cohort.year()->participation;
    const auto branches =
        std::ranges::find(parts, review::Grouping::Branch, &review::Participation::grouping);
    ASSERT_NE(branches, parts.end());
    for (std::size_t row = 0; row < branches->groups.size(); ++row) {
        EXPECT_NE(branches->mentees.rowTotals[row], 4);
        EXPECT_NE(branches->mentees.rowTotals[row], 1);
    }
    bool inWords = false;
    for (const review::PlotView* plot : cohort.plots())
        inWords = inWords || review::plotText(plot->content()).contains("not shown");
    EXPECT_TRUE(inWords);
    cohort.setChooseFile([this](QWidget*, const QString&) {
        return QString::fromStdString((m_folder / "year.csv").string());
    });
    cohort.exportButton()->click();
    EXPECT_NE(readWholeFile(m_folder / "year.csv").valueOr("").find("mentees,,,,,16,"), std::string::npos);
}

TEST_F(CompareWalk, AMenteeFindsTheirProgressAndNoOneElses) {
    m_app->setActor(catalog().people().find("Maya Okafor").value().id);
    m_window->showPage(PageKind::Compare);
    EXPECT_EQ(page().tabs(), (std::vector{CompareTab::Progress, CompareTab::SideBySide}));
    EXPECT_EQ(page().menteeChoice()->count(), 1);
}

} // namespace mockingbird::test
