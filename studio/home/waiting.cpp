// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

#include "common/catalog/consensus_store.h"
#include "common/catalog/review_round.h"
#include "review/agreement/score_difference.h"

#include <algorithm>
#include <optional>
#include <set>

namespace mockingbird::studio {

namespace {

using catalog::ReviewState;
using catalog::Role;
using catalog::Session;

/// Older feedback has been seen; Home is for what is new.
constexpr int kFeedbackSessions = 2;

/// How far back a mentor is asked about: what is older has found its end, and the Library has it.
constexpr int kLookedAt = 30;

/// Whose sessions a mentor is asked for; nobody in particular where the catalog has no pairs.
Result<std::vector<std::optional<catalog::PersonId>>> menteesOf(catalog::Catalog& catalog,
                                                                const catalog::Person& mentor) {
    const auto pairs = TRY(catalog.people().pairs());
    if (pairs.empty())
        return std::vector<std::optional<catalog::PersonId>>{std::nullopt};
    std::set<catalog::PersonId> mentees;
    for (const catalog::Pair& pair : pairs)
        if (pair.mentor == mentor.id)
            mentees.insert(pair.mentee);
    return std::vector<std::optional<catalog::PersonId>>(mentees.begin(), mentees.end());
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

/// What waits for a mentor.
Result<void> addMentors(catalog::Catalog& catalog, const catalog::Person& person,
                        std::vector<Waiting>& waiting) {
    for (const auto& mentee : TRY(menteesOf(catalog, person))) {
        const catalog::SessionFilter unsealed{.mentee = mentee, .recorded = true, .unsealedBy = person.id};
        for (const Session& session : TRY(catalog.sessions().page(unsealed, kLookedAt))) {
            if (session.state != "recorded" || session.mentee == person.id)
                continue;
            const bool begun = TRY(catalog.reviews().ofActor(session.id)).has_value();
            waiting.push_back(
                {begun ? Waiting::Kind::ReviewToFinish : Waiting::Kind::ReviewToWrite, session, {}});
        }
        const catalog::SessionFilter sealed{.mentee = mentee, .recorded = true, .sealedBy = person.id};
        for (const Session& session : TRY(catalog.sessions().page(sealed, kLookedAt))) {
            if (session.state == "recorded" && session.mentee != person.id &&
                allSealed(TRY(catalog.reviews().ofSession(session.id))) &&
                TRY(differs(catalog, session, person)))
                waiting.push_back({Waiting::Kind::ScoresToAgree, session, {}});
        }
    }
    return {};
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
    if (person.roles.contains(Role::Mentor))
        TRY(addMentors(catalog, person, waiting));
    const catalog::SessionFilter own{.mentee = person.id, .recorded = true};
    for (const Session& session : TRY(catalog.sessions().page(own, kFeedbackSessions)))
        if (session.state == "recorded")
            TRY(addOwn(catalog, session, TRY(catalog.reviews().ofSession(session.id)), waiting));
    std::stable_sort(waiting.begin(), waiting.end(), [](const Waiting& a, const Waiting& b) {
        return a.session.startedAt != b.session.startedAt ? a.session.startedAt > b.session.startedAt
                                                          : a.session.id > b.session.id;
    });
    return waiting;
}

} // namespace mockingbird::studio
