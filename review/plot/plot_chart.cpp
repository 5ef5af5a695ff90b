// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_chart.h"

#include "common/ui/theme.h"
#include "review/plot/plot_accessible.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QChart>
#include <algorithm>
#include <tuple>

namespace mockingbird::review {

namespace {

constexpr int kReach = 26;

bool isBars(const PlotContent& content) {
    return content.kind != PlotKind::Lines;
}

} // namespace

PlotChart::PlotChart(QWidget* parent) : QChartView(new QChart, parent), m_drawn(*chart()) {
    installPlotAccessibility();
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    // Hovering draws over all of it.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    connect(chart(), &QChart::plotAreaChanged, this, [this] { m_drawn.placeTexts(); });
}

void PlotChart::setContent(PlotContent content) {
    m_content = std::move(content);
    setAccessibleName(tr("Plot of %1").arg(m_content.title));
    setAccessibleDescription(plotText(m_content));
    m_hovered.reset();
    draw();
    if (m_current && !isSpot(*m_current))
        m_current.reset();
    updateGeometry();
}

void PlotChart::draw() {
    m_looks = {ui::scheme(), ui::textScale()};
    const PlotColors colors = PlotColors::ofScreen();
    setBackgroundBrush(colors.surface());
    m_drawn.draw(m_content, colors, DrawnPlot::Title::Without);
    viewport()->update();
}

QSize PlotChart::sizeHint() const {
    if (!isBars(m_content))
        return {ui::px(340), ui::px(190)};
    const std::size_t bars =
        m_content.kind == PlotKind::Shares ? 1 : std::max<std::size_t>(m_content.series.size(), 1);
    const auto rows = static_cast<int>(m_content.categories.size());
    const int row = ui::px(14 + 18 * static_cast<int>(std::min<std::size_t>(bars, 4)));
    const int legend = m_content.series.size() > 1 ? ui::px(32) : 0;
    return {ui::px(520), rows * row + ui::px(34) + legend};
}

QSize PlotChart::minimumSizeHint() const {
    return {ui::px(220), isBars(m_content) ? sizeHint().height() : ui::px(150)};
}

bool PlotChart::isSpot(PlotPlace place) const {
    return std::ranges::find(m_drawn.spots(), place, &PlotSpot::place) != m_drawn.spots().end();
}

QString PlotChart::currentText() const {
    return m_current ? placeText(m_content, *m_current) : QString();
}

void PlotChart::setCurrent(std::optional<PlotPlace> place) {
    if (place && !isSpot(*place))
        return;
    if (place == m_current)
        return;
    m_current = place;
    viewport()->update();
    if (m_current && QAccessible::isActive()) {
        QAccessibleValueChangeEvent said(this, currentText());
        QAccessible::updateAccessibility(&said);
    }
    emit currentChanged();
}

void PlotChart::setHovered(std::optional<PlotPlace> place) {
    if (place == m_hovered)
        return;
    m_hovered = place;
    viewport()->update();
}

void PlotChart::stepBy(int series, int category) {
    if (m_drawn.spots().empty())
        return;
    if (!m_current) {
        goToEnd(!isBars(m_content)); // the newest attempt; the uppermost bar
        return;
    }
    PlotPlace place = *m_current;
    while (true) {
        place.series += static_cast<std::size_t>(series); // below 0 it is beyond the last, as sizes wrap
        place.category += static_cast<std::size_t>(category);
        if (valueAt(m_content, place) == nullptr)
            return;
        if (isSpot(place)) {
            setCurrent(place);
            return;
        }
    }
}

void PlotChart::goToEnd(bool last) {
    const auto key = [&](const PlotSpot& spot) {
        // The line before the marks around it.
        const bool marks = m_content.series[spot.place.series].look == SeriesLook::Marks;
        const auto category = static_cast<int>(spot.place.category);
        return std::tuple(last ? -category : category, marks, spot.place.series);
    };
    if (const auto spot = std::ranges::min_element(m_drawn.spots(), {}, key); spot != m_drawn.spots().end())
        setCurrent(spot->place);
}

void PlotChart::keyPressEvent(QKeyEvent* event) {
    const bool bars = isBars(m_content);
    switch (event->key()) {
    case Qt::Key_Left:
        return bars ? stepBy(-1, 0) : stepBy(0, -1);
    case Qt::Key_Right:
        return bars ? stepBy(1, 0) : stepBy(0, 1);
    case Qt::Key_Up:
        return bars ? stepBy(0, -1) : stepBy(-1, 0);
    case Qt::Key_Down:
        return bars ? stepBy(0, 1) : stepBy(1, 0);
    case Qt::Key_Home:
        return goToEnd(false);
    case Qt::Key_End:
        return goToEnd(true);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current)
            emit activated(*m_current);
        return;
    default:
        event->ignore();
    }
}

void PlotChart::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    setHovered(m_drawn.near(mapToScene(event->position().toPoint()), ui::px(kReach)));
    viewport()->setCursor(m_hovered && m_activatable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PlotChart::mousePressEvent(QMouseEvent* event) {
    QChartView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const auto place = m_drawn.near(mapToScene(event->position().toPoint()), ui::px(kReach));
    if (!place)
        return;
    setCurrent(place);
    emit activated(*place);
}

void PlotChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    setHovered(std::nullopt);
}

void PlotChart::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    if (!m_current && event->reason() != Qt::MouseFocusReason)
        stepBy(0, 0);
    viewport()->update();
}

void PlotChart::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void PlotChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        drawWhereLooksChanged();
}

/// Widgets hear of a change of style when they are first shown, too, and drawing takes its time.
void PlotChart::drawWhereLooksChanged() {
    if (m_looks != std::pair(ui::scheme(), ui::textScale()))
        draw();
}

void PlotChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    m_drawn.placeTexts();
}

void PlotChart::drawForeground(QPainter* painter, const QRectF&) {
    const auto& colors = ui::colors();
    painter->setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter->setPen(QPen(colors.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(sceneRect().adjusted(1, 1, -1, -1), ui::kRadius, ui::kRadius);
    }
    const auto told = m_hovered ? m_hovered : hasFocus() ? m_current : std::nullopt;
    if (!told)
        return;
    const auto at = m_drawn.at(*told);
    if (!at)
        return;
    painter->setPen(QPen(colors.text, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(*at, ui::px(9), ui::px(9));
    drawBubble(*painter, *at, placeText(m_content, *told));
}

void PlotChart::drawBubble(QPainter& painter, const QPointF& at, const QString& text) const {
    const auto& colors = ui::colors();
    const QFont font = ui::font(ui::TextStyle::Small);
    const double pad = ui::px(6);
    const double widest = std::min<double>(ui::px(300), sceneRect().width() - 4 * pad);
    const QRectF words =
        QFontMetricsF(font).boundingRect(QRectF(0, 0, widest, 10000), Qt::AlignLeft | Qt::TextWordWrap, text);
    QRectF box(0, 0, words.width() + 2 * pad + 1, words.height() + 2 * pad);
    // Above the value and its text, below it where there is no room, and within the plot.
    box.moveCenter(at);
    box.moveBottom(at.y() - ui::px(26));
    if (box.top() < 2)
        box.moveTop(at.y() + ui::px(14));
    box.moveTop(std::clamp(box.top(), 2.0, std::max(2.0, sceneRect().bottom() - box.height() - 2)));
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, sceneRect().right() - box.width() - 2)));
    painter.setPen(QPen(colors.controlBorder, 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colors.text);
    painter.setFont(font);
    painter.drawText(box.adjusted(pad, pad, -pad + 1, -pad), Qt::AlignLeft | Qt::TextWordWrap, text);
}

} // namespace mockingbird::review
