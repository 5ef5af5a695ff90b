// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/review_store.h"

#include <cstddef>
#include <optional>
#include <string>

namespace mockingbird::test {

/// A kit of two questions and three criteria (levels 1 to 5, weights 1, 2, 1) with two raters, and scores for
/// it; no catalog around it.
struct ScoredKit {
    explicit ScoredKit(catalog::ScoringScope scope = catalog::ScoringScope::Question);

    /// With `moments` moments as evidence: the first at 0:23, each next half a minute later.
    [[nodiscard]] catalog::Score score(catalog::PersonId rater, std::size_t criterion,
                                       std::optional<std::size_t> question, int level,
                                       std::size_t moments = 0) const;
    [[nodiscard]] catalog::AgreedScore agreed(std::size_t criterion, std::optional<std::size_t> question,
                                              int level, const std::string& reason = {}) const;
    [[nodiscard]] catalog::CriterionId criterion(std::size_t index) const;
    [[nodiscard]] catalog::QuestionId question(std::size_t index) const;

    catalog::Kit kit;
    catalog::PersonId ann;
    catalog::PersonId ben;
};

} // namespace mockingbird::test
