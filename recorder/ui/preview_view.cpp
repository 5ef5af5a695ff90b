// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/preview_view.h"

#include "common/ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace mockingbird::recorder {

namespace {
constexpr int kBytesPerPixel = 4;
const QColor kGround(0x10, 0x15, 0x14); // pictures stand on dark in both themes
const QColor kWords(0xC9, 0xD3, 0xD0);
} // namespace

PreviewView::PreviewView(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumHeight(ui::px(140));
    setAccessibleName(tr("Live picture"));
}

void PreviewView::setSources(std::size_t count) {
    m_shown.assign(count, {});
    update();
}

void PreviewView::setPicture(std::size_t source, media::Picture picture) {
    if (source >= m_shown.size())
        return;
    Shown& shown = m_shown[source];
    shown.picture = std::move(picture);
    shown.image = QImage(shown.picture.pixels.data(), shown.picture.width, shown.picture.height,
                         shown.picture.width * kBytesPerPixel, QImage::Format_RGB32);
    update();
}

void PreviewView::setSentence(const QString& sentence) {
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    update();
}

bool PreviewView::hasPicture() const {
    return std::any_of(m_shown.begin(), m_shown.end(), [](const Shown& one) { return !one.image.isNull(); });
}

QSize PreviewView::sizeHint() const {
    return {ui::px(480), ui::px(270)};
}

void PreviewView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(rect(), ui::kRadius, ui::kRadius);
    painter.setClipPath(frame);
    painter.fillRect(rect(), kGround);
    if (!hasPicture()) {
        painter.setPen(kWords);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
        return;
    }
    const int count = static_cast<int>(m_shown.size());
    for (int index = 0; index < count; ++index) {
        const QImage& image = m_shown[static_cast<std::size_t>(index)].image;
        if (image.isNull())
            continue;
        const QRect cell(width() * index / count, 0, width() / count, height());
        const QSize fitted = image.size().scaled(cell.size(), Qt::KeepAspectRatio);
        const QRect target(cell.center() - QPoint(fitted.width() / 2, fitted.height() / 2), fitted);
        painter.drawImage(target, image);
    }
}

} // namespace mockingbird::recorder
