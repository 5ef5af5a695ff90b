// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_view.h"

#include "common/base/whole_file.h"
#include "common/ui/theme.h"
#include "review/plot/plot_chart.h"
#include "review/plot/plot_export.h"
#include "tests/review/plot/made_plots.h"
#include "tests/support/temporary_folder.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class PlotViewTest : public testing::Test {
protected:
    void show(PlotContent content) {
        m_view.setContent(std::move(content));
        m_view.resize(520, 320);
        m_view.QWidget::show();
        m_view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
        m_view.chart()->setFocus();
        QCoreApplication::processEvents();
    }

    void press(Qt::Key key) { QTest::keyClick(m_view.chart(), key); }
    QPoint pointOf(PlotPlace place) {
        return m_view.chart()->mapFromScene(*m_view.chart()->drawn().at(place));
    }

    PlotView m_view;
};

TEST_F(PlotViewTest, ArrowsGoFromValueToValueAlongALine) {
    show(test::linePlot());
    EXPECT_EQ(m_view.current(), (PlotPlace{0, 1})); // the newest
    press(Qt::Key_Left);
    EXPECT_EQ(m_view.currentText(), "Attempt 1, Mean: 2.5");
    press(Qt::Key_Left); // there is no other
    EXPECT_EQ(m_view.current(), (PlotPlace{0, 0}));
    press(Qt::Key_Down);
    EXPECT_EQ(m_view.currentText(), "Attempt 1, Ann: 3");
    press(Qt::Key_End);
    EXPECT_EQ(m_view.current(), (PlotPlace{0, 1}));
}

TEST_F(PlotViewTest, ArrowsGoDownTheBarsAndAcrossTheShares) {
    show(test::barPlot());
    EXPECT_EQ(m_view.current(), (PlotPlace{0, 0}));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    EXPECT_EQ(m_view.currentText(), "Branch C: fewer than five");
    show(test::sharePlot());
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    EXPECT_EQ(m_view.currentText(), "Structure, 2 Sound: 10");
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    EXPECT_EQ(m_view.currentText(), "Service, 1 Not yet: fewer than five");
}

TEST_F(PlotViewTest, HoveringFindsWhatIsThere) {
    show(test::barPlot());
    for (std::size_t row = 0; row < 3; ++row) {
        QTest::mouseMove(m_view.chart()->viewport(), pointOf({0, row}) + QPoint(3, 0));
        EXPECT_EQ(m_view.chart()->hovered(), (PlotPlace{0, row}));
    }
    show(test::linePlot());
    QTest::mouseMove(m_view.chart()->viewport(), pointOf({0, 0}));
    EXPECT_EQ(m_view.chart()->hovered(), (PlotPlace{0, 0}));
}

TEST_F(PlotViewTest, BarsAreDrawnInTheOrderTheyAreRead) {
    PlotContent content = test::barPlot();
    content.series.push_back(
        {"People", {test::value(3), test::value(2), test::value(1)}, SeriesLook::Line, {}});
    show(content);
    const auto at = [&](PlotPlace place) { return *m_view.chart()->drawn().at(place); };
    EXPECT_LT(at({0, 0}).y(), at({1, 0}).y());
    EXPECT_LT(at({1, 0}).y(), at({0, 1}).y());
    // The pixel within the first series' uppermost bar has its colour.
    const QImage image = m_view.chart()->grab().toImage();
    const QPoint within = pointOf({0, 0}) - QPoint(12, 0);
    EXPECT_EQ(image.pixelColor(within * image.devicePixelRatio()).rgb(),
              PlotColors::ofScreen().series(0).rgb());
    const QPoint second = pointOf({1, 0}) - QPoint(12, 0);
    EXPECT_EQ(image.pixelColor(second * image.devicePixelRatio()).rgb(),
              PlotColors::ofScreen().series(1).rgb());
}

TEST_F(PlotViewTest, NothingIsDrawnOfADistributionThatLacksAPart) {
    PlotContent content = test::sharePlot();
    content.series[0].values[1] = test::value(5); // the others' share would tell it
    show(content);
    std::size_t ofService = 0;
    for (const PlotSpot& spot : m_view.chart()->drawn().spots())
        if (spot.place.category == 1) {
            ++ofService;
            EXPECT_EQ(spot.at.x(), 0);
        }
    EXPECT_EQ(ofService, 1u);
}

TEST_F(PlotViewTest, EnterAndAClickAskForWhatAValueStandsFor) {
    show(test::linePlot());
    QSignalSpy asked(&m_view, &PlotView::activated);
    press(Qt::Key_Return);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].value<PlotPlace>(), (PlotPlace{0, 1}));
    QTest::mouseClick(m_view.chart()->viewport(), Qt::LeftButton, {}, pointOf({0, 0}));
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked[1][0].value<PlotPlace>(), (PlotPlace{0, 0}));
}

TEST_F(PlotViewTest, TurnsToTheTableBehindItAndBackAtTheSameValue) {
    show(test::linePlot());
    press(Qt::Key_Left);
    press(Qt::Key_T);
    ASSERT_TRUE(m_view.tableShown());
    const QAbstractItemModelTester tester(m_view.table()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_TRUE(m_view.table()->hasFocus());
    EXPECT_EQ(m_view.table()->currentIndex().data().toString(), "2.5");
    EXPECT_EQ(m_view.table()->model()->headerData(2, Qt::Horizontal).toString(), "Ann");
    EXPECT_EQ(m_view.table()->model()->index(1, 0).data().toString(), "Attempt 2");
    QTest::keyClick(m_view.table(), Qt::Key_T);
    EXPECT_FALSE(m_view.tableShown());
    EXPECT_TRUE(m_view.chart()->hasFocus());
}

TEST_F(PlotViewTest, IsToldToScreenReadersInWords) {
    show(test::linePlot());
    QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(m_view.chart());
    ASSERT_NE(plot, nullptr);
    EXPECT_EQ(plot->role(), QAccessible::Chart);
    EXPECT_EQ(plot->text(QAccessible::Name), "Plot of Structure");
    EXPECT_EQ(plot->text(QAccessible::Value), "Attempt 2, Mean: 4. agreed");
    EXPECT_TRUE(plot->text(QAccessible::Description).contains(plotText(test::linePlot())));
}

TEST_F(PlotViewTest, FollowsTheTheme) {
    show(test::linePlot());
    const auto ground = [&] { return m_view.chart()->grab().toImage().pixelColor(6, 6); };
    EXPECT_EQ(ground(), ui::colorsOf(ui::Scheme::Light).surface);
    ui::applyTheme(*qApp, ui::Scheme::Dark, 1.0);
    QCoreApplication::processEvents();
    EXPECT_EQ(ground(), ui::colorsOf(ui::Scheme::Dark).surface);
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
}

TEST_F(PlotViewTest, TextsThatWouldCoverMarksAreLeftToHoveringButTheNewestStays) {
    PlotContent content = test::linePlot();
    content.categories.clear();
    content.series[0].values.clear();
    content.series[1].values.clear();
    content.series[1].letters.clear();
    for (int i = 0; i < 12; ++i) {
        content.categories.push_back(QStringLiteral("Attempt %1").arg(i + 1));
        content.series[0].values.push_back(test::value(2.5));
        content.series[1].values.push_back(test::value(3));
    }
    show(content);
    EXPECT_EQ(m_view.chart()->drawn().hiddenTexts(), 11u);
    content.series.pop_back();
    show(content);
    EXPECT_EQ(m_view.chart()->drawn().hiddenTexts(), 0u);
}

TEST_F(PlotViewTest, ExportsTheSamePictureInBothThemes) {
    const test::TemporaryFolder folder;
    const QByteArray light = plotPng(test::sharePlot());
    ui::applyTheme(*qApp, ui::Scheme::Dark, 1.0);
    const QByteArray dark = plotPng(test::sharePlot());
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
    const QImage picture = QImage::fromData(light);
    ASSERT_FALSE(picture.isNull());
    EXPECT_EQ(picture, QImage::fromData(dark));
    EXPECT_EQ(picture.size(), exportSize(test::sharePlot()) * 2);
    EXPECT_EQ(picture.text("Description"), plotText(test::sharePlot()));
    EXPECT_EQ(picture.pixelColor(2, picture.height() - 2), QColor(Qt::white));
}

TEST_F(PlotViewTest, ExportsADrawingThatIsWellFormedWhateverItIsCalled) {
    PlotContent content = test::linePlot();
    content.title = "Service <& \"courtesy\">";
    QXmlStreamReader svg(plotSvg(content));
    QString title;
    while (!svg.atEnd())
        if (svg.readNextStartElement() && svg.name() == QStringLiteral("title"))
            title = svg.readElementText();
        else if (!title.isEmpty())
            svg.readNext();
    EXPECT_FALSE(svg.hasError()) << svg.errorString().toStdString();
    EXPECT_EQ(title, content.title);
}

TEST_F(PlotViewTest, SavesAsTheMenuSaysAndTellsWhatBecameOfIt) {
    const test::TemporaryFolder folder;
    show(test::barPlot());
    QString suggested;
    m_view.setChooseFile([&](QWidget*, const QString& name) {
        suggested = name;
        return QString::fromStdString((folder / "plot").string());
    });
    m_view.menuButton()->menu()->actions().back()->trigger();
    EXPECT_EQ(suggested, "Attempts by branch.csv");
    const auto written = readWholeFile(folder / "plot.csv");
    ASSERT_TRUE(written.ok());
    EXPECT_EQ(*written, plotCsv(test::barPlot()));
    EXPECT_EQ(m_view.exportTo(QString::fromStdString((folder / "plot.gif").string())).error().code,
              ErrorCode::Unsupported);
    EXPECT_FALSE(m_view.exportTo("/nowhere/plot.png").ok());
}

} // namespace
} // namespace mockingbird::review
