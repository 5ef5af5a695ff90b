// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured_times.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::bench {

void MeasuredTimes::add(std::chrono::steady_clock::duration time) {
    m_times.push_back(std::chrono::duration<double, std::milli>(time).count());
}

double MeasuredTimes::at(double part) const {
    if (m_times.empty())
        return 0;
    std::vector<double> sorted = m_times;
    std::ranges::sort(sorted);
    const double place = std::ceil(part * static_cast<double>(sorted.size())) - 1;
    return sorted[static_cast<std::size_t>(std::max(0.0, place))];
}

} // namespace mockingbird::bench
