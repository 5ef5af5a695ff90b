// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_content.h"

#include "common/exchange/csv.h"
#include "review/plot/axis_labels.h"
#include "review/plot/plot_colors.h"
#include "review/plot/plot_ticks.h"
#include "tests/review/plot/made_plots.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

TEST(PlotText, SaysEveryValueAndWhatToKeepInMind) {
    const QString text = plotText(test::linePlot());
    EXPECT_EQ(text, "Structure. Two attempts. Values: levels. Mean: Attempt 1: 2.5; Attempt 2: 4. "
                    "Ann: Attempt 1: 3; Attempt 2: 4. By one rubric.");
    PlotContent empty;
    empty.title = "Pauses";
    EXPECT_EQ(plotText(empty), "Pauses. No values.");
}

TEST(PlotText, TellsOnePlaceWithItsDetail) {
    EXPECT_EQ(placeText(test::linePlot(), {0, 1}), "Attempt 2, Mean: 4. agreed");
    EXPECT_EQ(placeText(test::barPlot(), {0, 2}), "Branch C: fewer than five");
    EXPECT_EQ(placeText(test::barPlot(), {0, 3}), "");
    EXPECT_EQ(placeText(test::barPlot(), {1, 0}), "");
}

TEST(PlotCsv, HoldsTheTableBehindItForASpreadsheet) {
    PlotContent content = test::barPlot();
    content.categories[1] = "=HYPERLINK(\"http://x\")";
    const std::string csv = plotCsv(content);
    EXPECT_EQ(csv.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_NE(csv.find("Branch,Attempts\r\nBranch A,12\r\n"), std::string::npos);
    EXPECT_NE(csv.find("'=HYPERLINK"), std::string::npos);
    const auto read = exchange::readCsv(csv);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->rows[3].cells, (std::vector<std::string>{"Branch C", "fewer than five"}));
}

TEST(PlotTicks, AreRoundAndEncloseTheValues) {
    const auto values = [](double low, double high) {
        std::vector<double> ticks;
        for (const PlotTick& tick : roundTicks(low, high))
            ticks.push_back(tick.value);
        return ticks;
    };
    EXPECT_EQ(values(0, 12), (std::vector<double>{0, 5, 10, 15}));
    EXPECT_EQ(values(0, 2), (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(values(0, 100), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    EXPECT_EQ(values(3, 3), (std::vector<double>{3, 4}));
    EXPECT_EQ(ticksOf(test::barPlot()).front().value, 0);
    EXPECT_EQ(ticksOf(test::sharePlot()).back().label, "100 %");
    EXPECT_EQ(ticksOf(test::linePlot()).size(), 5u); // its own
}

TEST(AxisLabels, AreDifferentShortAndNoMarkup) {
    AxisLabels labels(12);
    EXPECT_EQ(labels.next("<b>A & B</b>"), "&lt;b&gt;A &amp; B&lt;/b&gt;");
    const QString first = labels.next("Kew Library");
    const QString second = labels.next("Kew Library");
    EXPECT_NE(first, second);
    EXPECT_EQ(labels.next("A very long name of a branch"), "A very long…");
}

TEST(PlotColors, StandOutFromTheSurfaceInBothSchemes) {
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark})
        for (std::size_t i = 0; i < 6; ++i)
            EXPECT_GE(ui::contrast(PlotColors::of(scheme).series(i), PlotColors::of(scheme).surface()), 3)
                << i;
}

TEST(PlotColors, GoFromPaleToDarkAndCarryReadableText) {
    for (const std::size_t steps : {2u, 5u, 10u})
        for (std::size_t i = 0; i < steps; ++i) {
            const QColor color = PlotColors::step(i, steps);
            EXPECT_GE(ui::contrast(PlotColors::textOn(color), color), 4.5);
            if (i > 0) {
                EXPECT_LT(color.lightness(), PlotColors::step(i - 1, steps).lightness());
            }
        }
}

} // namespace
} // namespace mockingbird::review
