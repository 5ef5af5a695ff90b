// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/image_content_view.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QImageReader>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {
constexpr qint64 kMostPixels = 100'000'000; ///< 400 MB once it is decoded
}

class ImageContentView::Picture : public QWidget {
public:
    QImage image;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), image);
    }
};

ImageContentView::ImageContentView(QWidget* parent)
    : ContentView(parent), m_picture(new Picture), m_scroll(new QScrollArea),
      m_toggle(ui::quietButton(tr("Pixel by pixel"))) {
    m_picture->setObjectName(QStringLiteral("picture"));
    m_scroll->setWidget(m_picture);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_toggle->setObjectName(QStringLiteral("imageSize"));
    auto* bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(m_toggle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addLayout(bar);
    column->addWidget(m_scroll, 1);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setFitted(!m_fitted); });
}

Result<void> ImageContentView::show(const Source& source) {
    QImageReader reader(QString::fromStdString(source.file.string()));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > kMostPixels)
        return Error{ErrorCode::OutOfRange, "the picture is too large to be shown here", 0};
    QImageReader::setAllocationLimit(512);
    const QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::Corrupt, "the picture is damaged", 0};
    m_picture->image = image;
    m_picture->setAccessibleName(ui::toQString(source.material.title));
    setFitted(true);
    return {};
}

QString ImageContentView::placeName(const catalog::ReadingPlace&) const {
    return tr("The picture");
}

QString ImageContentView::extent() const {
    return tr("%1 × %2 pixels").arg(m_picture->image.width()).arg(m_picture->image.height());
}

QWidget* ImageContentView::reading() {
    return m_scroll;
}

void ImageContentView::setFitted(bool fitted) {
    m_fitted = fitted;
    m_toggle->setText(fitted ? tr("Pixel by pixel") : tr("Fit the window"));
    arrange();
}

void ImageContentView::arrange() {
    QSize size = m_picture->image.size();
    const QSize room = m_scroll->viewport()->size();
    // A small picture isn't blown up.
    if (m_fitted && (size.width() > room.width() || size.height() > room.height()))
        size.scale(room, Qt::KeepAspectRatio);
    m_picture->resize(size.expandedTo({1, 1}));
    m_picture->update();
}

void ImageContentView::resizeEvent(QResizeEvent* event) {
    ContentView::resizeEvent(event);
    arrange();
}

} // namespace mockingbird::studio
