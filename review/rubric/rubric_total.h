// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace mockingbird::review {

/// A rater's scores added up by the rubric's weights, as far as they go.
struct RubricTotal {
    std::optional<double> percent;  ///< of the highest levels, over the criteria scored; nullopt without any
    std::size_t scored = 0;         ///< levels given
    std::size_t wanted = 0;         ///< levels that a whole review has
    std::size_t criteriaScored = 0; ///< at least once
    /// Every level is given: only then does a pass line mean anything.
    [[nodiscard]] bool complete() const { return wanted > 0 && scored == wanted; }
};

/// A criterion that is scored by question counts as the mean of its levels. `levelOf` answers the level given
/// for a criterion and a question (none where the kit scores the whole session).
[[nodiscard]] RubricTotal
totalOf(const catalog::Kit& kit,
        const std::function<std::optional<int>(catalog::CriterionId, std::optional<catalog::QuestionId>)>&
            levelOf);

} // namespace mockingbird::review
