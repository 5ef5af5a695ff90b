// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/agreement.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace mockingbird::review {

namespace {

/// What was given for one unit; rows that are too short have nothing for it.
std::vector<int> levelsOf(const Ratings& ratings, std::size_t unit) {
    std::vector<int> levels;
    for (const auto& row : ratings)
        if (unit < row.size() && row[unit])
            levels.push_back(*row[unit]);
    return levels;
}

std::size_t unitsOf(const Ratings& ratings) {
    std::size_t units = 0;
    for (const auto& row : ratings)
        units = std::max(units, row.size());
    return units;
}

} // namespace

std::optional<Agreement> percentAgreement(const Ratings& ratings, int margin) {
    Agreement agreement;
    double shares = 0;
    for (std::size_t unit = 0; unit < unitsOf(ratings); ++unit) {
        const std::vector<int> levels = levelsOf(ratings, unit);
        if (levels.size() < 2)
            continue;
        std::size_t pairs = 0;
        std::size_t agreeing = 0;
        for (std::size_t one = 0; one < levels.size(); ++one) {
            for (std::size_t other = one + 1; other < levels.size(); ++other) {
                ++pairs;
                if (std::abs(levels[one] - levels[other]) <= margin)
                    ++agreeing;
            }
        }
        shares += static_cast<double>(agreeing) / static_cast<double>(pairs);
        ++agreement.n;
    }
    if (agreement.n == 0)
        return std::nullopt;
    agreement.value = shares / static_cast<double>(agreement.n);
    return agreement;
}

std::optional<Agreement> quadraticWeightedKappa(const std::vector<std::optional<int>>& one,
                                                const std::vector<std::optional<int>>& other) {
    std::map<int, double> counts;
    std::map<int, double> otherCounts;
    std::size_t n = 0;
    double observed = 0;
    for (std::size_t unit = 0; unit < std::min(one.size(), other.size()); ++unit) {
        if (!one[unit] || !other[unit])
            continue;
        ++n;
        ++counts[*one[unit]];
        ++otherCounts[*other[unit]];
        observed += std::pow(*one[unit] - *other[unit], 2);
    }
    double expected = 0;
    for (const auto& [level, count] : counts)
        for (const auto& [otherLevel, otherCount] : otherCounts)
            expected += count * otherCount * std::pow(level - otherLevel, 2);
    // Both gave one and the same level always, or nothing was rated twice.
    if (expected == 0)
        return std::nullopt;
    return Agreement{1 - observed * static_cast<double>(n) / expected, n};
}

std::optional<Agreement> krippendorffAlphaOrdinal(const Ratings& ratings) {
    // The names of Krippendorff 2011: o_ck, how often c meets k within a unit, each unit's pairs weighing
    // 1 / (m_u - 1); n_c, how many pairable values are c; n, how many pairable values there are.
    std::map<int, std::map<int, double>> coincidences;
    std::map<int, double> counts;
    double values = 0;
    std::size_t units = 0;
    for (std::size_t unit = 0; unit < unitsOf(ratings); ++unit) {
        const std::vector<int> levels = levelsOf(ratings, unit);
        if (levels.size() < 2)
            continue;
        ++units;
        const double weight = 1.0 / static_cast<double>(levels.size() - 1);
        for (std::size_t c = 0; c < levels.size(); ++c) {
            ++counts[levels[c]];
            ++values;
            for (std::size_t k = 0; k < levels.size(); ++k)
                if (c != k)
                    coincidences[levels[c]][levels[k]] += weight;
        }
    }
    double observed = 0;
    double expected = 0;
    for (auto c = counts.begin(); c != counts.end(); ++c) {
        double between = c->second;
        for (auto k = std::next(c); k != counts.end(); ++k) {
            between += k->second;
            // How many values lie from c to k, the ends counting half.
            const double distance = between - (c->second + k->second) / 2;
            observed += coincidences[c->first][k->first] * distance * distance;
            expected += c->second * k->second * distance * distance;
        }
    }
    if (expected == 0)
        return std::nullopt;
    return Agreement{1 - (values - 1) * observed / expected, units};
}

} // namespace mockingbird::review
