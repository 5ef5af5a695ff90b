// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mockingbird::review {

namespace {

constexpr double kMostSteps = 5;

double roundStep(double span) {
    const double power = std::pow(10.0, std::floor(std::log10(span / kMostSteps)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (span / (factor * power) <= kMostSteps)
            return factor * power;
    return 10 * power;
}

} // namespace

std::vector<PlotTick> roundTicks(double low, double high) {
    if (high <= low)
        high = low + 1;
    double step = roundStep(high - low);
    const bool whole = std::floor(low) == low && std::floor(high) == high;
    if (whole)
        step = std::max(step, 1.0);
    std::vector<PlotTick> ticks;
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    for (double place = first; place <= last; ++place) {
        const double value = place * step;
        ticks.push_back({value, QString::number(value, 'g', 6)});
    }
    return ticks;
}

std::vector<PlotTick> ticksOf(const PlotContent& content) {
    if (!content.ticks.empty())
        return content.ticks;
    if (content.kind == PlotKind::Shares) {
        std::vector<PlotTick> ticks;
        for (const int percent : {0, 25, 50, 75, 100})
            ticks.push_back({static_cast<double>(percent), QStringLiteral("%1 %").arg(percent)});
        return ticks;
    }
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const PlotSeries& series : content.series)
        for (const PlotValue& value : series.values)
            if (value.value) {
                low = std::min(low, *value.value);
                high = std::max(high, *value.value);
            }
    if (low > high)
        return roundTicks(0, 1);
    if (content.kind == PlotKind::Bars)
        low = std::min(low, 0.0);
    return roundTicks(low, high);
}

} // namespace mockingbird::review
