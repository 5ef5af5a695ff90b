// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"
#include "review/notes/mark.h"
#include "review/plot/axis_labels.h"
#include "review/plot/plot_drawing.h"
#include "review/plot/plot_ticks.h"

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kMostCategoryLabels = 8;
constexpr int kLettersOfLabels = 44; // of all labels below a plot; more would run into each other
constexpr int kLongestLabel = 22;

QScatterSeries::MarkerShape markerShape(std::size_t index) {
    switch (markShape(index)) {
    case MarkShape::Circle:
        return QScatterSeries::MarkerShapeCircle;
    case MarkShape::Square:
        return QScatterSeries::MarkerShapeRectangle;
    case MarkShape::Diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case MarkShape::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case MarkShape::Cross:
        return QScatterSeries::MarkerShapeStar;
    }
    return QScatterSeries::MarkerShapeCircle;
}

class LineDrawing {
public:
    LineDrawing(QChart& chart, const PlotContent& content, const PlotColors& colors)
        : m_chart(chart), m_content(content), m_colors(colors) {}

    PlotDrawing draw() {
        addAxes();
        // Marks first: what is said of all lies above what each one gave.
        for (std::size_t i = 0; i < m_content.series.size(); ++i)
            if (m_content.series[i].look == SeriesLook::Marks)
                drawMarks(i);
        for (std::size_t i = 0; i < m_content.series.size(); ++i)
            if (m_content.series[i].look == SeriesLook::Line)
                drawLine(i);
        return std::move(m_drawing);
    }

private:
    void dress(QCategoryAxis& axis) const {
        axis.setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis.setLabelsFont(ui::font(ui::TextStyle::Small));
        axis.setLabelsBrush(m_colors.muted());
        axis.setGridLinePen(QPen(m_colors.grid(), 1));
        axis.setLinePen(QPen(m_colors.axis(), 1));
        axis.setTruncateLabels(false);
    }

    void addAxes() {
        const auto count = static_cast<int>(m_content.categories.size());
        auto* x = new QCategoryAxis; // the chart owns both
        x->setStartValue(0.5);
        const auto& names = m_content.shortCategories.size() == m_content.categories.size()
                                ? m_content.shortCategories
                                : m_content.categories;
        qsizetype longest = 1;
        for (const QString& name : names)
            longest = std::max(longest, name.size());
        const int most = std::clamp(kLettersOfLabels / static_cast<int>(longest), 2, kMostCategoryLabels);
        const int each = (count + most - 1) / most;
        AxisLabels categories(kLongestLabel);
        for (int i = 0; i < count; ++i)
            if ((count - 1 - i) % each == 0) // the last one has its label
                x->append(categories.next(names[static_cast<std::size_t>(i)]), i + 1.0);
        x->setRange(0.5, count + 0.5);
        dress(*x);
        x->setGridLineVisible(false);
        if (&names == &m_content.shortCategories && !m_content.categoryTitle.isEmpty()) {
            x->setTitleText(m_content.categoryTitle.toHtmlEscaped());
            x->setTitleFont(ui::font(ui::TextStyle::Small));
            x->setTitleBrush(m_colors.muted());
        }

        const std::vector<PlotTick> ticks = ticksOf(m_content);
        auto* y = new QCategoryAxis;
        const double low = ticks.front().value;
        const double high = ticks.back().value;
        const double room = std::max(high - low, 1e-9) * 0.12; // for a text above the highest value
        y->setStartValue(low - room);
        AxisLabels labels(kLongestLabel);
        for (const PlotTick& tick : ticks)
            y->append(labels.next(tick.label), tick.value);
        y->setRange(low - room, high + room);
        dress(*y);
        m_chart.addAxis(x, Qt::AlignBottom);
        m_chart.addAxis(y, Qt::AlignLeft);
    }

    void attach(QAbstractSeries* series) {
        m_chart.addSeries(series); // owns it from here
        for (QAbstractAxis* axis : m_chart.axes())
            series->attachAxis(axis);
    }

    [[nodiscard]] std::size_t lines() const {
        return static_cast<std::size_t>(
            std::ranges::count(m_content.series, SeriesLook::Line, &PlotSeries::look));
    }
    /// A series' place among those of its look.
    [[nodiscard]] std::size_t rankOf(std::size_t index) const {
        const SeriesLook look = m_content.series[index].look;
        std::size_t rank = 0;
        for (std::size_t i = 0; i < index; ++i)
            rank += m_content.series[i].look == look ? 1 : 0;
        return rank;
    }

    void drawLine(std::size_t index) {
        const PlotSeries& series = m_content.series[index];
        const std::size_t rank = rankOf(index);
        const QColor color = m_colors.series(m_content.colorIndex + rank);
        QLineSeries* line = nullptr;
        QList<QPointF> places;
        for (std::size_t i = 0; i < series.values.size() && i < m_content.categories.size(); ++i) {
            const PlotValue& value = series.values[i];
            if (!value.value || !value.joined)
                line = nullptr;
            if (!value.value)
                continue;
            const QPointF at(static_cast<double>(i + 1), *value.value);
            if (line == nullptr) {
                line = new QLineSeries;
                line->setPen(QPen(color, 2.5, rank % 2 == 0 ? Qt::SolidLine : Qt::DashLine));
                attach(line);
            }
            line->append(at);
            places.append(at);
            addSpot(index, i, at);
            m_drawing.texts.push_back({at, rank % 2 == 0 ? PlotText::Side::Above : PlotText::Side::Below,
                                       cellText(value), m_colors.text(), true, 0, rankOfText(i)});
        }
        addMarks(places, rank, ui::px(11), color);
        if (lines() > 1 && !places.isEmpty())
            m_drawing.texts.push_back(
                {places.back(), PlotText::Side::Right, series.name, color, true, 0, kNameRank});
    }

    /// To both sides of the line in turn, where neither it nor its texts are in the way; behind it where
    /// there is no room beside it.
    void drawMarks(std::size_t index) {
        const PlotSeries& series = m_content.series[index];
        const std::size_t rank = rankOf(index);
        const bool dense = isDense(m_content);
        const double aside = dense ? 0 : 0.2 + 0.1 * static_cast<double>(rank / 2);
        QList<QPointF> places;
        for (std::size_t i = 0; i < series.values.size() && i < m_content.categories.size(); ++i) {
            if (!series.values[i].value)
                continue;
            const auto x = static_cast<double>(i + 1);
            const QPointF at(rank % 2 == 0 ? x - aside : x + aside, *series.values[i].value);
            places.append(at);
            addSpot(index, i, at);
        }
        addMarks(places, rank + 1, ui::px(dense ? 8 : 9), m_colors.muted());
        if (!places.isEmpty() && !series.letters.isEmpty())
            m_drawing.texts.push_back({places.back(),
                                       rank % 2 == 0 && !dense ? PlotText::Side::Left : PlotText::Side::Right,
                                       series.letters, m_colors.muted(), false, 0, 0});
    }

    void addMarks(const QList<QPointF>& places, std::size_t shape, double size, const QColor& color) {
        auto* marks = new QScatterSeries;
        marks->setMarkerShape(markerShape(shape));
        // A square on its tip has half the area of the one it stands in.
        marks->setMarkerSize(markShape(shape) == MarkShape::Diamond ? size * 1.4 : size);
        marks->setBrush(color);
        marks->setPen(QPen(m_colors.surface(), 1.5)); // keeps overlapping marks apart
        marks->append(places);
        attach(marks);
    }

    void addSpot(std::size_t series, std::size_t category, const QPointF& at) {
        m_drawing.spots.push_back({{series, category}, at, {}});
    }

    static constexpr int kNameRank = 4;
    /// The newest and the oldest value before those between.
    [[nodiscard]] int rankOfText(std::size_t category) const {
        if (category + 1 == m_content.categories.size())
            return 3;
        return category == 0 ? 2 : 1;
    }

    QChart& m_chart;
    const PlotContent& m_content;
    const PlotColors& m_colors;
    PlotDrawing m_drawing;
};

} // namespace

PlotDrawing drawLines(QChart& chart, const PlotContent& content, const PlotColors& colors) {
    return LineDrawing(chart, content, colors).draw();
}

} // namespace mockingbird::review
