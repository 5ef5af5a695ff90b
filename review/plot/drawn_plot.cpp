// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/drawn_plot.h"

#include "common/ui/theme.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace mockingbird::review {

namespace {

QFont fontOf(const PlotText& text) {
    return ui::font(text.strong ? ui::TextStyle::Strong : ui::TextStyle::Small);
}

QPointF cornerOf(const PlotText& text, const QPointF& at, const QRectF& box) {
    const double gap = ui::px(6);
    switch (text.side) {
    case PlotText::Side::Above:
        return {at.x() - box.width() / 2, at.y() - box.height() - gap};
    case PlotText::Side::Below:
        return {at.x() - box.width() / 2, at.y() + gap};
    case PlotText::Side::Left:
        return {at.x() - gap - 2 - box.width(), at.y() - box.height() / 2};
    case PlotText::Side::Right:
        return {at.x() + gap + 2, at.y() - box.height() / 2};
    case PlotText::Side::Within:
        return {at.x() - box.width() / 2, at.y() - box.height() / 2};
    }
    return at;
}

/// What is needed to the right of the axes: for names beyond the half category that is free there, for half
/// of the last tick's label below bars.
int roomAtRight(const PlotContent& content, const PlotDrawing& drawing) {
    if (content.kind != PlotKind::Lines)
        return ui::px(20);
    double room = 0;
    for (const PlotText& text : drawing.texts)
        if (text.side == PlotText::Side::Right && (text.strong || isDense(content)))
            room = std::max(room, QFontMetricsF(fontOf(text)).horizontalAdvance(text.text));
    return static_cast<int>(std::ceil(room));
}

} // namespace

void DrawnPlot::clear() {
    for (QGraphicsSimpleTextItem* item : m_items)
        delete item;
    m_items.clear();
    m_chart.removeAllSeries();
    for (QAbstractAxis* axis : m_chart.axes()) {
        m_chart.removeAxis(axis);
        delete axis; // removeAxis: "the ownership of the axis object is transferred to the caller"
    }
}

void DrawnPlot::draw(const PlotContent& content, const PlotColors& colors, Title title) {
    clear();
    m_chart.setBackgroundBrush(colors.surface());
    m_chart.setBackgroundRoundness(0);
    m_chart.layout()->setContentsMargins(0, 0, 0, 0);
    m_chart.legend()->hide();
    m_chart.setTitle(title == Title::With ? content.title.toHtmlEscaped() : QString());
    m_chart.setTitleFont(ui::font(ui::TextStyle::Strong));
    m_chart.setTitleBrush(colors.text());
    if (content.categories.empty() || content.series.empty()) {
        m_drawing = {};
        return;
    }
    m_drawing = content.kind == PlotKind::Lines ? drawLines(m_chart, content, colors)
                                                : drawBars(m_chart, content, colors);
    m_chart.setMargins(QMargins(2, 2, 6 + roomAtRight(content, m_drawing), 2));
    for (const PlotText& text : m_drawing.texts) {
        auto* item = new QGraphicsSimpleTextItem(text.text, &m_chart);
        item->setFont(fontOf(text));
        item->setBrush(text.color);
        item->setZValue(20);
        m_items.push_back(item);
    }
    placeTexts();
}

QPointF DrawnPlot::onChart(const QPointF& value) const {
    return m_chart.mapToPosition(value, m_chart.series().front());
}

void DrawnPlot::placeTexts() {
    if (m_chart.series().isEmpty())
        return;
    std::vector<std::size_t> order(m_items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t index) { return m_drawing.texts[index].rank; });
    std::vector<QRectF> taken;
    std::vector<QRectF> marks;
    const double half = ui::px(5);
    for (const PlotSpot& spot : m_drawing.spots)
        if (spot.area.isNull())
            marks.emplace_back(onChart(spot.at) - QPointF(half, half), QSizeF(2 * half, 2 * half));
    for (const std::size_t index : order) {
        const PlotText& text = m_drawing.texts[index];
        QGraphicsSimpleTextItem& item = *m_items[index];
        const QRectF box = item.boundingRect();
        item.setPos(cornerOf(text, onChart(text.at), box));
        const QRectF place(item.pos(), box.size());
        const auto covers = [&](const QRectF& other) {
            return other.intersects(place.adjusted(1, 1, -1, -1));
        };
        bool room = std::ranges::none_of(taken, covers) &&
                    (text.rank >= PlotText::kAlways || std::ranges::none_of(marks, covers));
        if (text.side == PlotText::Side::Within) {
            const double width = onChart(text.at + QPointF(text.room / 2, 0)).x() -
                                 onChart(text.at - QPointF(text.room / 2, 0)).x();
            room = room && box.width() + 4 <= width;
        }
        item.setVisible(room);
        if (room)
            taken.push_back(place);
    }
}

std::size_t DrawnPlot::hiddenTexts() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_items, [](const auto* item) { return !item->isVisible(); }));
}

std::optional<QPointF> DrawnPlot::at(PlotPlace place) const {
    const auto spot = std::ranges::find(m_drawing.spots, place, &PlotSpot::place);
    if (spot == m_drawing.spots.end() || m_chart.series().isEmpty())
        return std::nullopt;
    return onChart(spot->at);
}

std::optional<PlotPlace> DrawnPlot::near(const QPointF& point, double reach) const {
    if (m_chart.series().isEmpty())
        return std::nullopt;
    const QPointF value = m_chart.mapToValue(point, m_chart.series().front());
    const PlotSpot* nearest = nullptr;
    double least = reach;
    for (const PlotSpot& spot : m_drawing.spots) {
        if (!spot.area.isNull()) {
            if (spot.area.contains(value))
                return spot.place;
            continue;
        }
        const QPointF away = onChart(spot.at) - point;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = &spot;
        }
    }
    return nearest == nullptr ? std::nullopt : std::optional(nearest->place);
}

} // namespace mockingbird::review
