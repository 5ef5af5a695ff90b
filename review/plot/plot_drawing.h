// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_colors.h"
#include "review/plot/plot_content.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

class QChart;

namespace mockingbird::review {

/// Where a value lies, in the units of the chart's axes.
struct PlotSpot {
    PlotPlace place;
    QPointF at;
    QRectF area; ///< of a bar: where the pointer means it; null for a mark
};

/// A text beside a value. Where two would overlap, the one of the higher rank is written.
struct PlotText {
    enum class Side { Above, Below, Left, Right, Within };
    QPointF at; ///< in the units of the axes
    Side side = Side::Above;
    QString text;
    QColor color;
    bool strong = false;
    double room = 0; ///< Within: what it may be wide, in the units of the axes
    int rank = 0;

    static constexpr int kAlways = 3; ///< from this rank on it may cover marks
};

/// What of a plot lies on the chart beside axes and series.
struct PlotDrawing {
    std::vector<PlotSpot> spots;
    std::vector<PlotText> texts;
};

/// Whether a plot of lines has so many categories that there is no room beside its marks.
[[nodiscard]] inline bool isDense(const PlotContent& content) {
    return content.categories.size() > 6;
}

/// Puts axes and series on an empty chart.
[[nodiscard]] PlotDrawing drawLines(QChart& chart, const PlotContent& content, const PlotColors& colors);
[[nodiscard]] PlotDrawing drawBars(QChart& chart, const PlotContent& content, const PlotColors& colors);

} // namespace mockingbird::review
