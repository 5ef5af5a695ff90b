// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

#include "common/catalog/consensus_store.h"
#include "common/catalog/review_round.h"
#include "review/agreement/score_difference.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::ReviewState;
using catalog::Role;
using catalog::Session;

/// Older feedback has been seen; Home is for what is new.
constexpr std::size_t kFeedbackSessions = 2;

bool asksFor(const std::vector<catalog::Pair>& pairs, const catalog::Person& mentor, const Session& session) {
    if (pairs.empty())
        return true;
    return std::any_of(pairs.begin(), pairs.end(), [&](const catalog::Pair& pair) {
        return pair.mentor == mentor.id && pair.mentee == session.mentee;
    });
}

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
        waiting.push_back({Waiting::Kind::SelfReview, session, {}});
    for (const catalog::Review& review : reviews) {
        if (review.rater == session.mentee || review.state == ReviewState::Draft)
            continue;
        const bool open = review.state == ReviewState::Opened;
        waiting.push_back({open ? Waiting::Kind::FeedbackToRead : Waiting::Kind::FeedbackSealed, session,
                           review.raterName});
    }
    return {};
}

} // namespace

Result<std::vector<Waiting>> waitingFor(catalog::Catalog& catalog, const catalog::Person& person) {
    std::vector<Waiting> waiting;
    const auto sessions = TRY(catalog.sessions().all());
    const auto pairs = TRY(catalog.people().pairs());
    std::size_t ownSeen = 0;
    for (const Session& session : sessions) {
        if (session.state != "recorded")
            continue;
        const auto reviews = TRY(catalog.reviews().ofSession(session.id));
        if (person.roles.contains(Role::Mentor) && session.mentee != person.id &&
            asksFor(pairs, person, session)) {
            const auto mine = std::find_if(reviews.begin(), reviews.end(), [&](const catalog::Review& one) {
                return one.rater == person.id;
            });
            if (mine == reviews.end())
                waiting.push_back({Waiting::Kind::ReviewToWrite, session, {}});
            else if (mine->state == ReviewState::Draft)
                waiting.push_back({Waiting::Kind::ReviewToFinish, session, {}});
            else if (allSealed(reviews) && TRY(differs(catalog, session, person)))
                waiting.push_back({Waiting::Kind::ScoresToAgree, session, {}});
        }
        if (session.mentee == person.id && ownSeen++ < kFeedbackSessions)
            TRY(addOwn(catalog, session, reviews, waiting));
    }
    return waiting;
}

} // namespace mockingbird::studio
