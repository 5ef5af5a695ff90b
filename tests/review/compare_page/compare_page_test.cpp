// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/compare_page.h"

#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "review/compare_page/comparison_model.h"
#include "review/compare_page/comparison_text.h"
#include "review/plot/plot_view.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class ComparePageTest : public testing::Test {
protected:
    void TearDown() override { QSettings().clear(); }

    void addTwoAttempts() {
        m_first = m_catalog.addRecordedSession(40);
        m_second = m_catalog.addRecordedSession(5);
        m_catalog.score(m_catalog.ann, m_first, {2, 2, 3});
        m_catalog.score(m_catalog.ben, m_first, {3, 2, 2});
        m_catalog.seal(m_catalog.ann, m_first);
        m_catalog.seal(m_catalog.ben, m_first);
        m_catalog.score(m_catalog.ann, m_second, {4, 3, 2}); // her own draft, which she sees
    }

    void makePage() {
        m_page = std::make_unique<ComparePage>(*m_catalog);
        m_page->resize(1080, 720);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
    }

    QString cell(int row, int column, int role = Qt::DisplayRole) {
        return m_page->table()->model()->index(row, column).data(role).toString();
    }

    test::ReviewedCatalog m_catalog;
    catalog::Session m_first, m_second;
    std::unique_ptr<ComparePage> m_page;
};

TEST_F(ComparePageTest, SaysWhatToDoWhereThereIsNothingToCompare) {
    makePage();
    EXPECT_TRUE(m_page->emptyText().contains("Nothing to compare yet"));
    m_catalog.addRecordedSession(1);
    m_page->refresh();
    EXPECT_TRUE(m_page->emptyText().contains("No scores yet for Maya Lind"));
}

TEST_F(ComparePageTest, ShowsMeansChangesAndEachRatersScore) {
    addTwoAttempts();
    makePage();
    EXPECT_TRUE(m_page->emptyText().isEmpty());
    EXPECT_EQ(m_page->table()->model()->rowCount(), 4);    // three criteria and the total
    EXPECT_EQ(m_page->table()->model()->columnCount(), 3); // two attempts and the change
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

TEST_F(ComparePageTest, EveryPlotHasItsAxisInTheRubricsLevelsAndItsWords) {
    addTwoAttempts();
    makePage();
    ASSERT_EQ(m_page->plots().size(), 4u);
    const PlotContent& structure = m_page->plots()[0]->content();
    EXPECT_EQ(structure.title, "Structure");
    ASSERT_EQ(structure.ticks.size(), 5u);
    EXPECT_EQ(structure.ticks[4].label, "5 Outstanding");
    EXPECT_TRUE(plotText(structure).contains("attempt 1: mean 2.5 of 2 raters"));
    EXPECT_TRUE(plotText(structure).contains("up 1.5"));
}

TEST_F(ComparePageTest, EnterOnACellOpensTheAttempt) {
    addTwoAttempts();
    makePage();
    catalog::SessionId opened;
    QObject::connect(m_page.get(), &ComparePage::openSession, [&](catalog::SessionId id) { opened = id; });
    m_page->table()->setCurrentIndex(m_page->table()->model()->index(1, 1));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    EXPECT_EQ(opened, m_second.id);
}

TEST_F(ComparePageTest, ExportsInTheFormatThatTheNameEndsWith) {
    addTwoAttempts();
    makePage();
    const test::TemporaryFolder folder;
    for (const char* name : {"a.html", "a.csv", "a.pdf"}) {
        m_page->setChooseFile(
            [&](QWidget*, const QString&) { return QString::fromStdString(folder / name); });
        m_page->exportButton()->click();
        ASSERT_TRUE(std::filesystem::exists(folder / name)) << m_page->banner().text().toStdString();
        EXPECT_GT(std::filesystem::file_size(folder / name), 100u);
    }
    m_page->setChooseFile(
        [&](QWidget*, const QString&) { return QString::fromStdString(folder / "none/a.html"); });
    m_page->exportButton()->click();
    EXPECT_EQ(m_page->banner().tone(), ui::Tone::Danger);
}

TEST_F(ComparePageTest, RemembersWhoseComparisonWasShown) {
    addTwoAttempts();
    const auto other = *m_catalog->people().add("Zoe Hart", {catalog::Role::Mentee});
    const auto session = *m_catalog->sessions().add(other.id, m_catalog.kit.id, catalog::SessionMode::Solo);
    m_catalog.score(m_catalog.ann, session, {1, 1, 1});
    makePage();
    EXPECT_EQ(m_page->menteeChoice()->count(), 2);
    m_page->menteeChoice()->setCurrentIndex(m_page->menteeChoice()->findText("Zoe Hart"));
    makePage();
    EXPECT_EQ(m_page->menteeChoice()->currentText(), "Zoe Hart");
}

TEST_F(ComparePageTest, AMenteeSeesTheirOwnAttemptsAlone) {
    addTwoAttempts();
    const auto other = *m_catalog->people().add("Zoe Hart", {catalog::Role::Mentee});
    m_catalog->actAs(other.id);
    makePage();
    EXPECT_EQ(m_page->menteeChoice()->count(), 0);
    m_catalog->actAs(m_catalog.mentee.id);
    m_page->refresh();
    EXPECT_EQ(m_page->menteeChoice()->count(), 1);
}

TEST_F(ComparePageTest, ItsTableIsAProperModel) {
    addTwoAttempts();
    auto comparison = compareAttempts(*m_catalog, m_catalog.mentee.id, m_catalog.kit.id);
    ASSERT_TRUE(comparison.ok());
    ComparisonModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setComparison(*comparison);
    EXPECT_EQ(model.sessionAt(model.index(0, 2)), std::nullopt);
}

TEST_F(ComparePageTest, FitsTheWindowInBothThemes) {
    addTwoAttempts();
    const auto third = m_catalog.addRecordedSession(1);
    m_catalog.score(m_catalog.ann, third, {4, 4, 3});
    m_catalog.score(m_catalog.ben, third, {5, 3, 3});
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        ui::applyTheme(*qApp, scheme, 1.0);
        makePage();
        EXPECT_LE(m_page->minimumSizeHint().width(), 1080);
        EXPECT_LE(m_page->minimumSizeHint().height(), 720);
        for (const QSize size : {QSize(1080, 720), QSize(1720, 1080)}) {
            m_page->resize(size);
            QCoreApplication::processEvents();
            QCoreApplication::processEvents(); // the layouts inside the scrolled content follow one pass
                                               // later
            const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
            if (!folder.isEmpty()) {
                EXPECT_TRUE(
                    m_page->grab().save(QStringLiteral("%1/compare_%2_%3.png")
                                            .arg(folder, scheme == ui::Scheme::Dark ? "dark" : "light")
                                            .arg(size.height())));
            }
        }
    }
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
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
