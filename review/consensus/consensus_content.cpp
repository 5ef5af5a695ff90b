// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/consensus_content.h"

#include <algorithm>

namespace mockingbird::review {

const catalog::AgreedScore* agreedFor(const ConsensusContent& content, const ScoredUnit& unit) {
    const auto found = std::ranges::find_if(content.agreed, [&](const catalog::AgreedScore& score) {
        return score.criterion == unit.criterion && score.question == unit.question;
    });
    return found == content.agreed.end() ? nullptr : &*found;
}

} // namespace mockingbird::review
