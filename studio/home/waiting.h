// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <string>
#include <vector>

namespace mockingbird::studio {

/// One thing that waits for a person.
struct Waiting {
    enum class Kind {
        ReviewToWrite,  ///< a mentor's: a recorded session without a review of theirs
        ReviewToFinish, ///< a mentor's: begun, not sealed
        ScoresToAgree,  ///< a rater's: all have sealed, and some criteria differ
        SelfReview,     ///< a mentee's: theirs comes first, and opens the others'
        FeedbackSealed, ///< a mentee's: written, and not open to them yet
        FeedbackToRead, ///< a mentee's: opened
    };
    Kind kind = Kind::ReviewToWrite;
    catalog::Session session;
    std::string from; ///< the rater, for feedback
};

/// What waits for `person`, the newest sessions first, each session at most once a kind and rater. Mentors
/// are asked for the sessions of the mentees they are paired with, or for every session where the catalog has
/// no pairs.
[[nodiscard]] Result<std::vector<Waiting>> waitingFor(catalog::Catalog& catalog,
                                                      const catalog::Person& person);

} // namespace mockingbird::studio
