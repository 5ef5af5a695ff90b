// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/change_certainty.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace mockingbird::review {

namespace {

/// The probability of a t between -tan(angle) * sqrt(degrees) and that.
double centralProbability(double angle, int degrees) {
    const double sine = std::sin(angle);
    const double squared = std::cos(angle) * std::cos(angle);
    const bool odd = degrees % 2 == 1;
    double term = odd ? std::cos(angle) : 1.0;
    double sum = degrees == 1 ? 0.0 : term;
    for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
        term *= squared * (k - 1) / k;
        sum += term;
    }
    return odd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

} // namespace

std::string_view name(ChangeVerdict verdict) {
    switch (verdict) {
    case ChangeVerdict::NotKnown:
        return "not-known";
    case ChangeVerdict::WithinRaters:
        return "within-raters";
    case ChangeVerdict::BeyondRaters:
        break;
    }
    return "beyond-raters";
}

std::optional<RaterSpread> raterSpread(const std::vector<std::vector<double>>& attempts) {
    RaterSpread spread;
    double squares = 0;
    for (const std::vector<double>& levels : attempts) {
        if (levels.size() < 2)
            continue;
        const double mean =
            std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
        for (const double level : levels)
            squares += (level - mean) * (level - mean);
        spread.degrees += static_cast<int>(levels.size()) - 1;
        ++spread.attempts;
    }
    if (spread.degrees == 0)
        return std::nullopt;
    spread.variance = squares / spread.degrees;
    return spread;
}

double errorOfMean(const RaterSpread& spread, std::size_t raters) {
    assert(raters > 0);
    return std::sqrt(std::max(spread.variance, kLeastVariance) / static_cast<double>(raters));
}

double errorOfChange(const RaterSpread& spread, std::size_t ratersThen, std::size_t ratersNow) {
    return std::hypot(errorOfMean(spread, ratersThen), errorOfMean(spread, ratersNow));
}

Change changeOf(double then, std::size_t ratersThen, double now, std::size_t ratersNow,
                const std::optional<RaterSpread>& spread) {
    Change change{now - then, ChangeVerdict::NotKnown, std::nullopt};
    if (!spread || ratersThen == 0 || ratersNow == 0)
        return change;
    change.margin = studentQuantile(0.975, spread->degrees) * errorOfChange(*spread, ratersThen, ratersNow);
    change.verdict =
        std::abs(change.by) > *change.margin ? ChangeVerdict::BeyondRaters : ChangeVerdict::WithinRaters;
    return change;
}

double studentQuantile(double probability, int degrees) {
    assert(probability > 0 && probability < 1 && degrees > 0);
    const double central = std::abs(2 * probability - 1);
    double low = 0;
    double high = std::numbers::pi / 2;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (centralProbability(middle, degrees) < central ? low : high) = middle;
    }
    const double value = std::sqrt(static_cast<double>(degrees)) * std::tan((low + high) / 2);
    return probability < 0.5 ? -value : value;
}

} // namespace mockingbird::review
