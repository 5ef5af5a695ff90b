// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/drawn_plot.h"

#include <QtCharts/QChartView>
#include <optional>
#include <utility>

namespace mockingbird::review {

/// The drawn part of a PlotView: follows the theme, tells the value that the pointer or the keyboard is at,
/// and is told to screen readers in words. GUI thread.
class PlotChart : public QChartView {
    Q_OBJECT

public:
    explicit PlotChart(QWidget* parent = nullptr);

    /// Where the keyboard is stays, if there is a value still.
    void setContent(PlotContent content);
    [[nodiscard]] const PlotContent& content() const { return m_content; }
    [[nodiscard]] const DrawnPlot& drawn() const { return m_drawn; }

    [[nodiscard]] std::optional<PlotPlace> current() const { return m_current; }
    void setCurrent(std::optional<PlotPlace> place);
    [[nodiscard]] QString currentText() const;
    /// Whether somebody opens what is clicked: the pointer says so.
    void setActivatable(bool activatable) { m_activatable = activatable; }
    /// What the pointer is at.
    [[nodiscard]] std::optional<PlotPlace> hovered() const { return m_hovered; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentChanged();
    void activated(mockingbird::review::PlotPlace place);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void draw();
    void drawWhereLooksChanged();
    void setHovered(std::optional<PlotPlace> place);
    [[nodiscard]] bool isSpot(PlotPlace place) const;
    /// The next value that way, or where it is.
    void stepBy(int series, int category);
    void goToEnd(bool last);
    void drawBubble(QPainter& painter, const QPointF& at, const QString& text) const;

    PlotContent m_content;
    DrawnPlot m_drawn;
    std::optional<PlotPlace> m_current;
    std::optional<PlotPlace> m_hovered;
    bool m_activatable = false;
    std::pair<ui::Scheme, double> m_looks; ///< it was drawn in; text scale
};

} // namespace mockingbird::review
