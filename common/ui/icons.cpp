// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A macro of Qt's that must stand outside of every namespace; without it the linker leaves the resources of a
// static library out.
static void initIconResources() {
    Q_INIT_RESOURCE(icons);
}

namespace mockingbird::ui {

namespace {

QByteArray source(const QString& name) {
    initIconResources();
    QFile file(QStringLiteral(":/mockingbird/icons/%1.svg").arg(name));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(there, "ui::icon", qPrintable(name));
    return there ? file.readAll() : QByteArray();
}

QPixmap render(const QByteArray& svg, QSize pixels) {
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        const int side = qMin(pixels.width(), pixels.height());
        renderer.render(&painter,
                        QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    }
    return pixmap;
}

QPixmap tinted(const QString& name, const QColor& color, QSize pixels) {
    const QString key = QStringLiteral("mockingbird/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = render(source(name).replace("#000", color.name(QColor::HexRgb).toLatin1()), pixels);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws the icon in what the theme's colour is at that moment, so that a change of theme needs a repaint
/// alone.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, QColor Colors::*color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        const QColor color = mode == QIcon::Disabled ? colors().controlBorder : colors().*m_color;
        return tinted(m_name, color, size);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    QString m_name;
    QColor Colors::*m_color;
};

} // namespace

QIcon icon(const char* name, QColor Colors::*color) {
    return QIcon(new ThemedIconEngine(QString::fromLatin1(name), color)); // QIcon takes the engine
}

QPixmap iconPixmap(const char* name, int size, const QColor& color, qreal devicePixelRatio) {
    QPixmap pixmap = tinted(QString::fromLatin1(name), color, QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon() {
    QIcon mark;
    const QByteArray svg = source(QStringLiteral("mockingbird"));
    for (const int size : {16, 32, 48, 128})
        mark.addPixmap(render(svg, QSize(size, size)));
    return mark;
}

} // namespace mockingbird::ui
