// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <cstddef>
#include <optional>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// One figure of how somebody rates; absent where there is too little to say it from.
struct Tendency {
    double value = 0;
    std::size_t n = 0; ///< what it rests on, as each figure below says
};

/// How a rater tends to rate, over their sealed reviews. For that rater alone.
struct RaterTendency {
    /// Mean difference from the mean of the co-raters on the same units, in levels; below 0 is stricter.
    /// n: units with a co-rater's score.
    std::optional<Tendency> severity;
    /// Mean spread (population standard deviation) of the levels within a review, in levels, beside the same
    /// of the co-raters on the same sessions: a much smaller one hints at one impression colouring all.
    /// n: reviews with three levels or more.
    std::optional<Tendency> spreadWithin;
    std::optional<Tendency> coRatersSpreadWithin;
    /// Share of scores on the scale's middle level or levels. n: scores.
    std::optional<Tendency> centralShare;
    std::optional<Tendency> coRatersCentralShare;
    /// Share of scores that rest on a note or moment. n: scores.
    std::optional<Tendency> evidenceShare;
    std::size_t reviews = 0; ///< sealed ones
};

[[nodiscard]] Result<RaterTendency> tendencyOf(catalog::Catalog& catalog, catalog::PersonId rater);

} // namespace mockingbird::review
