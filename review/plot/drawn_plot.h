// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_drawing.h"

#include <QPointF>
#include <optional>
#include <vector>

class QChart;
class QGraphicsSimpleTextItem;

namespace mockingbird::review {

/// A plot's content on a chart, which outlives it: drawn anew whole, its texts placed anew where the chart's
/// size changes.
class DrawnPlot {
public:
    enum class Title { Without, With };

    explicit DrawnPlot(QChart& chart) : m_chart(chart) {}

    void draw(const PlotContent& content, const PlotColors& colors, Title title);
    void placeTexts();
    /// Where a value lies on the chart; nullopt where there is none.
    [[nodiscard]] std::optional<QPointF> at(PlotPlace place) const;
    /// The value that a point of the chart means: whose bar it is on, else the nearest mark within `reach`.
    [[nodiscard]] std::optional<PlotPlace> near(const QPointF& point, double reach) const;
    [[nodiscard]] const std::vector<PlotSpot>& spots() const { return m_drawing.spots; }
    /// Texts that found no room beside others, and are said alone.
    [[nodiscard]] std::size_t hiddenTexts() const;

private:
    void clear();
    [[nodiscard]] QPointF onChart(const QPointF& value) const;

    QChart& m_chart;
    PlotDrawing m_drawing;
    std::vector<QGraphicsSimpleTextItem*> m_items; ///< one a text of the drawing; the chart's children
};

} // namespace mockingbird::review
