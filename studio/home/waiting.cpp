// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting.h"

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
        if (person.roles.contains(Role::Mentor) && asksFor(pairs, person, session)) {
            const auto mine = std::find_if(reviews.begin(), reviews.end(), [&](const catalog::Review& one) {
                return one.rater == person.id;
            });
            if (mine == reviews.end())
                waiting.push_back({Waiting::Kind::ReviewToWrite, session, {}});
            else if (mine->state == ReviewState::Draft)
                waiting.push_back({Waiting::Kind::ReviewToFinish, session, {}});
        }
        if (session.mentee != person.id || ownSeen >= kFeedbackSessions)
            continue;
        ++ownSeen;
        for (const catalog::Review& review : reviews) {
            if (review.rater == person.id || review.state == ReviewState::Draft)
                continue;
            waiting.push_back({review.state == ReviewState::Sealed ? Waiting::Kind::FeedbackSealed
                                                                   : Waiting::Kind::FeedbackToRead,
                               session, review.raterName});
        }
    }
    return waiting;
}

Result<LastCommitments> lastCommitments(catalog::Catalog& catalog, const catalog::Person& person) {
    const auto sessions = TRY(catalog.sessions().all({person.id, std::nullopt}));
    for (const Session& session : sessions) {
        LastCommitments found{session, {}};
        for (const catalog::Review& review : TRY(catalog.reviews().ofSession(session.id))) {
            if (review.state == ReviewState::Draft && review.rater != person.id)
                continue;
            const auto commitments = TRY(catalog.reviews().commitments(review.id));
            found.commitments.insert(found.commitments.end(), commitments.begin(), commitments.end());
        }
        if (!found.commitments.empty())
            return found;
    }
    return LastCommitments{};
}

} // namespace mockingbird::studio
