// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mockingbird::review {

namespace {

using catalog::FramePoint;
using Way = std::vector<FramePoint>;

constexpr int kRingPoints = 64;
// Of the frame's shorter side; a short arrow's head is a part of its length.
constexpr double kMostHead = 0.06;
constexpr double kHeadOfShaft = 0.45;
constexpr double kHeadAngle = std::numbers::pi / 6;

std::vector<Way> arrow(const FramePoint& from, const FramePoint& to, double aspect) {
    const double dx = (from.x - to.x) * aspect;
    const double dy = from.y - to.y;
    const double length = std::hypot(dx, dy);
    if (length <= 0)
        return {};
    const double head = std::min(kMostHead * std::min(1.0, aspect), kHeadOfShaft * length);
    const double back = std::atan2(dy, dx);
    const auto barb = [&](double turn) {
        return FramePoint{to.x + head * std::cos(back + turn) / aspect, to.y + head * std::sin(back + turn)};
    };
    return {{from, to}, {barb(-kHeadAngle), to, barb(kHeadAngle)}};
}

std::vector<Way> ellipse(const FramePoint& one, const FramePoint& other) {
    const double width = std::abs(other.x - one.x) / 2;
    const double height = std::abs(other.y - one.y) / 2;
    if (width <= 0 && height <= 0)
        return {};
    Way ring;
    ring.reserve(kRingPoints + 1);
    for (int step = 0; step <= kRingPoints; ++step) {
        const double angle = 2 * std::numbers::pi * (step % kRingPoints) / kRingPoints;
        ring.push_back({(one.x + other.x) / 2 + width * std::cos(angle),
                        (one.y + other.y) / 2 + height * std::sin(angle)});
    }
    return {std::move(ring)};
}

} // namespace

std::vector<Way> outlineOf(const catalog::DrawnShape& shape, double aspect) {
    if (shape.points.size() < 2 || !(aspect > 0))
        return {};
    switch (shape.kind) {
    case catalog::ShapeKind::Arrow:
        return arrow(shape.points.front(), shape.points.back(), aspect);
    case catalog::ShapeKind::Ellipse:
        return ellipse(shape.points.front(), shape.points.back());
    case catalog::ShapeKind::Line:
        return {shape.points};
    }
    return {};
}

} // namespace mockingbird::review
