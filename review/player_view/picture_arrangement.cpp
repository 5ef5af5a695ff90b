// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/picture_arrangement.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr double kGap = 4;
constexpr double kInsetPart = 0.3;    ///< of the large picture's width and height at most
constexpr double kInsetMargin = 0.02; ///< of its shorter side

QRectF fitted(const QSizeF& size, const QRectF& area) {
    const QSizeF fit = size.scaled(area.size(), Qt::KeepAspectRatio);
    return {area.center() - QPointF(fit.width(), fit.height()) / 2, fit};
}

std::vector<QRectF> sideBySide(const QRectF& area, const QSizeF& one, const QSizeF& other) {
    const double aspects = one.width() / one.height() + other.width() / other.height();
    const double height = std::max(0.0, std::min(area.height(), (area.width() - kGap) / aspects));
    const QSizeF left(height * one.width() / one.height(), height);
    const QSizeF right(height * other.width() / other.height(), height);
    const double x = area.center().x() - (left.width() + kGap + right.width()) / 2;
    const double y = area.center().y() - height / 2;
    return {QRectF(QPointF(x, y), left), QRectF(QPointF(x + left.width() + kGap, y), right)};
}

QRectF inset(InsetCorner corner, const QRectF& large, const QSizeF& small) {
    const QSizeF size = small.scaled(large.size() * kInsetPart, Qt::KeepAspectRatio);
    const double margin = kInsetMargin * std::min(large.width(), large.height());
    const bool left = corner == InsetCorner::TopLeft || corner == InsetCorner::BottomLeft;
    const bool top = corner == InsetCorner::TopLeft || corner == InsetCorner::TopRight;
    return {QPointF(left ? large.left() + margin : large.right() - margin - size.width(),
                    top ? large.top() + margin : large.bottom() - margin - size.height()),
            size};
}

} // namespace

std::vector<QRectF> arranged(PictureLayout layout, InsetCorner corner, const QRectF& area,
                             const std::vector<QSizeF>& sizes) {
    if (sizes.empty())
        return {};
    if (layout == PictureLayout::Single || sizes.size() < 2)
        return {fitted(sizes.front(), area)};
    if (layout == PictureLayout::SideBySide)
        return sideBySide(area, sizes[0], sizes[1]);
    const QRectF large = fitted(sizes[0], area);
    return {large, inset(corner, large, sizes[1])};
}

InsetCorner nearestCorner(const QRectF& area, const QPointF& place) {
    if (place.y() < area.center().y())
        return place.x() < area.center().x() ? InsetCorner::TopLeft : InsetCorner::TopRight;
    return place.x() < area.center().x() ? InsetCorner::BottomLeft : InsetCorner::BottomRight;
}

} // namespace mockingbird::review
