// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_plot_view.h"

#include "common/ui/theme.h"
#include "review/notes/mark.h"

#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <algorithm>
#include <cmath>
#include <map>

namespace mockingbird::review {

namespace {

QScatterSeries::MarkerShape shapeOf(std::size_t index) {
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

} // namespace

ComparisonPlotView::ComparisonPlotView(PlotContent content, QWidget* parent)
    : QChartView(new QChart, parent), m_content(std::move(content)) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // its values are in the table, where the keyboard reaches them
    setAccessibleName(tr("Plot of %1").arg(m_content.name));
    setAccessibleDescription(m_content.description);
    connect(chart(), &QChart::plotAreaChanged, this, &ComparisonPlotView::placeLabels);
    build();
}

QSize ComparisonPlotView::sizeHint() const {
    return {ui::px(340), ui::px(210)};
}

QSize ComparisonPlotView::minimumSizeHint() const {
    return {ui::px(260), ui::px(180)};
}

void ComparisonPlotView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        build();
}

void ComparisonPlotView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    placeLabels();
}

void ComparisonPlotView::build() {
    const ui::Colors& colors = ui::colors();
    for (const auto& [place, label] : m_labels)
        delete label;
    m_labels.clear();
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis; // removeAxis: "the ownership of the axis object is transferred to the caller"
    }
    setBackgroundBrush(colors.surface);
    chart()->setBackgroundBrush(colors.surface);
    chart()->setBackgroundRoundness(ui::kRadius);
    chart()->setMargins(QMargins(2, 2, 6, 2));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setTitle(m_content.name);
    chart()->setTitleFont(ui::font(ui::TextStyle::Strong));
    chart()->setTitleBrush(colors.text);
    buildAxes();
    buildSeries();
    placeLabels();
}

void ComparisonPlotView::buildAxes() {
    const ui::Colors& colors = ui::colors();
    const auto dress = [&](QCategoryAxis* axis) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(ui::font(ui::TextStyle::Small));
        axis->setLabelsBrush(colors.muted);
        axis->setGridLinePen(QPen(colors.border, 1));
        axis->setLinePen(QPen(colors.controlBorder, 1));
        axis->setTruncateLabels(false);
    };
    auto* x = new QCategoryAxis;
    const auto attempts = static_cast<double>(m_content.attempts.size());
    x->setStartValue(0.5);
    for (std::size_t i = 0; i < m_content.attempts.size(); ++i)
        x->append(m_content.attempts[i], static_cast<double>(i + 1));
    x->setRange(0.5, attempts + 0.5);
    dress(x);
    x->setGridLineVisible(false);
    auto* y = new QCategoryAxis;
    const double low = m_content.ticks.front().value;
    const double high = m_content.ticks.back().value;
    const double room = (high - low) * 0.12; // for a value's label above the highest level
    y->setStartValue(low - room);
    for (const PlotTick& tick : m_content.ticks)
        y->append(tick.label, tick.value);
    y->setRange(low - room, high + room);
    dress(y);
    chart()->addAxis(x, Qt::AlignBottom);
    chart()->addAxis(y, Qt::AlignLeft);
}

void ComparisonPlotView::buildSeries() {
    const QColor color = markColor(m_content.colorIndex);
    const auto attach = [this](QAbstractSeries* series) {
        chart()->addSeries(series);
        for (QAbstractAxis* axis : chart()->axes())
            series->attachAxis(axis);
    };
    QLineSeries* line = nullptr;
    QList<QPointF> means;
    std::map<std::size_t, QList<QPointF>> byRater;
    for (std::size_t i = 0; i < m_content.points.size(); ++i) {
        const PlotPoint& point = m_content.points[i];
        if (!point.value || !point.comparable)
            line = nullptr;
        const auto x = static_cast<double>(i + 1);
        // To both sides of the mean in turn, where neither it nor its label is in the way.
        for (std::size_t n = 0; n < point.raters.size(); ++n) {
            const double aside = 0.2 + 0.1 * static_cast<double>(n / 2);
            const auto& [rater, level] = point.raters[n];
            byRater[rater].append(QPointF(n % 2 == 0 ? x - aside : x + aside, level));
        }
        if (!point.value)
            continue;
        const QPointF place(x, *point.value);
        if (!line) {
            line = new QLineSeries;
            line->setPen(QPen(color, 2.5));
            attach(line);
        }
        line->append(place);
        means.append(place);
        auto* label = new QGraphicsSimpleTextItem(point.valueLabel, chart());
        label->setFont(ui::font(ui::TextStyle::Strong));
        label->setBrush(ui::colors().text);
        label->setZValue(20);
        m_labels.emplace_back(place, label);
    }
    for (const auto& [rater, places] : byRater)
        addMarks(places, rater + 1, ui::px(9), ui::colors().muted);
    addMarks(means, 0, ui::px(11), color);
}

void ComparisonPlotView::addMarks(const QList<QPointF>& places, std::size_t shape, double size,
                                  const QColor& color) {
    auto* marks = new QScatterSeries;
    marks->setMarkerShape(shapeOf(shape));
    // A square on its tip has half the area of the one it stands in.
    marks->setMarkerSize(markShape(shape) == MarkShape::Diamond ? size * 1.4 : size);
    marks->setBrush(color);
    marks->setPen(QPen(ui::colors().surface, 1.5)); // keeps overlapping marks apart
    marks->append(places);
    chart()->addSeries(marks);
    for (QAbstractAxis* axis : chart()->axes())
        marks->attachAxis(axis);
}

void ComparisonPlotView::placeLabels() {
    if (chart()->series().isEmpty())
        return;
    for (const auto& [place, label] : m_labels) {
        const QPointF at = chart()->mapToPosition(place, chart()->series().front());
        const QRectF box = label->boundingRect();
        label->setPos(at.x() - box.width() / 2, at.y() - box.height() - ui::px(6));
    }
}

void ComparisonPlotView::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    if (m_content.points.empty() || chart()->series().isEmpty())
        return;
    const QPointF value =
        chart()->mapToValue(mapToScene(event->position().toPoint()), chart()->series().front());
    const auto index = static_cast<std::ptrdiff_t>(std::lround(value.x())) - 1;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(m_content.points.size())) {
        QToolTip::hideText();
        return;
    }
    const auto at = static_cast<std::size_t>(index);
    QToolTip::showText(event->globalPosition().toPoint(),
                       QStringLiteral("%1: %2").arg(m_content.attempts[at], m_content.points[at].hover),
                       this);
}

} // namespace mockingbird::review
