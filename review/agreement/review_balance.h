// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <cstddef>
#include <vector>

namespace mockingbird::review {

/// What a rater looks at before sealing.
struct ReviewBalance {
    std::size_t strengths = 0;                              ///< notes tagged `strength`
    std::size_t growth = 0;                                 ///< notes tagged `growth`
    std::vector<catalog::CriterionId> criteriaWithoutNote;  ///< in the rubric's order
    std::vector<catalog::QuestionId> questionsWithoutNote;  ///< of those that were asked, in the kit's order
    std::vector<catalog::CriterionId> criteriaWithoutScore; ///< scored nowhere, in the rubric's order
    std::vector<catalog::Score> extremesWithoutEvidence;    ///< top or bottom levels that rest on nothing
};

/// `notes` and `scores` are one rater's. A note belongs to its own question, or to that in whose segment its
/// moment lies.
[[nodiscard]] ReviewBalance balanceOf(const catalog::Kit& kit, const std::vector<catalog::Segment>& segments,
                                      const std::vector<catalog::Note>& notes,
                                      const std::vector<catalog::Score>& scores);

} // namespace mockingbird::review
