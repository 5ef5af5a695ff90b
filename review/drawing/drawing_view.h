// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <QPointer>
#include <QRectF>
#include <QWidget>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// Lies over the pictures: shows a drawing on the one it belongs to, and takes a new shape from the mouse, or
/// from the keyboard while it has the focus (arrow keys move a cross, Enter puts the pen down and lifts it).
/// Lets every click through while nothing is drawn. GUI thread.
class DrawingView : public QWidget {
    Q_OBJECT

public:
    explicit DrawingView(QWidget* parent = nullptr);

    struct Place {
        int picture = 0; ///< the track
        QRectF rect;     ///< where it is shown, in this widget
        bool operator==(const Place&) const = default;
    };
    /// The pictures that are shown; a later one lies over those before it.
    void setPlaces(std::vector<Place> places);
    void setDrawing(const catalog::Drawing& drawing);

    /// Takes shapes of that kind until stop or Escape. Takes the focus where a button had it, which the
    /// keyboard has pressed then.
    void start(catalog::ShapeKind kind);
    void stop();
    [[nodiscard]] bool drawing() const { return m_kind.has_value(); }

signals:
    void shapeDrawn(const mockingbird::catalog::DrawnShape& shape, int picture);
    void stopped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] const Place* placeAt(const QPointF& position) const;
    [[nodiscard]] const Place* place(int picture) const;
    [[nodiscard]] catalog::DrawnShape shape() const;
    void penDown(const QPointF& position);
    void penMove(const QPointF& position);
    void penUp();
    void cancelShape();
    [[nodiscard]] bool key(int key, Qt::KeyboardModifiers modifiers);

    std::vector<Place> m_places;
    catalog::Drawing m_drawing;
    std::optional<catalog::ShapeKind> m_kind;
    std::optional<int> m_penOn;             ///< the picture it is drawing on
    std::vector<catalog::FramePoint> m_way; ///< of the pen, since it is down
    std::optional<QPointF> m_cross;         ///< where the keyboard's pen is
    QPointer<QWidget> m_focusBefore;
};

} // namespace mockingbird::review
