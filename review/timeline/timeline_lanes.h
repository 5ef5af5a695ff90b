// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace mockingbird::review {

/// The rows of a timeline that is `width` wide, from top to bottom, at the present size of text.
struct TimelineLanes {
    static constexpr int kSide = 8;      ///< before the first and after the last time, for half a mark
    static constexpr int kMarkSize = 12; ///< of a note; both before scaling

    explicit TimelineLanes(double width = 0);

    QRectF segments;
    QRectF wave;
    QRectF notes;
    QRectF scale;
    QRectF overview;

    [[nodiscard]] double height() const;
};

} // namespace mockingbird::review
