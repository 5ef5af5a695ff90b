// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"
#include "common/catalog/confidence_store.h"
#include "common/catalog/programme.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// What a liaison and a pair have to talk about; the sentences are made by who shows it.
enum class TalkingPointKind {
    NothingPracticed,  ///< no session in the quarter; `when`: the last one before, if any
    ReviewOverdue,     ///< subject: the rater; session; `when`: the session was held
    SelfReviewAwaited, ///< the mentee's own review is wanted first; session; `when` as above
    FeedbackUnopened,  ///< session; `when`: it was opened
    CommitmentOpen,    ///< subject: its words; session it was taken along from; `when` that was held
    CommitmentKept,    ///< subject: its words; session that shows it; `when` that was held
    ConfidenceFell,    ///< count: by how many steps, from the quarter's first session to its last one
    ConfidenceRose,    ///< the same
    OutcomeReached,    ///< outcome; subject: its words; `when`: its day
    InterviewAhead,    ///< subject: the kit's name or the place; `when`: it is
    NothingAhead,      ///< no appointment
};

struct TalkingPoint {
    TalkingPointKind kind = TalkingPointKind::NothingPracticed;
    std::string subject;
    catalog::SessionId session;                 ///< null where it is of none
    std::optional<catalog::ShownMoment> moment; ///< in that session
    std::optional<WallTime> when;
    int count = 0;
    std::optional<catalog::OutcomeKind> outcome;
};

/// A session held in the quarter.
struct QuarterSession {
    catalog::Session session;
    int outstanding = 0; ///< reviews that are still owed
};

/// One pair's quarter, as its liaison and coordinators see it. What is outstanding, unopened and open is so
/// now, of all sessions held until the quarter's end: a review owed since spring is still owed in summer.
struct PairQuarter {
    catalog::Quarter quarter;
    WallTime now; ///< what "now" was
    catalog::Pair pair;
    catalog::Cohort cohort;
    catalog::Person mentee;
    catalog::Person mentor;
    std::optional<catalog::Person> liaison;
    std::vector<QuarterSession> sessions;                ///< of the quarter, the oldest first
    std::optional<WallTime> lastSession;                 ///< until the quarter's end
    std::vector<catalog::OutstandingReview> outstanding; ///< the longest owed first
    std::vector<catalog::Feedback> feedback;             ///< opened of sessions of the quarter, and
                                                         ///< unopened ones of before; the newest first
    std::vector<catalog::TakenAlong> openCommitments;    ///< the newest first
    std::vector<catalog::TakenAlong> closedCommitments;  ///< closed by a session of the quarter
    bool confidenceShared = false;                       ///< or it is the acting person's own
    std::vector<catalog::SessionConfidence> confidence;  ///< of the quarter, the oldest first
    std::vector<catalog::Outcome> outcomes;              ///< of the quarter, the oldest first
    std::vector<catalog::Appointment> appointments;      ///< ahead of now, the soonest first

    [[nodiscard]] int unopened() const; ///< feedback that the mentee hasn't looked at
    [[nodiscard]] int overdue() const;  ///< outstanding reviews that are
    /// What to talk about, by plain rules, what is urgent first.
    [[nodiscard]] std::vector<TalkingPoint> talkingPoints() const;
};

/// NotFound; Denied where the acting person is neither the pair's liaison nor a coordinator. A list of pairs
/// is catalog::QuarterStore's.
[[nodiscard]] Result<PairQuarter> readPairQuarter(catalog::Catalog& catalog, catalog::PairId pair,
                                                  const catalog::Quarter& quarter,
                                                  WallTime now = WallTime::now());

} // namespace mockingbird::review
