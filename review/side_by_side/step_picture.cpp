// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/step_picture.h"

#include "common/ui/theme.h"

#include <QImage>
#include <QPainter>
#include <utility>

namespace mockingbird::review {

StepPicture::StepPicture(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StepPicture::setPicture(media::Picture picture) {
    m_picture = std::move(picture);
    update();
}

void StepPicture::setSentence(const QString& sentence) {
    m_sentence = sentence;
    update();
}

void StepPicture::clear() {
    m_picture.reset();
    m_sentence.clear();
    update();
}

void StepPicture::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_picture) {
        const QImage image(m_picture->pixels.data(), m_picture->width, m_picture->height,
                           static_cast<qsizetype>(m_picture->width) * 4, QImage::Format_RGB32);
        const QSizeF size = QSizeF(image.size()).scaled(this->size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(
            QRectF({(width() - size.width()) / 2, (height() - size.height()) / 2}, size).toAlignedRect(),
            image);
    } else if (!m_sentence.isEmpty()) {
        painter.setPen(Qt::lightGray);
        painter.setFont(ui::font(ui::TextStyle::Body));
        const int margin = ui::px(ui::kMedium);
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
    }
}

} // namespace mockingbird::review
