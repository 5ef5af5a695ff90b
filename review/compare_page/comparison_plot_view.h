// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <QtCharts/QChartView>
#include <optional>
#include <vector>

class QGraphicsSimpleTextItem;

namespace mockingbird::review {

/// One value of a plot: a mean, and the raters' levels around it.
struct PlotPoint {
    std::optional<double> value;
    std::vector<std::pair<std::size_t, double>> raters; ///< rater's index in the legend, level
    QString valueLabel;
    QString hover;
    bool comparable = true; ///< with the point before it: a line joins them
};

struct PlotTick {
    double value = 0;
    QString label;
};

struct PlotContent {
    QString name;
    std::size_t colorIndex = 0;
    std::vector<QString> attempts;
    std::vector<PlotPoint> points;
    std::vector<PlotTick> ticks; ///< the axis, rising
    QString description;         ///< the plot in words
};

/// The means of one criterion over the attempts as a line, and each rater's levels as small marks. One of the
/// small multiples of the compare page; follows the theme.
class ComparisonPlotView : public QChartView {
    Q_OBJECT

public:
    explicit ComparisonPlotView(PlotContent content, QWidget* parent = nullptr);

    [[nodiscard]] const PlotContent& content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void build();
    void buildAxes();
    void buildSeries();
    void addMarks(const QList<QPointF>& places, std::size_t shape, double size, const QColor& color);
    void placeLabels();

    PlotContent m_content;
    std::vector<std::pair<QPointF, QGraphicsSimpleTextItem*>> m_labels; ///< value's place, its text
};

} // namespace mockingbird::review
