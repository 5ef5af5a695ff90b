// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/desk_panes.h"

#include "common/ui/theme.h"

#include <QEvent>
#include <algorithm>

namespace mockingbird::review {

namespace {

int narrowest(const QWidget& widget) {
    return std::max(widget.minimumSizeHint().width(), widget.minimumWidth());
}

} // namespace

DeskPanes::DeskPanes(QWidget* recording, QWidget* side, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_recording(recording), m_side(side) {
    addWidget(recording);
    addWidget(side);
    setChildrenCollapsible(false);
    setStretchFactor(0, 5);
    setStretchFactor(1, 3);
    setHandleWidth(ui::px(ui::kMedium));
}

void DeskPanes::showPane(Pane pane) {
    if (pane == m_pane)
        return;
    m_pane = pane;
    apply();
    emit changed();
}

QSize DeskPanes::minimumSizeHint() const {
    const int recording = m_recording->minimumSizeHint().height();
    const int side = m_side->minimumSizeHint().height();
    const int folded = m_pane == Pane::Recording ? recording : side;
    return {std::max(narrowest(*m_recording), narrowest(*m_side)),
            m_folded ? folded : std::max(recording, side)};
}

void DeskPanes::resizeEvent(QResizeEvent* event) {
    fold();
    QSplitter::resizeEvent(event);
}

bool DeskPanes::event(QEvent* event) {
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return done;
}

void DeskPanes::fold() {
    const bool folded = width() < narrowest(*m_recording) + handleWidth() + narrowest(*m_side);
    if (folded == m_folded)
        return;
    m_folded = folded;
    apply();
    emit changed();
}

void DeskPanes::apply() {
    m_recording->setVisible(!m_folded || m_pane == Pane::Recording);
    m_side->setVisible(!m_folded || m_pane == Pane::Side);
    updateGeometry();
}

} // namespace mockingbird::review
