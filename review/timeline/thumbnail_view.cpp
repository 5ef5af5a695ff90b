// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/thumbnail_view.h"

#include "common/ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr int kRim = 3;

} // namespace

ThumbnailView::ThumbnailView(QWidget* parent) : QWidget(parent) {
    setObjectName("thumbnail");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ThumbnailView::showAt(double x, double below, const QImage& picture, const QString& time) {
    if (m_time != time || m_picture.cacheKey() != picture.cacheKey()) {
        m_time = time;
        m_picture = picture;
        update();
    }
    // Pictures that stand upright are as high as others are, near enough.
    const QSize shown = picture.size().scaled(ui::px(kWidth), ui::px(kWidth * 3 / 4), Qt::KeepAspectRatio);
    const QFontMetrics metrics(ui::font(ui::TextStyle::Small));
    const int wide = std::max(shown.width(), metrics.horizontalAdvance(time) + ui::px(kRim));
    const QSize size(wide + 2 * kRim, shown.height() + metrics.height() + 4 + 2 * kRim);
    const int room = parentWidget()->width() - size.width();
    const int left = std::clamp(static_cast<int>(std::lround(x)) - size.width() / 2, 0, std::max(0, room));
    const int top = std::max(0, static_cast<int>(below) - size.height());
    setGeometry({{left, top}, size});
    if (isHidden()) {
        show();
        raise();
    }
}

void ThumbnailView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ui::colors().controlBorder, 1));
    painter.setBrush(ui::colors().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int text = QFontMetrics(ui::font(ui::TextStyle::Small)).height() + 4;
    const QRectF place = QRectF(rect()).adjusted(kRim, kRim, -kRim, -kRim - text);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF shown = QSizeF(m_picture.size()).scaled(place.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF({place.center().x() - shown.width() / 2, place.top()}, shown), m_picture);
    painter.setFont(ui::font(ui::TextStyle::Small));
    painter.setPen(ui::colors().text);
    painter.drawText(QRectF(0, place.bottom(), width(), text), Qt::AlignCenter, m_time);
}

} // namespace mockingbird::review
