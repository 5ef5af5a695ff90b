// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/drawing_strokes.h"

#include "review/drawing/drawing_outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace mockingbird::review {

namespace {

constexpr double kLeastLine = 4.0; ///< pixels; on a page such a picture is shown at half its size

/// Colours and widths of the player's own drawing.
struct Coat {
    std::array<double, 3> color; ///< blue, green, red
    double opacity;
    double width; ///< of the line's
};
constexpr std::array kCoats{Coat{{0, 0, 0}, 200.0 / 255, 2.6}, Coat{{255, 255, 255}, 1, 1.8},
                            Coat{{0x1a, 0x7a, 0xff}, 1, 1}};

struct Point {
    double x;
    double y;
};

double distanceTo(const Point& from, const Point& to, const Point& point) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared > 0 ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

/// How far each pixel's middle lies from the nearest line, as far as that is within reach.
class Distances {
public:
    Distances(int width, int height, double reach)
        : m_width(width), m_height(height), m_reach(reach),
          m_nearest(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                    std::numeric_limits<float>::max()) {}

    void add(const Point& from, const Point& to) {
        const int left = pixel(std::min(from.x, to.x) - m_reach, m_width);
        const int right = pixel(std::max(from.x, to.x) + m_reach, m_width);
        const int top = pixel(std::min(from.y, to.y) - m_reach, m_height);
        const int bottom = pixel(std::max(from.y, to.y) + m_reach, m_height);
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                float& nearest = m_nearest[index(x, y)];
                nearest = std::min(nearest, static_cast<float>(distanceTo(from, to, {x + 0.5, y + 0.5})));
            }
        }
    }
    [[nodiscard]] double at(std::size_t pixel) const { return m_nearest[pixel]; }
    [[nodiscard]] std::size_t size() const { return m_nearest.size(); }

private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
    }
    /// The pixel that a coordinate lies in, within the picture.
    static int pixel(double coordinate, int size) {
        return static_cast<int>(std::clamp(std::floor(coordinate), 0.0, size - 1.0));
    }

    int m_width;
    int m_height;
    double m_reach;
    std::vector<float> m_nearest;
};

void blend(std::uint8_t* pixel, const Coat& coat, double share) {
    for (std::size_t channel = 0; channel < coat.color.size(); ++channel)
        pixel[channel] = static_cast<std::uint8_t>(
            std::lround(pixel[channel] + (coat.color[channel] - pixel[channel]) * share));
}

} // namespace

void drawStrokes(media::Picture& picture, const catalog::Drawing& drawing) {
    const std::size_t pixels = static_cast<std::size_t>(std::max(picture.width, 0)) *
                               static_cast<std::size_t>(std::max(picture.height, 0));
    if (drawing.empty() || pixels == 0 || picture.pixels.size() < pixels * 4)
        return;
    const double line = std::max(kLeastLine, kDrawingLine * std::min(picture.width, picture.height));
    Distances distances(picture.width, picture.height, line * kCoats.front().width / 2 + 1);
    const double aspect = static_cast<double>(picture.width) / picture.height;
    for (const catalog::DrawnShape& shape : drawing.shapes) {
        for (const auto& way : outlineOf(shape, aspect)) {
            const auto scaled = [&](const catalog::FramePoint& point) {
                return Point{point.x * picture.width, point.y * picture.height};
            };
            for (std::size_t step = 1; step < way.size(); ++step)
                distances.add(scaled(way[step - 1]), scaled(way[step]));
        }
    }
    for (std::size_t pixel = 0; pixel < distances.size(); ++pixel) {
        for (const Coat& coat : kCoats) {
            // A pixel that the edge runs through is covered in part.
            const double covered = std::clamp(line * coat.width / 2 + 0.5 - distances.at(pixel), 0.0, 1.0);
            if (covered > 0)
                blend(&picture.pixels[pixel * 4], coat, covered * coat.opacity);
        }
    }
}

} // namespace mockingbird::review
