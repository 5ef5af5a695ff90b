// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_view.h"

#include "common/ui/theme.h"
#include "review/drawing/drawing_painting.h"
#include "review/drawing/pen_way.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

using catalog::FramePoint;
using catalog::ShapeKind;

constexpr double kLeastShape = 0.012;    ///< of the frame's height; what is smaller was a click
constexpr double kWayTolerance = 0.0015; ///< of the frame's height
constexpr double kKeyStep = 0.01;        ///< of the picture's height
constexpr double kLargeKeyStep = 0.05;

FramePoint framePoint(const QPointF& position, const QRectF& picture) {
    return {std::clamp((position.x() - picture.x()) / picture.width(), 0.0, 1.0),
            std::clamp((position.y() - picture.y()) / picture.height(), 0.0, 1.0)};
}

double aspectOf(const QRectF& picture) {
    return picture.width() / picture.height();
}

/// Whether somebody meant to draw it.
bool isMeant(const catalog::DrawnShape& shape, double aspect) {
    if (shape.points.size() < 2)
        return false;
    const auto [left, right] = std::ranges::minmax(shape.points, {}, &FramePoint::x);
    const auto [top, bottom] = std::ranges::minmax(shape.points, {}, &FramePoint::y);
    const double width = (right.x - left.x) * aspect;
    const double height = bottom.y - top.y;
    if (shape.kind == ShapeKind::Ellipse)
        return std::min(width, height) >= kLeastShape;
    return std::hypot(width, height) >= kLeastShape;
}

} // namespace

DrawingView::DrawingView(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Drawing on the picture"));
    setAccessibleDescription(
        tr("Arrow keys move the pen, with Shift further. Enter puts it down and lifts it. Escape stops."));
}

void DrawingView::setPlaces(std::vector<Place> places) {
    if (places == m_places)
        return;
    m_places = std::move(places);
    if (m_penOn && place(*m_penOn) == nullptr)
        cancelShape();
    update();
}

void DrawingView::setDrawing(const catalog::Drawing& drawing) {
    if (drawing == m_drawing)
        return;
    m_drawing = drawing;
    update();
}

void DrawingView::start(ShapeKind kind) {
    cancelShape();
    if (!std::exchange(m_kind, kind)) {
        setAttribute(Qt::WA_TransparentForMouseEvents, false);
        setCursor(Qt::CrossCursor);
        setFocusPolicy(Qt::TabFocus);
        qApp->installEventFilter(this);
    }
    m_kind = kind;
    QWidget* focus = QApplication::focusWidget();
    if (qobject_cast<QAbstractButton*>(focus) != nullptr && focus->window() == window()) {
        m_focusBefore = focus;
        setFocus(Qt::OtherFocusReason);
    }
}

void DrawingView::stop() {
    if (!m_kind)
        return;
    cancelShape();
    m_kind.reset();
    qApp->removeEventFilter(this);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    unsetCursor();
    if (hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
    m_cross.reset();
    setFocusPolicy(Qt::NoFocus);
    update();
    emit stopped();
}

const DrawingView::Place* DrawingView::placeAt(const QPointF& position) const {
    const auto found = std::find_if(m_places.rbegin(), m_places.rend(),
                                    [&](const Place& each) { return each.rect.contains(position); });
    return found == m_places.rend() ? nullptr : &*found;
}

const DrawingView::Place* DrawingView::place(int picture) const {
    const auto found = std::ranges::find(m_places, picture, &Place::picture);
    return found == m_places.end() || found->rect.isEmpty() ? nullptr : &*found;
}

catalog::DrawnShape DrawingView::shape() const {
    if (*m_kind == ShapeKind::Line)
        return {*m_kind, simplified(m_way, kWayTolerance, aspectOf(place(*m_penOn)->rect))};
    return {*m_kind, {m_way.front(), m_way.back()}};
}

void DrawingView::penDown(const QPointF& position) {
    const Place* on = placeAt(position);
    if (on == nullptr)
        return;
    m_penOn = on->picture;
    m_way = {framePoint(position, on->rect)};
    update();
}

void DrawingView::penMove(const QPointF& position) {
    if (!m_penOn)
        return;
    const FramePoint point = framePoint(position, place(*m_penOn)->rect);
    if (*m_kind != ShapeKind::Line)
        m_way.resize(1);
    if (m_way.back() != point || m_way.size() == 1)
        m_way.push_back(point);
    update();
}

void DrawingView::penUp() {
    if (!m_penOn)
        return;
    const catalog::DrawnShape drawn = shape();
    const int picture = *m_penOn;
    const bool meant = isMeant(drawn, aspectOf(place(picture)->rect));
    cancelShape();
    if (meant)
        emit shapeDrawn(drawn, picture);
}

void DrawingView::cancelShape() {
    m_penOn.reset();
    m_way.clear();
    update();
}

void DrawingView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        penDown(event->position());
    else
        cancelShape();
}

void DrawingView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        penMove(event->position());
}

void DrawingView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    penMove(event->position());
    penUp();
}

/// Before anybody else, for Escape would discard the note that is drawn for, and the arrow keys would jump.
bool DrawingView::eventFilter(QObject* watched, QEvent* event) {
    const bool press = event->type() == QEvent::KeyPress;
    if ((!press && event->type() != QEvent::ShortcutOverride) || !m_kind || !isVisible() ||
        QApplication::activePopupWidget() != nullptr || QApplication::activeModalWidget() != nullptr)
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->window() != window())
        return false;
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool ours = pressed->key() == Qt::Key_Escape || (hasFocus() && widget == this);
    if (!ours)
        return false;
    if (!press) {
        event->accept();
        return pressed->key() == Qt::Key_Escape;
    }
    return key(pressed->key(), pressed->modifiers());
}

bool DrawingView::key(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Escape) {
        if (m_penOn)
            cancelShape();
        else
            stop();
        return true;
    }
    if (!m_cross)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        if (m_penOn)
            penUp();
        else
            penDown(*m_cross);
        return true;
    }
    const Place* on = m_penOn ? place(*m_penOn) : placeAt(*m_cross);
    const QRectF bounds = on != nullptr ? on->rect : QRectF(rect());
    const double step =
        std::max(1.0, bounds.height() * (modifiers & Qt::ShiftModifier ? kLargeKeyStep : kKeyStep));
    QPointF to = *m_cross;
    switch (key) {
    case Qt::Key_Left:
        to.rx() -= step;
        break;
    case Qt::Key_Right:
        to.rx() += step;
        break;
    case Qt::Key_Up:
        to.ry() -= step;
        break;
    case Qt::Key_Down:
        to.ry() += step;
        break;
    default:
        return false;
    }
    const QRectF limits = m_penOn ? bounds : QRectF(rect());
    m_cross = QPointF(std::clamp(to.x(), limits.left(), limits.right()),
                      std::clamp(to.y(), limits.top(), limits.bottom()));
    penMove(*m_cross);
    update();
    return true;
}

void DrawingView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (!m_cross)
        m_cross = m_places.empty() ? QRectF(rect()).center() : m_places.front().rect.center();
    update();
}

void DrawingView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void DrawingView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    if (const Place* on = place(m_drawing.picture)) {
        painter.save();
        // What lies over the picture hides the drawing too.
        QRegion seen(on->rect.toAlignedRect());
        for (auto each = m_places.rbegin(); each != m_places.rend() && &*each != on; ++each)
            seen -= each->rect.toAlignedRect();
        painter.setClipRegion(seen);
        paintDrawing(painter, on->rect, m_drawing);
        painter.restore();
    }
    if (m_penOn)
        paintDrawing(painter, place(*m_penOn)->rect, {*m_penOn, {shape()}});
    if (m_cross && hasFocus()) {
        const double arm = ui::px(10);
        for (const auto& [color, width] : {std::pair(Qt::black, 4.0), std::pair(Qt::white, 2.0)}) {
            painter.setPen(QPen(color, width));
            painter.drawLine(*m_cross - QPointF(arm, 0), *m_cross + QPointF(arm, 0));
            painter.drawLine(*m_cross - QPointF(0, arm), *m_cross + QPointF(0, arm));
        }
    }
}

} // namespace mockingbird::review
