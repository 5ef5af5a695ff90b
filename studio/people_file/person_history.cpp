// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/person_history.h"

#include "common/catalog/material_store.h"
#include "common/catalog/reading_store.h"
#include "common/catalog/review_round.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

/// More of what somebody reviewed isn't looked at: the library has it all.
constexpr std::size_t kMostWritten = 50;

ReviewOnPage onPage(const catalog::ReviewRound& round, const catalog::Viewer& viewer,
                    const catalog::Review& review) {
    return {review.session,
            review.raterName,
            round.session.menteeName,
            round.session.kitName,
            round.session.attempt,
            round.session.startedAt,
            review.state,
            round.mayRead(viewer, review)};
}

} // namespace

Result<PersonHistory> historyOf(catalog::Catalog& catalog, catalog::PersonId person) {
    PersonHistory history;
    const catalog::Viewer viewer = TRY(catalog::viewerOf(catalog));
    catalog::SessionFilter filter;
    filter.mentee = person;
    history.attempts = TRY(catalog.sessions().all(filter));
    for (const catalog::Session& session : history.attempts) {
        const catalog::ReviewRound round = TRY(catalog.reviews().round(session.id));
        for (const catalog::Review& review : round.reviews) {
            history.received.push_back(onPage(round, viewer, review));
            if (!round.mayRead(viewer, review))
                continue;
            for (const catalog::Commitment& commitment : TRY(catalog.reviews().commitments(review.id)))
                history.commitments.push_back({session.id, commitment.text, session.startedAt});
        }
    }
    auto written = TRY(catalog.reviews().ofRater(person));
    if (written.size() > kMostWritten)
        written.resize(kMostWritten);
    for (const catalog::Review& review : written) {
        if (const auto round = catalog.reviews().round(review.session))
            history.written.push_back(onPage(*round, viewer, review));
        else if (round.error().code != ErrorCode::Denied)
            return round.error();
    }
    const auto read = catalog.materials().readings().readBy(person);
    if (!read && read.error().code != ErrorCode::Denied)
        return read.error();
    if (read)
        for (const catalog::MaterialToRead& each : *read)
            history.materials.push_back({each.material.title, *each.reading->readAt});
    for (const catalog::PairTerm& term : TRY(catalog.people().termsOf(person))) {
        const auto nameOf = [&](catalog::PersonId id) -> std::string {
            const auto found = catalog.people().byId(id);
            return found ? found->name : std::string();
        };
        const auto cohort = catalog.people().cohort(term.cohort);
        history.terms.push_back({term, cohort ? cohort->name : std::string(), nameOf(term.mentee),
                                 nameOf(term.mentor),
                                 term.liaison.isNull() ? std::string() : nameOf(term.liaison)});
    }
    std::reverse(history.terms.begin(), history.terms.end());
    return history;
}

} // namespace mockingbird::studio
