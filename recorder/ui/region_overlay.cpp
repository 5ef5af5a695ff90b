// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/region_overlay.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "recorder/ui/region.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr int kBarWidth = 560;
constexpr int kStep = 10; ///< of a key, in logical pixels; with Ctrl one
const QColor kShade(0, 0, 0, 130);
const QColor kGround(0x20, 0x28, 0x26); // where there is no picture of the screen
const QColor kLine(Qt::white);          // with a dark one beside it, in sight on any ground
const QColor kLineEdge(0, 0, 0, 200);

QPoint stepOf(const QKeyEvent& event) {
    const int length = event.modifiers().testFlag(Qt::ControlModifier) ? 1 : kStep;
    switch (event.key()) {
    case Qt::Key_Left:
        return {-length, 0};
    case Qt::Key_Right:
        return {length, 0};
    case Qt::Key_Up:
        return {0, -length};
    case Qt::Key_Down:
        return {0, length};
    default:
        return {};
    }
}

} // namespace

RegionOverlay::RegionOverlay(QScreen& screen, QPixmap picture, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_screen(screen.geometry()), m_ratio(screen.devicePixelRatio()), m_picture(std::move(picture)),
      m_bar(new QWidget(this)), m_size(ui::label({}, ui::TextStyle::Strong)),
      m_take(ui::primaryButton(tr("Record this part (Enter)"))) {
    setScreen(&screen);
    setGeometry(m_screen);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(tr("Choose a part of the screen"));
    setAccessibleName(tr("Choose a part of the screen"));

    m_bar->setObjectName(QStringLiteral("regionBar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setAutoFillBackground(true);
    m_bar->setCursor(Qt::ArrowCursor);
    m_size->setObjectName(QStringLiteral("regionSize"));
    m_take->setObjectName(QStringLiteral("regionTake"));
    auto* words = ui::label(tr("Drag over what is to be recorded. Arrow keys move the frame, with Shift they "
                               "size it."),
                            ui::TextStyle::Body);
    auto* leave = ui::button(tr("Leave (Esc)"));
    leave->setObjectName(QStringLiteral("regionLeave"));
    for (QPushButton* button : {m_take, leave})
        button->setFocusPolicy(Qt::NoFocus); // the keys belong to the frame
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::px(ui::kMedium));
    buttons->addWidget(m_size, 1);
    buttons->addWidget(m_take);
    buttons->addWidget(leave);
    auto* column = new QVBoxLayout(m_bar);
    column->addWidget(words);
    column->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &RegionOverlay::take);
    connect(leave, &QPushButton::clicked, this, &RegionOverlay::left);
    showRegion();
}

void RegionOverlay::suggest() {
    const QRect all = rect();
    QRect middle(0, 0, all.width() / 2, all.height() / 2);
    middle.moveCenter(all.center());
    setRegion(middle);
    m_suggested = true;
}

void RegionOverlay::forget() {
    m_suggested = false;
    setRegion({});
}

QRect RegionOverlay::deviceRegion() const {
    // A window manager may have put the overlay elsewhere than asked.
    const QPoint offset = mapToGlobal(QPoint(0, 0)) - m_screen.topLeft();
    return devicePixels(m_region.translated(offset), m_screen, m_ratio);
}

void RegionOverlay::setRegion(const QRect& region) {
    m_region = region;
    showRegion();
}

void RegionOverlay::take() {
    if (m_region.width() >= kLeast && m_region.height() >= kLeast)
        emit taken();
}

void RegionOverlay::showRegion() {
    const bool fits = m_region.width() >= kLeast && m_region.height() >= kLeast;
    m_take->setEnabled(fits);
    const QSize size = fits ? deviceRegion().size() : QSize();
    m_size->setText(fits ? tr("%1 × %2 pixels").arg(size.width()).arg(size.height())
                         : tr("Nothing is chosen on this screen yet"));
    setAccessibleDescription(m_size->text());
    // Beside what is chosen, where there is room.
    const int gap = ui::px(ui::kLarge);
    const int wide =
        std::max(m_bar->minimumSizeHint().width(), std::min(width() - 2 * gap, ui::px(kBarWidth)));
    m_bar->resize(wide, m_bar->heightForWidth(wide));
    QPoint at(std::max(0, (width() - wide) / 2), gap);
    const int above = m_region.top();
    const int below = height() - m_region.bottom();
    if (!m_region.isEmpty() && above < gap + m_bar->height() && below > above)
        at.setY(height() - gap - m_bar->height());
    m_bar->move(at);
    update();
}

void RegionOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto drawScreen = [&] {
        if (m_picture.isNull())
            painter.fillRect(rect(), kGround);
        else
            painter.drawPixmap(rect(), m_picture);
    };
    drawScreen();
    painter.fillRect(rect(), kShade);
    if (m_region.isEmpty())
        return;
    painter.setClipRect(m_region);
    drawScreen();
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kLineEdge, 4));
    painter.drawRect(m_region.adjusted(-2, -2, 1, 1));
    painter.setPen(QPen(kLine, 2, m_suggested ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(m_region.adjusted(-2, -2, 1, 1));
}

void RegionOverlay::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    activateWindow();
    setFocus();
    m_from = event->position().toPoint();
    m_before = m_region;
    // The suggestion is no hindrance to drawing within it.
    m_drag = !m_suggested && m_region.contains(m_from) ? Drag::Move : Drag::Draw;
    if (m_drag == Drag::Draw) {
        m_suggested = false;
        setRegion({});
        emit begun();
    }
}

void RegionOverlay::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (m_drag == Drag::Draw) {
        const QPoint to(std::clamp(at.x(), 0, width()), std::clamp(at.y(), 0, height()));
        setRegion(QRect(QPoint(std::min(m_from.x(), to.x()), std::min(m_from.y(), to.y())),
                        QSize(std::abs(to.x() - m_from.x()), std::abs(to.y() - m_from.y()))));
    } else if (m_drag == Drag::Move) {
        m_region = m_before;
        stepBy(at - m_from);
    }
}

void RegionOverlay::mouseReleaseEvent(QMouseEvent*) {
    // A click that slipped is no frame: left in place, the next drag from there would move it.
    if (m_drag == Drag::Draw && (m_region.width() < kLeast || m_region.height() < kLeast))
        setRegion({});
    m_drag = Drag::None;
}

void RegionOverlay::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_before.contains(event->position().toPoint()) || m_region.contains(event->position().toPoint()))
        take();
}

void RegionOverlay::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        emit left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return;
    default:
        break;
    }
    const QPoint step = stepOf(*event);
    if (step.isNull()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_region.isEmpty()) {
        emit begun();
        suggest();
    }
    m_suggested = false;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        sizeBy(step);
    else
        stepBy(step);
}

void RegionOverlay::stepBy(QPoint step) {
    const QPoint at = m_region.topLeft() + step;
    m_region.moveTopLeft({std::clamp(at.x(), 0, std::max(0, width() - m_region.width())),
                          std::clamp(at.y(), 0, std::max(0, height() - m_region.height()))});
    showRegion();
}

void RegionOverlay::sizeBy(QPoint step) {
    const QSize most(width() - m_region.x(), height() - m_region.y());
    m_region.setSize(
        {std::clamp(m_region.width() + step.x(), std::min(kLeast, most.width()), most.width()),
         std::clamp(m_region.height() + step.y(), std::min(kLeast, most.height()), most.height())});
    showRegion();
}

void RegionOverlay::resizeEvent(QResizeEvent*) {
    if (m_suggested)
        suggest();
    else
        showRegion();
}

bool RegionOverlay::focusNextPrevChild(bool) {
    emit nextScreen();
    return true;
}

} // namespace mockingbird::recorder
