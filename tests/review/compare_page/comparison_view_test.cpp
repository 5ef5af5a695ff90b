// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_view.h"

#include "common/ui/banner.h"
#include "review/compare_page/comparison_model.h"
#include "review/compare_page/comparison_text.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class ComparisonViewTest : public testing::Test {
protected:
    void addTwoAttempts() {
        m_first = m_catalog.addRecordedSession(40);
        m_second = m_catalog.addRecordedSession(5);
        m_catalog.score(m_catalog.ann, m_first, {2, 2, 3});
        m_catalog.score(m_catalog.ben, m_first, {3, 2, 2});
        m_catalog.seal(m_catalog.ann, m_first);
        m_catalog.seal(m_catalog.ben, m_first);
        m_catalog.score(m_catalog.ann, m_second, {4, 3, 2}); // her own draft, which she sees
    }

    void makeView() {
        m_view = std::make_unique<ComparisonView>(*m_catalog);
        m_view->resize(1080, 720);
        m_view->QWidget::show();
        m_view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_view.get()));
        m_view->show(m_catalog.mentee.id, m_catalog.kit.id);
    }

    QString cell(int row, int column, int role = Qt::DisplayRole) {
        return m_view->table()->model()->index(row, column).data(role).toString();
    }

    test::ReviewedCatalog m_catalog;
    catalog::Session m_first, m_second;
    std::unique_ptr<ComparisonView> m_view;
};

TEST_F(ComparisonViewTest, SaysWhatToDoWhereNothingIsScored) {
    m_catalog.addRecordedSession(1);
    makeView();
    EXPECT_TRUE(m_view->emptyText().contains("No scores yet for Maya Lind"));
}

TEST_F(ComparisonViewTest, ShowsMeansChangesAndEachRatersScore) {
    addTwoAttempts();
    makeView();
    EXPECT_TRUE(m_view->emptyText().isEmpty());
    EXPECT_EQ(m_view->table()->model()->rowCount(), 4);    // three criteria and the total
    EXPECT_EQ(m_view->table()->model()->columnCount(), 3); // two attempts and the change
    EXPECT_EQ(cell(0, 0), "2.5");
    EXPECT_EQ(cell(0, 0, ComparisonModel::RatersRole), "Ann Okafor 2 · Ben Ruiz 3");
    EXPECT_EQ(cell(0, 1, ComparisonModel::RatersRole), "Ann Okafor 4 (draft)");
    EXPECT_EQ(cell(0, 1), "4");
    EXPECT_EQ(cell(0, 1, ComparisonModel::ChangeRole), "▲ +1.5");
    EXPECT_EQ(cell(2, 1, ComparisonModel::ChangeRole), "▼ −0.5");
    EXPECT_EQ(cell(2, 2), "▼ −0.5");
    EXPECT_EQ(cell(3, 0), "45 %"); // (2.5 + 2*2 + 2.5) of 20
    EXPECT_EQ(cell(3, 1), "60 %"); // (4 + 2*3 + 2) of 20
    EXPECT_EQ(cell(3, 2), "▲ +15 points");
}

TEST_F(ComparisonViewTest, EnterOnACellOpensTheAttempt) {
    addTwoAttempts();
    makeView();
    catalog::SessionId opened;
    QObject::connect(m_view.get(), &ComparisonView::openSession, [&](catalog::SessionId id) { opened = id; });
    m_view->table()->setCurrentIndex(m_view->table()->model()->index(1, 1));
    QTest::keyClick(m_view->table(), Qt::Key_Return);
    EXPECT_EQ(opened, m_second.id);
}

TEST_F(ComparisonViewTest, ExportsInTheFormatThatTheNameEndsWith) {
    addTwoAttempts();
    makeView();
    const test::TemporaryFolder folder;
    for (const char* name : {"a.html", "a.csv", "a.pdf"}) {
        m_view->setChooseFile(
            [&](QWidget*, const QString&) { return QString::fromStdString(folder / name); });
        m_view->exportButton()->click();
        ASSERT_TRUE(std::filesystem::exists(folder / name)) << m_view->banner().text().toStdString();
        EXPECT_GT(std::filesystem::file_size(folder / name), 100u);
    }
    m_view->setChooseFile(
        [&](QWidget*, const QString&) { return QString::fromStdString(folder / "none/a.html"); });
    m_view->exportButton()->click();
    EXPECT_EQ(m_view->banner().tone(), ui::Tone::Danger);
}

TEST_F(ComparisonViewTest, ItsTableIsAProperModel) {
    addTwoAttempts();
    auto comparison = compareAttempts(*m_catalog, m_catalog.mentee.id, m_catalog.kit.id);
    ASSERT_TRUE(comparison.ok());
    ComparisonModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setComparison(*comparison);
    EXPECT_EQ(model.sessionAt(model.index(0, 2)), std::nullopt);
}

TEST(ComparisonText, WritesChangesWithSignAndArrow) {
    EXPECT_EQ(changeText(1.5), "▲ +1.5");
    EXPECT_EQ(changeText(-1), "▼ −1");
    EXPECT_EQ(changeText(0), "= 0");
    EXPECT_EQ(levelText(10.0 / 3), "3.33");
    EXPECT_EQ(levelText(10), "10");
}

} // namespace
} // namespace mockingbird::review
