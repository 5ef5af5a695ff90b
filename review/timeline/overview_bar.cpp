// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/overview_bar.h"

#include "common/ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr double kStripHeight = 8;
constexpr double kGrip = 5;            ///< how near to an end of the window takes hold of it
constexpr double kNarrowestWindow = 6; ///< so that it can be seen and hit

} // namespace

OverviewBar::OverviewBar(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // the timeline's keys do the same
    setAccessibleName(tr("The whole recording"));
    setToolTip(tr("The whole recording. Drag the frame to see another part of it."));
}

void OverviewBar::setContent(MediaTime duration, std::vector<MediaTime> moments) {
    m_duration = duration;
    m_moments = std::move(moments);
    redraw();
}

void OverviewBar::setSight(PlayRange sight) {
    if (sight == m_sight)
        return;
    m_sight = sight;
    update();
}

void OverviewBar::setPlayhead(MediaTime time) {
    const auto column = [&](MediaTime at) { return static_cast<int>(std::lround(xOf(at))); };
    const int before = column(m_playhead);
    m_playhead = time;
    if (column(time) == before)
        return;
    update(before - 2, 0, 4, height());
    update(column(time) - 2, 0, 4, height());
}

double OverviewBar::xOf(MediaTime time) const {
    const double part = time.seconds() / std::max(1e-6, m_duration.seconds());
    return 1 + std::max(1.0, width() - 2.0) * std::clamp(part, 0.0, 1.0);
}

MediaTime OverviewBar::timeAt(double x) const {
    return MediaTime::fromSeconds(m_duration.seconds() * (x - 1) / std::max(1.0, width() - 2.0));
}

bool OverviewBar::showsAll() const {
    return m_sight.end - m_sight.start >= m_duration;
}

std::optional<OverviewBar::Part> OverviewBar::partAt(double x) const {
    if (showsAll())
        return std::nullopt;
    const double left = xOf(m_sight.start);
    const double right = std::max(left + kNarrowestWindow, xOf(m_sight.end));
    if (right - left > 4 * kGrip) {
        if (std::abs(x - left) <= kGrip)
            return Part::Start;
        if (std::abs(x - right) <= kGrip)
            return Part::End;
    }
    if (x >= left - kGrip && x <= right + kGrip)
        return Part::Window;
    return std::nullopt;
}

void OverviewBar::paintGround() {
    m_ground = QPixmap(size() * devicePixelRatioF());
    m_ground.setDevicePixelRatio(devicePixelRatioF());
    m_ground.fill(Qt::transparent);
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF strip(0, (height() - kStripHeight) / 2, width(), kStripHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().raised);
    painter.drawRoundedRect(strip, 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(ui::colors().muted, 1));
    double last = -1;
    for (const MediaTime moment : m_moments) {
        const double x = std::round(xOf(moment));
        if (x != last)
            painter.drawLine(QPointF(x, strip.top() + 2), QPointF(x, strip.bottom() - 3));
        last = x;
    }
}

void OverviewBar::paintEvent(QPaintEvent*) {
    if (m_ground.isNull())
        paintGround();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_ground);
    if (m_duration <= MediaTime())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ui::colors().text, 2));
    const double x = xOf(m_playhead);
    const double middle = height() / 2.0;
    painter.drawLine(QPointF(x, middle - kStripHeight / 2), QPointF(x, middle + kStripHeight / 2));
    if (showsAll())
        return;
    QColor inside = ui::colors().accent;
    inside.setAlpha(50);
    const double left = xOf(m_sight.start);
    const double wide = std::max(kNarrowestWindow, xOf(m_sight.end) - left);
    painter.setPen(QPen(ui::colors().accent, 2));
    painter.setBrush(inside);
    painter.drawRoundedRect(
        QRectF(std::min(left, width() - wide - 1), middle - kStripHeight / 2 - 2, wide, kStripHeight + 4), 3,
        3);
}

void OverviewBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    redraw();
}

void OverviewBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        redraw();
}

void OverviewBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || showsAll())
        return;
    const double x = event->position().x();
    const auto part = partAt(x);
    if (!part) {
        const auto half = MediaTime((m_sight.end - m_sight.start).duration() / 2);
        emit sightRequested({timeAt(x) - half, timeAt(x) + half});
    }
    m_drag = Drag{part.value_or(Part::Window), timeAt(x), m_sight};
}

void OverviewBar::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (!m_drag) {
        const auto part = partAt(x);
        setCursor(!part ? Qt::ArrowCursor : *part == Part::Window ? Qt::OpenHandCursor : Qt::SizeHorCursor);
        return;
    }
    const MediaTime by = timeAt(x) - m_drag->from;
    PlayRange wanted = m_drag->original;
    if (m_drag->part != Part::End)
        wanted.start += by;
    if (m_drag->part != Part::Start)
        wanted.end += by;
    if (wanted.end > wanted.start)
        emit sightRequested(wanted);
}

void OverviewBar::mouseReleaseEvent(QMouseEvent*) {
    m_drag.reset();
}

void OverviewBar::redraw() {
    m_ground = {};
    update();
}

} // namespace mockingbird::review
