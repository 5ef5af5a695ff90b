// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "review/agreement/score_difference.h"
#include "review/rubric/criterion_card.h"

#include <QString>
#include <functional>
#include <vector>

namespace mockingbird::review {

/// What the consensus panel shows: the scores that the viewer may see, and what was agreed.
struct ConsensusContent {
    catalog::Kit kit;
    std::vector<ScoredUnit> units; ///< scoredUnits of the scores that may be seen
    std::vector<catalog::AgreedScore> agreed;
    bool editable = false; ///< the viewer may write agreed levels down
    QString refusal;       ///< why nothing can be shown yet; then nothing else is
    bool calibration = false;
    catalog::PersonId viewer;
    /// A moment in words; without it only its time is shown.
    std::function<EvidenceText(const catalog::Evidence&)> evidenceText;
};

/// The level agreed for the unit; nullptr where there is none.
[[nodiscard]] const catalog::AgreedScore* agreedFor(const ConsensusContent& content, const ScoredUnit& unit);

} // namespace mockingbird::review
