// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_content.h"

namespace mockingbird::review {

/// Three to six round values (1, 2 or 5 times a power of ten apart) around [low, high]. Whole ones where both
/// ends are whole and there is room between them.
[[nodiscard]] std::vector<PlotTick> roundTicks(double low, double high);
/// The content's own, else round ones around its values; bars begin at 0, shares go from 0 to 100.
[[nodiscard]] std::vector<PlotTick> ticksOf(const PlotContent& content);

} // namespace mockingbird::review
