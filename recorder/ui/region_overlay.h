// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QRect>
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QScreen;

namespace mockingbird::recorder {

/// Lies over one screen and lets a rectangle be drawn there: drag to draw, drag it to move it; arrow keys
/// move it, Shift and arrow keys size it, with Ctrl by one pixel; Enter takes, Escape leaves. GUI thread.
class RegionOverlay : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLeast = 32; ///< logical pixels, each way

    /// `picture` is what the screen shows; the plain ground where it is null.
    explicit RegionOverlay(QScreen& screen, QPixmap picture, QWidget* parent = nullptr);

    /// A rectangle in the middle, for the keys to begin with; the overlay that has it takes the keys.
    void suggest();
    void forget();
    /// In logical pixels from the screen's top left corner; empty where there is none.
    [[nodiscard]] QRect region() const { return m_region; }
    /// The same in the display's own pixels.
    [[nodiscard]] QRect deviceRegion() const;
    /// The screen that it covers, as Qt tells it.
    [[nodiscard]] QRect screenGeometry() const { return m_screen; }

signals:
    void begun(); ///< a rectangle is drawn here, so none elsewhere
    void taken();
    void left();
    void nextScreen(); ///< Tab

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Drag { None, Draw, Move };
    void setRegion(const QRect& region);
    void take();
    void stepBy(QPoint step);
    void sizeBy(QPoint step);
    void showRegion();

    QRect m_screen;
    double m_ratio;
    QPixmap m_picture;
    QRect m_region;
    bool m_suggested = false; ///< nobody has touched it yet
    Drag m_drag = Drag::None;
    QPoint m_from;  ///< where the drag began
    QRect m_before; ///< the region then
    QWidget* m_bar;
    QLabel* m_size;
    QPushButton* m_take;
};

} // namespace mockingbird::recorder
