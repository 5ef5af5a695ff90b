// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_content.h"

#include <QByteArray>
#include <QSize>

namespace mockingbird::review {

/// The size a plot is exported in, in pixels at 96 a inch.
[[nodiscard]] QSize exportSize(const PlotContent& content);
/// The plot with its title, in the light colours whatever the theme, so that it is the same on paper. Needs a
/// QApplication. The SVG has the plot in words as its description.
[[nodiscard]] QByteArray plotSvg(const PlotContent& content);
/// The same in twice as many pixels.
[[nodiscard]] QByteArray plotPng(const PlotContent& content);

} // namespace mockingbird::review
