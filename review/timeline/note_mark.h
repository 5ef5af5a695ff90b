// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/timeline/timeline_content.h"

#include <QRectF>
#include <array>
#include <cstddef>

class QPainter;

namespace mockingbird::review {

/// The note's mark: hollow and with a small padlock where the note is private, with a tail where it has
/// replies, so that neither is told by colour.
void drawNoteMark(QPainter& painter, const QRectF& place, const TimelineNote& note);

/// How wide badges are at the present size of text.
class BadgeWidths {
public:
    BadgeWidths();
    /// Of one with that number.
    [[nodiscard]] double operator()(std::size_t count) const;

private:
    std::array<double, 6> m_byDigits{};
};

/// Stands for several notes that lie too close to be told apart.
void drawBadge(QPainter& painter, const QRectF& place, std::size_t count);

} // namespace mockingbird::review
