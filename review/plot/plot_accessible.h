// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::review {

/// From now on screen readers meet a PlotChart as a chart, described in words, whose value is the one that
/// the keyboard is at. GUI thread; once is enough.
void installPlotAccessibility();

} // namespace mockingbird::review
