// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <vector>

namespace mockingbird::review {

/// Which of a recording's pictures are shown, and how.
enum class PictureLayout { Single, SideBySide, Inset };
/// Where the small one of Inset lies.
enum class InsetCorner { TopLeft, TopRight, BottomLeft, BottomRight };

/// Where pictures of these sizes lie in the area, each whole and in its own proportions: one alone as large
/// as it can be; two side by side of the same height; inset, the second small in a corner of the first.
[[nodiscard]] std::vector<QRectF> arranged(PictureLayout layout, InsetCorner corner, const QRectF& area,
                                           const std::vector<QSizeF>& sizes);
/// The corner that a small picture around that place belongs to.
[[nodiscard]] InsetCorner nearestCorner(const QRectF& area, const QPointF& place);

} // namespace mockingbird::review
