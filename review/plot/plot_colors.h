// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/theme.h"

#include <QColor>
#include <cstddef>

namespace mockingbird::review {

/// What a plot is drawn in: on the screen the theme's colours, on paper and in files the light ones.
class PlotColors {
public:
    [[nodiscard]] static PlotColors ofScreen() { return PlotColors(ui::scheme()); }
    [[nodiscard]] static PlotColors ofPaper() { return PlotColors(ui::Scheme::Light); }
    [[nodiscard]] static PlotColors of(ui::Scheme scheme) { return PlotColors(scheme); }

    [[nodiscard]] QColor surface() const { return ui::colorsOf(m_scheme).surface; }
    [[nodiscard]] QColor text() const { return ui::colorsOf(m_scheme).text; }
    [[nodiscard]] QColor muted() const { return ui::colorsOf(m_scheme).muted; }
    [[nodiscard]] QColor grid() const { return ui::colorsOf(m_scheme).border; }
    [[nodiscard]] QColor axis() const { return ui::colorsOf(m_scheme).controlBorder; }
    /// Told apart by all kinds of colour vision (markColor), 3:1 at least on the surface.
    [[nodiscard]] QColor series(std::size_t index) const;
    /// A step of a distribution, from pale to dark in one hue, so that it reads as an order in grey too. The
    /// same in both schemes; outlined, as the outermost ones come near a surface.
    [[nodiscard]] static QColor step(std::size_t index, std::size_t steps);
    /// Black or white, whichever is read better on it.
    [[nodiscard]] static QColor textOn(const QColor& ground);

private:
    explicit PlotColors(ui::Scheme scheme) : m_scheme(scheme) {}
    ui::Scheme m_scheme;
};

} // namespace mockingbird::review
