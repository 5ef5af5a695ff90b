// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/appointment_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// One thing that waits for a person.
struct Waiting {
    enum class Kind {
        Interview,        ///< a mentee's next one; for others their mentees'
        ChecklistDue,     ///< a mentee's: `count` points are due and not done
        ConfidenceAfter,  ///< a mentee's: the session was not long ago, and they said nothing about it
        ReviewToWrite,    ///< a mentor's: a recorded session without a review of theirs
        ReviewToFinish,   ///< a mentor's: begun, not sealed
        ScoresToAgree,    ///< a rater's: all have sealed, and some criteria differ
        SelfReview,       ///< a mentee's: theirs comes first, and opens the others'
        FeedbackSealed,   ///< a mentee's: written, and not open to them yet
        FeedbackToRead,   ///< a mentee's: opened
        ReviewOverdue,    ///< a liaison's: what a mentor of theirs, `from`, owes for long
        PairQuiet,        ///< a liaison's: in the pair of `who` and `from` nothing happens
        MenteeUnpaired,   ///< a coordinator's: nobody mentors `who`
        RecordingUnended, ///< a coordinator's: cut off, and not recovered yet
    };
    Kind kind = Kind::ReviewToWrite;
    catalog::Session session = {};
    std::string from = {}; ///< the rater, or the mentor
    std::string who = {};  ///< the mentee, where there is no session
    std::optional<WallTime> since = {};
    std::optional<catalog::Appointment> appointment = {};
    int count = 0;
};

/// What waits for `person`, by when it is; then the newest sessions first, each at most once a kind and
/// rater. Mentors are asked for the sessions of the mentees they are paired with, or for every session where
/// the catalog has no pairs. Asks the catalog for no more than Home shows, whatever it holds.
[[nodiscard]] Result<std::vector<Waiting>>
waitingFor(catalog::Catalog& catalog, const catalog::Person& person, WallTime now = WallTime::now());

} // namespace mockingbird::studio
