// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "review/agreement/score_difference.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mockingbird::review {

/// How one rater's levels lie to the agreed ones.
struct RaterCalibration {
    catalog::PersonId rater;
    std::string name;
    std::size_t n = 0;             ///< units with the rater's and an agreed level
    std::size_t exact = 0;         ///< of them, the same level
    std::size_t withinOne = 0;     ///< of them, one level apart at most
    double meanDifference = 0;     ///< the rater's less the agreed, in levels; above 0 is milder
    double meanSizeDifference = 0; ///< the same without its sign
};

/// Every rater with a unit that has an agreed level, by their first score.
[[nodiscard]] std::vector<RaterCalibration> calibrationOf(const std::vector<ScoredUnit>& units,
                                                          const std::vector<catalog::AgreedScore>& agreed);
/// Every unit that the kit scores, in its order, with the scores of `scored` where there are some.
[[nodiscard]] std::vector<ScoredUnit> everyUnit(const catalog::Kit& kit,
                                                const std::vector<ScoredUnit>& scored);

} // namespace mockingbird::review
