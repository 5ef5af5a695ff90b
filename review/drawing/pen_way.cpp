// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/pen_way.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mockingbird::review {

namespace {

using catalog::FramePoint;
using Way = std::vector<FramePoint>;

/// Squared, from the point to the nearest place between `from` and `to`, in heights of the frame.
double distanceSquared(const FramePoint& point, const FramePoint& from, const FramePoint& to, double aspect) {
    const double wayX = (to.x - from.x) * aspect;
    const double wayY = to.y - from.y;
    const double x = (point.x - from.x) * aspect;
    const double y = point.y - from.y;
    const double length = wayX * wayX + wayY * wayY;
    const double part = length > 0 ? std::clamp((x * wayX + y * wayY) / length, 0.0, 1.0) : 0.0;
    const double offX = x - part * wayX;
    const double offY = y - part * wayY;
    return offX * offX + offY * offY;
}

/// At most `most` of its points, evenly chosen, the first and the last among them.
Way thinned(const Way& way, std::size_t most) {
    if (way.size() <= most)
        return way;
    Way result;
    for (std::size_t each = 0; each < most; ++each)
        result.push_back(way[each * (way.size() - 1) / (most - 1)]);
    return result;
}

Way kept(const Way& way, double tolerance, double aspect) {
    std::vector<bool> keeps(way.size(), false);
    keeps.front() = keeps.back() = true;
    // A stack of its own: a long way may nest deep.
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, way.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t turn = 0;
        for (std::size_t each = first + 1; each < last; ++each) {
            const double off = distanceSquared(way[each], way[first], way[last], aspect);
            if (off > farthest) {
                farthest = off;
                turn = each;
            }
        }
        if (turn == 0)
            continue;
        keeps[turn] = true;
        open.emplace_back(first, turn);
        open.emplace_back(turn, last);
    }
    Way result;
    for (std::size_t each = 0; each < way.size(); ++each)
        if (keeps[each])
            result.push_back(way[each]);
    return result;
}

} // namespace

Way simplified(const Way& way, double tolerance, double aspect) {
    if (way.size() < 3)
        return way;
    // What is left out costs time by the square of the points in the worst case, a scribble.
    const Way drawn = thinned(way, 4 * catalog::Drawing::kMostPoints);
    Way result = kept(drawn, tolerance, aspect);
    if (result.size() > catalog::Drawing::kMostPoints)
        result = kept(drawn, 4 * tolerance, aspect);
    return thinned(result, catalog::Drawing::kMostPoints);
}

} // namespace mockingbird::review
