// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

#include "common/catalog/checklist_text.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/preparation.h"
#include "common/catalog/quarter_store.h"
#include "common/catalog/review_round.h"
#include "review/agreement/score_difference.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::ReviewState;
using catalog::Role;
using catalog::Session;

constexpr int kFeedbackSessions = 2; // older feedback has been seen; Home is for what is new
constexpr int kSessionsAsked = 20;
constexpr int kInterviewsAsked = 3;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kForgottenAfterMs = 180 * kDayMs;
constexpr std::int64_t kQuietAfterMs = 42 * kDayMs;
constexpr std::int64_t kUnendedAfterMs = kDayMs / 2; // longer than any interview

/// What differs between raters who have all sealed, and nobody agreed on yet.
Result<bool> differs(catalog::Catalog& catalog, const Session& session, const catalog::Person& person) {
    const catalog::ReviewRound round = TRY(catalog.reviews().round(session.id));
    if (round.calibration || !round.mayAgree() ||
        std::find(round.raters.begin(), round.raters.end(), person.id) == round.raters.end())
        return false;
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    auto scores = TRY(catalog.reviews().scores(session.id));
    std::erase_if(scores, [&](const catalog::Score& score) { return score.rater == session.mentee; });
    const auto agreed = TRY(catalog.consensus().ofSession(session.id));
    const auto units = review::differingUnits(kit, scores);
    return std::any_of(units.begin(), units.end(), [&](const review::ScoredUnit& unit) {
        return std::none_of(agreed.begin(), agreed.end(), [&](const catalog::AgreedScore& one) {
            return one.criterion == unit.criterion && one.question == unit.question;
        });
    });
}

bool allSealed(const std::vector<catalog::Review>& reviews) {
    return reviews.size() > 1 && std::none_of(reviews.begin(), reviews.end(), [](const catalog::Review& one) {
               return one.state == ReviewState::Draft;
           });
}

/// What waits for the one who sat the interview.
Result<void> addOwn(catalog::Catalog& catalog, const Session& session,
                    const std::vector<catalog::Review>& reviews, std::vector<Waiting>& waiting) {
    const catalog::ReviewRound round = TRY(catalog.reviews().round(session.id));
    if (round.selfReviewAwaited())
        waiting.push_back({Waiting::Kind::SelfReview, session});
    for (const catalog::Review& review : reviews) {
        if (review.rater == session.mentee || review.state == ReviewState::Draft)
            continue;
        const bool open = review.state == ReviewState::Opened;
        waiting.push_back({open ? Waiting::Kind::FeedbackToRead : Waiting::Kind::FeedbackSealed, session,
                           review.raterName});
    }
    return {};
}

Result<void> addInterviews(const std::vector<catalog::Appointment>& ahead, std::vector<Waiting>& waiting) {
    for (const catalog::Appointment& one : ahead) {
        Waiting interview;
        interview.kind = Waiting::Kind::Interview;
        interview.appointment = one;
        interview.who = one.menteeName;
        waiting.push_back(std::move(interview));
    }
    return {};
}

/// What waits for a mentee: the next interview, what is due for it, what they think of the last one, and the
/// feedback.
Result<void> addMentees(catalog::Catalog& catalog, const catalog::Person& person, WallTime now,
                        std::vector<Waiting>& waiting) {
    const catalog::Preparation preparation(catalog);
    const auto next = TRY(preparation.appointments().ahead(person.id, now, 1));
    TRY(addInterviews(next, waiting));
    if (catalog.actor() == person.id) { // what follows is their own
        const auto list = TRY(preparation.checklists().of(person.id, next.empty() ? catalog::AppointmentId{}
                                                                                  : next.front().id));
        const std::string today = catalog::dayBefore(now, 0);
        Waiting due;
        due.kind = Waiting::Kind::ChecklistDue;
        due.count = static_cast<int>(
            std::count_if(list.items.begin(), list.items.end(), [&](const catalog::ChecklistItem& item) {
                return !item.ticked && !item.dueOn.empty() && item.dueOn <= today;
            }));
        if (due.count > 0)
            waiting.push_back(due);
        if (const auto asked = TRY(preparation.confidence().awaited(person.id, now)))
            waiting.push_back({Waiting::Kind::ConfidenceAfter, TRY(catalog.sessions().byId(*asked))});
    }
    for (const catalog::SessionId id : TRY(preparation.agenda().recordedOf(person.id, kFeedbackSessions))) {
        const Session session = TRY(catalog.sessions().byId(id));
        TRY(addOwn(catalog, session, TRY(catalog.reviews().ofSession(id)), waiting));
    }
    return {};
}

Result<void> addMentors(catalog::Catalog& catalog, const catalog::Person& person,
                        std::vector<Waiting>& waiting) {
    const catalog::AgendaStore agenda = catalog::Preparation(catalog).agenda();
    for (const catalog::SessionId id : TRY(agenda.reviewsToWrite(person.id, kSessionsAsked))) {
        const auto reviews = TRY(catalog.reviews().ofSession(id));
        const bool begun = std::any_of(reviews.begin(), reviews.end(),
                                       [&](const catalog::Review& one) { return one.rater == person.id; });
        Waiting review;
        review.kind = begun ? Waiting::Kind::ReviewToFinish : Waiting::Kind::ReviewToWrite;
        review.session = TRY(catalog.sessions().byId(id));
        review.since = review.session.startedAt;
        waiting.push_back(std::move(review));
    }
    for (const catalog::SessionId id : TRY(agenda.sealedBy(person.id, kSessionsAsked))) {
        const Session session = TRY(catalog.sessions().byId(id));
        if (allSealed(TRY(catalog.reviews().ofSession(id))) && TRY(differs(catalog, session, person)))
            waiting.push_back({Waiting::Kind::ScoresToAgree, session});
    }
    return {};
}

Result<void> addLiaisons(catalog::Catalog& catalog, const catalog::Person& person, WallTime now,
                         std::vector<Waiting>& waiting) {
    const catalog::AgendaStore agenda = catalog::Preparation(catalog).agenda();
    const auto before = [&](std::int64_t span) { return WallTime{now.milliseconds - span}; };
    for (const catalog::OwedReview& owed :
         TRY(agenda.owedReviews(person.id, before(kForgottenAfterMs), before(catalog::kReviewDueMilliseconds),
                                kSessionsAsked))) {
        Waiting overdue;
        overdue.kind = Waiting::Kind::ReviewOverdue;
        overdue.session = TRY(catalog.sessions().byId(owed.session));
        overdue.from = owed.mentorName;
        overdue.since = overdue.session.startedAt;
        waiting.push_back(std::move(overdue));
    }
    for (const catalog::QuietPair& pair :
         TRY(agenda.quietPairs(person.id, before(kQuietAfterMs), now, kSessionsAsked))) {
        Waiting quiet;
        quiet.kind = Waiting::Kind::PairQuiet;
        quiet.who = pair.menteeName;
        quiet.from = pair.mentorName;
        quiet.since = pair.lastSession;
        waiting.push_back(std::move(quiet));
    }
    return {};
}

Result<void> addCoordinators(catalog::Catalog& catalog, WallTime now, std::vector<Waiting>& waiting) {
    const catalog::AgendaStore agenda = catalog::Preparation(catalog).agenda();
    for (const catalog::SessionId id :
         TRY(agenda.unfinished(WallTime{now.milliseconds - kUnendedAfterMs}, kSessionsAsked)))
        waiting.push_back({Waiting::Kind::RecordingUnended, TRY(catalog.sessions().byId(id))});
    if (!TRY(agenda.hasPairs()))
        return {}; // the programme doesn't pair: nobody is left out
    for (const std::string& name : TRY(agenda.menteesWithoutPair(kSessionsAsked))) {
        Waiting unpaired;
        unpaired.kind = Waiting::Kind::MenteeUnpaired;
        unpaired.who = name;
        waiting.push_back(std::move(unpaired));
    }
    return {};
}

} // namespace

Result<std::vector<Waiting>> waitingFor(catalog::Catalog& catalog, const catalog::Person& person,
                                        WallTime now) {
    std::vector<Waiting> waiting;
    TRY(addMentees(catalog, person, now, waiting));
    const bool beside = person.roles.contains(Role::Mentor) || person.roles.contains(Role::Liaison);
    if (beside && catalog.actor() == person.id) {
        auto ahead = TRY(catalog::Preparation(catalog).appointments().aheadOfMentees(now, kInterviewsAsked));
        std::erase_if(ahead, [&](const catalog::Appointment& one) { return one.mentee == person.id; });
        TRY(addInterviews(ahead, waiting));
    }
    if (person.roles.contains(Role::Mentor))
        TRY(addMentors(catalog, person, waiting));
    if (person.roles.contains(Role::Liaison))
        TRY(addLiaisons(catalog, person, now, waiting));
    if (person.roles.contains(Role::Coordinator))
        TRY(addCoordinators(catalog, now, waiting));
    return waiting;
}

} // namespace mockingbird::studio
