// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "common/catalog/review_round.h"
#include "review/compare/comparison.h"

#include <map>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// What was given in one attempt, as far as one reader may know it.
struct AttemptLevels {
    catalog::Session session;
    catalog::Rubric rubric;
    std::vector<catalog::Score> scores;
    std::vector<catalog::AgreedScore> agreed;
    std::map<catalog::ReviewId, catalog::ReviewState> reviewStates;
};

/// Only the scores of reviews that the viewer may read, and what was agreed on where they may know that.
[[nodiscard]] Result<AttemptLevels> readAttempt(catalog::Catalog& catalog, const catalog::Session& session,
                                                const catalog::Viewer& viewer);

/// The criterion's cell, without its changes.
[[nodiscard]] ComparisonCell cellOf(const AttemptLevels& attempt, catalog::CriterionId criterion);

/// The weighted mean over the criteria of the attempt's own rubric, in percent of the highest levels; nullopt
/// where one of them has no level.
[[nodiscard]] std::optional<double> percentOf(const AttemptLevels& attempt);

} // namespace mockingbird::review
