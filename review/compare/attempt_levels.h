// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "common/catalog/review_round.h"
#include "review/compare/comparison.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// What was given in one attempt, as far as one reader may know it.
struct AttemptLevels {
    catalog::Session session;
    catalog::Rubric rubric;
    std::vector<catalog::Score> scores;
    std::vector<catalog::AgreedScore> agreed;
    std::map<catalog::ReviewId, catalog::ReviewState> reviewStates;
};

/// Reads attempts as the acting person may know them; a rubric once for all attempts by it.
class AttemptReader {
public:
    [[nodiscard]] static Result<AttemptReader> make(catalog::Catalog& catalog);
    /// Only the scores of reviews that they may read, and what was agreed on where they may know that.
    [[nodiscard]] Result<AttemptLevels> read(const catalog::Session& session);

private:
    AttemptReader(catalog::Catalog& catalog, catalog::Viewer viewer)
        : m_catalog(&catalog), m_viewer(std::move(viewer)) {}
    [[nodiscard]] Result<catalog::Rubric> rubricOf(const catalog::Session& session);

    catalog::Catalog* m_catalog;
    catalog::Viewer m_viewer;
    std::map<std::pair<catalog::KitId, int>, catalog::Rubric> m_rubrics; ///< by the kit's version
};

/// The criterion's cell, without its changes.
[[nodiscard]] ComparisonCell cellOf(const AttemptLevels& attempt, catalog::CriterionId criterion);

/// The weighted mean over the criteria of the attempt's own rubric, in percent of the highest levels; nullopt
/// where one of them has no level.
[[nodiscard]] std::optional<double> percentOf(const AttemptLevels& attempt);

} // namespace mockingbird::review
