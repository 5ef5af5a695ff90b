// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace mockingbird::catalog {

/// A place on a frame, from 0 at its left and top edge to 1 at its right and bottom, whatever its size.
struct FramePoint {
    double x = 0;
    double y = 0;
    bool operator==(const FramePoint&) const = default;
};

enum class ShapeKind { Arrow, Ellipse, Line };

/// Arrow: where it begins, where it points. Ellipse: two opposite corners of the box around it. Line: the way
/// of the pen.
struct DrawnShape {
    ShapeKind kind = ShapeKind::Line;
    std::vector<FramePoint> points;
    bool operator==(const DrawnShape&) const = default;
};

/// What a note draws on the frame of its moment.
struct Drawing {
    static constexpr std::size_t kMostShapes = 50;
    static constexpr std::size_t kMostPoints = 2000; ///< of one shape

    int picture = 0; ///< which of the recording's picture tracks it lies on
    std::vector<DrawnShape> shapes;

    [[nodiscard]] bool empty() const { return shapes.empty(); }
    bool operator==(const Drawing&) const = default;
};

} // namespace mockingbird::catalog
