// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/cohort_view.h"

#include "common/base/whole_file.h"
#include "common/ui/banner.h"
#include "review/compare_page/cohort_plots.h"
#include "review/plot/plot_view.h"
#include "tests/review/compare_page/programme_catalog.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class CohortViewTest : public testing::Test {
protected:
    void TearDown() override { QSettings().clear(); }

    void addMentees(int count) {
        for (int i = 0; i < count; ++i)
            m_catalog.addMentee("Mentee " + std::to_string(i), i < count - 1 ? "Central" : "Hillside");
    }
    void makeView() {
        m_catalog->actAs(m_catalog.coordinator.id);
        m_view = std::make_unique<CohortView>(*m_catalog);
        m_view->resize(1040, 640);
        m_view->QWidget::show();
        m_view->refresh();
    }
    void awaitYear() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !m_view->counting(); }, 20'000));
        ASSERT_TRUE(m_view->year()) << m_view->banner().text().toStdString();
    }

    test::ProgrammeCatalog m_catalog;
    std::unique_ptr<CohortView> m_view;
};

TEST_F(CohortViewTest, OfFewerThanFiveItSaysSoInWords) {
    addMentees(3); // with Maya they are four
    makeView();
    awaitYear();
    EXPECT_TRUE(m_view->emptyText().startsWith("Fewer than five mentees"))
        << m_view->emptyText().toStdString();
    EXPECT_TRUE(m_view->plots().empty());
}

TEST_F(CohortViewTest, CountsInAThreadAndShowsPlotsOfGroupsOfFive) {
    addMentees(9);
    makeView();
    EXPECT_TRUE(m_view->counting()) << "the page is there before it is counted";
    awaitYear();
    EXPECT_TRUE(m_view->emptyText().isEmpty());
    EXPECT_TRUE(m_view->facts().contains("Mentees: 10"));
    ASSERT_FALSE(m_view->plots().empty());
    const PlotContent& attempts = m_view->plots()[0]->content();
    EXPECT_EQ(attempts.series[0].values[0].text, "10") << "nobody had an attempt";
}

TEST_F(CohortViewTest, ASmallGroupIsWordsWhereItsBarWouldBe) {
    CohortYear year;
    year.mentees = 12;
    year.attempts.counts.assign(attemptRanges().size(), 6);
    year.attempts.counts.front() = std::nullopt;
    const auto plots = cohortPlots(year);
    ASSERT_EQ(plots.size(), 1u);
    EXPECT_FALSE(plots[0].series[0].values[0].value);
    EXPECT_EQ(plots[0].series[0].values[0].text, "not shown");
    EXPECT_TRUE(plots[0].note.contains("fewer than five people"));
}

TEST_F(CohortViewTest, CountingIsStoppedAndTakenUpAgain) {
    addMentees(9);
    makeView();
    m_view->cancelButton()->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_view->counting(); }, 20'000));
    if (!m_view->year()) { // it may have been faster than the click
        EXPECT_TRUE(m_view->banner().text().contains("stopped"));
        m_view->banner().actionButton()->click();
        awaitYear();
    }
    EXPECT_TRUE(m_view->facts().contains("Mentees: 10"));
}

TEST_F(CohortViewTest, ItsReportsTotalsAreThePages) {
    addMentees(9);
    makeView();
    awaitYear();
    const test::TemporaryFolder folder;
    for (const char* name : {"y.html", "y.csv", "y.pdf"}) {
        m_view->setChooseFile(
            [&](QWidget*, const QString&) { return QString::fromStdString(folder / name); });
        m_view->exportButton()->click();
    }
    EXPECT_NE(readWholeFile(folder / "y.html").valueOr("").find("<dt>Mentees</dt><dd>10</dd>"),
              std::string::npos);
    const std::string csv = readWholeFile(folder / "y.csv").valueOr("");
    EXPECT_NE(csv.find("mentees,,,,,10,"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("Mentee 1"), std::string::npos) << "it names nobody";
    EXPECT_TRUE(readWholeFile(folder / "y.pdf").valueOr("").starts_with("%PDF-"));
}

} // namespace
} // namespace mockingbird::review
