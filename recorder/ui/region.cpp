// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/region.h"

#include <QString>
#include <cmath>

namespace mockingbird::recorder {

namespace {

int scaled(int length, double ratio) {
    return static_cast<int>(std::lround(length * ratio));
}

} // namespace

QRect devicePixels(const QRect& onScreen, const QRect& screen, double ratio) {
    const QRect whole(0, 0, scaled(screen.width(), ratio), scaled(screen.height(), ratio));
    // Edge by edge: scaled as position and size, two neighbours could overlap.
    const QPoint from(scaled(onScreen.x(), ratio), scaled(onScreen.y(), ratio));
    const QPoint to(scaled(onScreen.x() + onScreen.width(), ratio),
                    scaled(onScreen.y() + onScreen.height(), ratio));
    QRect cut = QRect(from, QSize(to.x() - from.x(), to.y() - from.y())).intersected(whole);
    cut.setSize({cut.width() & ~1, cut.height() & ~1});
    return cut.translated(screen.topLeft());
}

SourceSpec regionSource(const QRect& devicePixels) {
    const QString text = QStringLiteral("%1x%2+%3+%4")
                             .arg(devicePixels.width())
                             .arg(devicePixels.height())
                             .arg(devicePixels.x())
                             .arg(devicePixels.y());
    return {SourceKind::Screen, text.toStdString()};
}

std::optional<QRect> regionOf(const SourceSpec& source) {
    const auto part = source.kind == SourceKind::Screen ? parseScreenPart(source.parameter) : std::nullopt;
    if (!part)
        return std::nullopt;
    return QRect(part->x, part->y, part->width, part->height);
}

} // namespace mockingbird::recorder
