// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/quarter_view.h"

#include "common/base/whole_file.h"
#include "common/ui/banner.h"
#include "review/compare_page/pair_quarter_view.h"
#include "review/compare_page/quarter_model.h"
#include "review/compare_page/session_links_panel.h"
#include "tests/review/compare_page/programme_catalog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class QuarterViewTest : public testing::Test {
protected:
    void TearDown() override { QSettings().clear(); }

    /// Maya's review by Ben is overdue; Nora had no session.
    void SetUp() override {
        m_owed = m_catalog.addRecordedSession(20);
        m_catalog.addMentee("Nora Berg", "Harbour");
        m_catalog->actAs(m_catalog.liaison.id);
        m_view = std::make_unique<QuarterView>(*m_catalog);
        m_view->resize(1040, 640);
        m_view->show();
        m_view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_view.get()));
        QObject::connect(m_view.get(), &QuarterView::openSession,
                         [this](catalog::SessionId id, std::optional<MediaTime>) { m_opened = id; });
        m_view->refresh();
        ASSERT_EQ(rows(), 2) << m_view->banner().text().toStdString();
    }
    [[nodiscard]] int rows() const { return m_view->table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return m_view->table()->model()->index(row, column).data().toString();
    }
    void click(int row, int column) {
        const QModelIndex index = m_view->table()->model()->index(row, column);
        QTest::mouseClick(m_view->table()->viewport(), Qt::LeftButton, {},
                          m_view->table()->visualRect(index).center());
    }

    test::ProgrammeCatalog m_catalog;
    catalog::Session m_owed;
    catalog::SessionId m_opened;
    std::unique_ptr<QuarterView> m_view;
};

TEST_F(QuarterViewTest, ListsThePairsWithWhatWaits) {
    EXPECT_EQ(cell(0, QuarterModel::Mentee), "Maya Lind");
    EXPECT_TRUE(cell(0, QuarterModel::Owed).startsWith("1, overdue: 1, since "));
    EXPECT_EQ(cell(1, QuarterModel::Mentee), "Nora Berg");
    EXPECT_EQ(cell(1, QuarterModel::Owed), "none");
    EXPECT_TRUE(m_view->summary().contains("reviews overdue: 1"));
    QAbstractItemModelTester tester(&m_view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_view->refresh();
}

TEST_F(QuarterViewTest, FiltersByBranchAndByWhatIsOverdue) {
    m_view->overdueOnly()->setChecked(true);
    EXPECT_EQ(rows(), 1);
    m_view->branchChoice()->setCurrentText("Harbour");
    EXPECT_EQ(rows(), 0);
    EXPECT_TRUE(m_view->emptyText().contains("No review is overdue"));
    m_view->overdueOnly()->setChecked(false);
    ASSERT_EQ(rows(), 1);
    EXPECT_EQ(cell(0, QuarterModel::Mentee), "Nora Berg");
}

TEST_F(QuarterViewTest, OneClickOnWhatIsOwedOpensItsSession) {
    click(0, QuarterModel::Owed);
    EXPECT_EQ(m_opened, m_owed.id);
    EXPECT_FALSE(m_view->showsPair());
}

TEST_F(QuarterViewTest, APairOpensByMouseAndKeyboardAndEscapeLeadsBack) {
    click(0, QuarterModel::Mentee);
    ASSERT_TRUE(m_view->showsPair());
    EXPECT_EQ(m_view->pairView().quarter()->mentee.name, "Maya Lind");
    QTest::keyClick(&m_view->pairView(), Qt::Key_Escape);
    ASSERT_FALSE(m_view->showsPair());
    m_view->table()->setCurrentIndex(m_view->table()->model()->index(1, QuarterModel::Mentee));
    QTest::keyClick(m_view->table(), Qt::Key_Return);
    ASSERT_TRUE(m_view->showsPair());
    EXPECT_EQ(m_view->pairView().quarter()->mentee.name, "Nora Berg");
}

TEST_F(QuarterViewTest, WhatThePairsPageSaysOfASessionLeadsToIt) {
    m_view->openPair(m_catalog.pair.id);
    SessionLinksPanel& owed = m_view->pairView().owed();
    ASSERT_EQ(owed.rows().size(), 1u);
    EXPECT_TRUE(owed.rows()[0].text.contains("Ben Ruiz"));
    EXPECT_TRUE(owed.rows()[0].text.contains("20 days"));
    owed.open(0);
    EXPECT_EQ(m_opened, m_owed.id);
}

TEST_F(QuarterViewTest, AnExportLeavesNamesOutUnlessTheyAreAskedFor) {
    m_view->openPair(m_catalog.pair.id);
    const test::TemporaryFolder folder;
    PairQuarterView& pair = m_view->pairView();
    const auto exported = [&](const char* name) {
        pair.setChooseFile([&](QWidget*, const QString& suggested) {
            EXPECT_EQ(suggested.contains("Maya"), pair.withNames()->isChecked());
            return QString::fromStdString(folder / name);
        });
        pair.exportButton()->click();
        return readWholeFile(folder / name).valueOr("");
    };
    EXPECT_EQ(exported("a.html").find("Maya"), std::string::npos);
    EXPECT_EQ(exported("a.csv").find("Maya"), std::string::npos);
    EXPECT_TRUE(exported("a.pdf").starts_with("%PDF-"));
    pair.withNames()->setChecked(true);
    EXPECT_NE(exported("b.html").find("Maya Lind"), std::string::npos);
    m_view->showList();
    m_view->openPair(m_catalog->people().pairs().value().back().id);
    EXPECT_FALSE(pair.withNames()->isChecked()) << "another pair's is asked for anew";
}

TEST_F(QuarterViewTest, ALiaisonOfNoPairFindsNone) {
    const auto other = m_catalog->people().add("Otis Bell", {catalog::Role::Liaison}).value();
    m_catalog->actAs(other.id);
    m_view->refresh();
    EXPECT_EQ(rows(), 0);
    EXPECT_TRUE(m_view->emptyText().contains("No pair ran"));
}

} // namespace
} // namespace mockingbird::review
