// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/review_store.h"
#include "review/agreement/agreement.h"

#include <optional>
#include <vector>

namespace mockingbird::review {

/// One criterion (of a question, or of the session) with what every rater gave for it.
struct ScoredUnit {
    catalog::CriterionId criterion;
    std::optional<catalog::QuestionId> question;
    std::vector<catalog::Score> scores; ///< by the rater's name

    /// Highest less lowest level; 0 with fewer than two scores.
    [[nodiscard]] int spread() const;
};

/// What was scored, in the order of the kit's questions and the rubric's criteria.
[[nodiscard]] std::vector<ScoredUnit> scoredUnits(const catalog::Kit& kit,
                                                  const std::vector<catalog::Score>& scores);
/// Those to talk about: two levels apart, or farther than the profile's margin.
[[nodiscard]] std::vector<ScoredUnit> differingUnits(const catalog::Kit& kit,
                                                     const std::vector<catalog::Score>& scores);
/// The units as a table for the coefficients, raters in the order of their first score.
[[nodiscard]] Ratings ratingsOf(const std::vector<ScoredUnit>& units);

} // namespace mockingbird::review
