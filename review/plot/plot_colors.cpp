// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_colors.h"

#include "review/notes/mark.h"

#include <cmath>

namespace mockingbird::review {

namespace {

constexpr QColor kPalest(0xDC, 0xEA, 0xF7);
constexpr QColor kDarkest(0x0B, 0x3A, 0x63);

int between(int from, int to, double part) {
    return static_cast<int>(std::lround(from + (to - from) * part));
}

} // namespace

QColor PlotColors::series(std::size_t index) const {
    return markColor(index, m_scheme);
}

QColor PlotColors::step(std::size_t index, std::size_t steps) {
    const double part = steps < 2 ? 0.5 : static_cast<double>(index) / static_cast<double>(steps - 1);
    return {between(kPalest.red(), kDarkest.red(), part), between(kPalest.green(), kDarkest.green(), part),
            between(kPalest.blue(), kDarkest.blue(), part)};
}

QColor PlotColors::textOn(const QColor& ground) {
    return ui::contrast(Qt::white, ground) >= ui::contrast(Qt::black, ground) ? QColor(Qt::white)
                                                                              : QColor(Qt::black);
}

} // namespace mockingbird::review
