// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/caption_view.h"

#include "review/player_view/caption_painting.h"

#include <QEvent>
#include <QPainter>
#include <utility>

namespace mockingbird::review {

CaptionView::CaptionView(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CaptionView::setArea(const QRectF& area) {
    if (std::exchange(m_area, area) != area)
        update();
}

void CaptionView::setSaid(std::vector<const catalog::Cue*> said) {
    if (said == m_said)
        return;
    m_said = std::move(said);
    update();
}

void CaptionView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintCaptions(painter, m_area, m_said);
}

void CaptionView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        update();
}

} // namespace mockingbird::review
