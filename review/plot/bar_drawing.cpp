// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"
#include "review/plot/axis_labels.h"
#include "review/plot/plot_drawing.h"
#include "review/plot/plot_ticks.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kLongestName = 30;
constexpr double kBarWidth = 0.72;

/// A category that lacks one of its values has none that are to be seen: what is missing could be told from
/// the others' share.
bool isWhole(const PlotContent& content, std::size_t category) {
    return std::ranges::all_of(content.series, [&](const PlotSeries& series) {
        return category < series.values.size() &&
               (series.values[category].value || series.values[category].text.isEmpty());
    });
}

double sumOf(const PlotContent& content, std::size_t category) {
    double sum = 0;
    for (const PlotSeries& series : content.series)
        if (category < series.values.size())
            sum += series.values[category].value.value_or(0);
    return sum;
}

class BarDrawing {
public:
    BarDrawing(QChart& chart, const PlotContent& content, const PlotColors& colors)
        : m_chart(chart), m_content(content), m_colors(colors), m_ticks(ticksOf(content)) {}

    PlotDrawing draw() {
        if (m_content.kind == PlotKind::Shares)
            drawShares();
        else
            drawPlainBars();
        addAxes();
        showLegend();
        return std::move(m_drawing);
    }

private:
    /// Categories are read from the top, and charts count from the bottom.
    [[nodiscard]] double rowOf(std::size_t category) const {
        return static_cast<double>(m_content.categories.size() - 1 - category);
    }
    [[nodiscard]] double end() const { return m_ticks.back().value; }

    void drawPlainBars() {
        auto* bars = new QHorizontalBarSeries;
        bars->setBarWidth(kBarWidth);
        const std::size_t count = m_content.series.size();
        const double thickness = kBarWidth / static_cast<double>(std::max<std::size_t>(count, 1));
        for (std::size_t i = count; i-- > 0;) { // the lowest first
            auto* set = addSet(*bars, i, m_colors.series(m_content.colorIndex + i));
            for (std::size_t row = m_content.categories.size(); row-- > 0;) {
                const PlotValue* value = valueAt(m_content, {i, row});
                set->append(value == nullptr ? 0 : value->value.value_or(0));
                if (value == nullptr || (!value->value && value->text.isEmpty()))
                    continue;
                const double y = rowOf(row) + kBarWidth / 2 - thickness * (static_cast<double>(i) + 0.5);
                const QPointF tip(value->value.value_or(0), y);
                m_drawing.spots.push_back({{i, row}, tip, QRectF(0, y - thickness / 2, end(), thickness)});
                m_drawing.texts.push_back({tip, PlotText::Side::Right, cellText(*value),
                                           value->value ? m_colors.text() : m_colors.muted(), false, 0, 1});
            }
        }
        m_chart.addSeries(bars);
        m_series = bars;
    }

    void drawShares() {
        auto* bars = new QHorizontalStackedBarSeries;
        bars->setBarWidth(kBarWidth);
        const std::size_t steps = m_content.series.size();
        std::vector<double> reached(m_content.categories.size(), 0);
        for (std::size_t i = 0; i < steps; ++i) {
            const QColor color = PlotColors::step(i, steps);
            auto* set = addSet(*bars, i, color);
            for (std::size_t row = m_content.categories.size(); row-- > 0;)
                set->append(addShare(i, row, reached[row], color));
        }
        m_chart.addSeries(bars);
        m_series = bars;
    }

    /// The share in percent; what it is of a category that isn't whole is written once.
    double addShare(std::size_t series, std::size_t category, double& reached, const QColor& color) {
        const PlotValue* value = valueAt(m_content, {series, category});
        const double row = rowOf(category);
        if (!isWhole(m_content, category)) {
            if (value != nullptr && !value->value && reached == 0) {
                reached = -1; // said
                const QPointF at(0, row);
                m_drawing.spots.push_back(
                    {{series, category}, at, QRectF(0, row - kBarWidth / 2, end(), kBarWidth)});
                m_drawing.texts.push_back(
                    {at, PlotText::Side::Right, value->text, m_colors.muted(), false, 0, 2});
            }
            return 0;
        }
        const double sum = sumOf(m_content, category);
        if (value == nullptr || !value->value || sum <= 0)
            return 0;
        const double share = 100 * *value->value / sum;
        if (share <= 0)
            return 0;
        const QPointF middle(reached + share / 2, row);
        m_drawing.spots.push_back(
            {{series, category}, middle, QRectF(reached, row - kBarWidth / 2, share, kBarWidth)});
        m_drawing.texts.push_back(
            {middle, PlotText::Side::Within, cellText(*value), PlotColors::textOn(color), false, share, 1});
        reached += share;
        return share;
    }

    QBarSet* addSet(QAbstractBarSeries& bars, std::size_t series, const QColor& color) {
        auto* set = new QBarSet(m_content.series[series].name.toHtmlEscaped());
        set->setColor(color);
        set->setPen(QPen(m_content.kind == PlotKind::Shares ? m_colors.axis() : m_colors.surface(), 1));
        bars.append(set); // owns it
        return set;
    }

    void addAxes() {
        auto* y = new QBarCategoryAxis;
        AxisLabels names(kLongestName);
        QStringList rows;
        for (const QString& category : m_content.categories)
            rows.prepend(names.next(category));
        y->append(rows);
        y->setLabelsFont(ui::font(ui::TextStyle::Small));
        y->setLabelsBrush(m_colors.text());
        y->setGridLineVisible(false);
        y->setLinePen(QPen(m_colors.axis(), 1));
        y->setTruncateLabels(false);

        auto* x = new QCategoryAxis;
        x->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        x->setStartValue(m_ticks.front().value);
        AxisLabels labels(kLongestName);
        for (const PlotTick& tick : m_ticks)
            x->append(labels.next(tick.label), tick.value);
        // Room for the text behind the longest bar.
        const double room = m_content.kind == PlotKind::Bars ? (end() - m_ticks.front().value) * 0.14 : 0;
        x->setRange(m_ticks.front().value, end() + room);
        x->setLabelsFont(ui::font(ui::TextStyle::Small));
        x->setLabelsBrush(m_colors.muted());
        x->setGridLinePen(QPen(m_colors.grid(), 1));
        x->setLinePen(QPen(m_colors.axis(), 1));
        x->setTruncateLabels(false);
        m_chart.addAxis(y, Qt::AlignLeft);
        m_chart.addAxis(x, Qt::AlignBottom);
        m_series->attachAxis(y);
        m_series->attachAxis(x);
    }

    /// Bars of one series are named by the title.
    void showLegend() {
        QLegend& legend = *m_chart.legend();
        legend.setVisible(m_content.series.size() > 1);
        legend.setAlignment(Qt::AlignTop);
        legend.setReverseMarkers(m_content.kind == PlotKind::Bars); // they were added from the lowest up
        legend.setFont(ui::font(ui::TextStyle::Small));
        legend.setLabelColor(m_colors.text());
    }

    QChart& m_chart;
    const PlotContent& m_content;
    const PlotColors& m_colors;
    std::vector<PlotTick> m_ticks;
    QAbstractBarSeries* m_series = nullptr;
    PlotDrawing m_drawing;
};

} // namespace

PlotDrawing drawBars(QChart& chart, const PlotContent& content, const PlotColors& colors) {
    return BarDrawing(chart, content, colors).draw();
}

} // namespace mockingbird::review
