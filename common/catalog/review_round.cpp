// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_round.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/database.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

Result<Viewer> viewer(const AccessStore& access, const PeopleStore& people, PersonId id) {
    if (id.isNull()) {
        TRY(access.require(Action::See, Thing::Session, PersonId{})); // nobody reads where people sign in
        return Viewer{};
    }
    const Person person = TRY(people.byId(id));
    return Viewer{person.id, person.roles};
}

} // namespace

Result<Viewer> viewerOf(Database& database) {
    return viewer(AccessStore(database), PeopleStore(database), database.actor());
}

Result<Viewer> viewerOf(Catalog& catalog) {
    return viewer(catalog.access(), catalog.people(), catalog.actor());
}

bool ReviewRound::rates(PersonId person) const {
    return std::ranges::find(raters, person) != raters.end();
}

bool ReviewRound::hasSealed(PersonId person) const {
    return std::ranges::any_of(reviews, [&](const Review& review) {
        return review.rater == person && review.state != ReviewState::Draft;
    });
}

std::vector<PersonId> ReviewRound::awaited() const {
    std::vector<PersonId> people;
    for (const PersonId rater : raters)
        if (!hasSealed(rater))
            people.push_back(rater);
    return people;
}

bool ReviewRound::allSealed() const {
    return !raters.empty() && awaited().empty();
}

bool ReviewRound::selfReviewAwaited() const {
    return selfReviewFirst && !hasSealed(session.mentee);
}

std::vector<ReviewId> ReviewRound::opensNow() const {
    std::vector<ReviewId> opening;
    if (calibration || !allSealed() || selfReviewAwaited())
        return opening;
    for (const Review& review : reviews)
        if (review.state == ReviewState::Sealed)
            opening.push_back(review.id);
    return opening;
}

bool ReviewRound::mayRead(const Viewer& viewer, const Review& review) const {
    if (viewer.id.isNull() || viewer.id == review.rater || review.state == ReviewState::Opened)
        return true;
    // What others said of the mentee's attempt, the mentee reads once it is opened, whatever else they are.
    if (review.state == ReviewState::Draft || viewer.id == session.mentee)
        return false;
    const bool coordinates = viewer.roles.contains(Role::Coordinator);
    if (rates(viewer.id)) {
        if (calibration)
            return coordinates && hasSealed(viewer.id);
        return review.rater == session.mentee ? hasSealed(viewer.id) : allSealed();
    }
    return coordinates || (!calibration && viewer.roles.contains(Role::Liaison));
}

bool ReviewRound::mayRead(const Viewer& viewer, const Note& note) const {
    const auto review = std::ranges::find(reviews, note.review, &Review::id);
    if (review == reviews.end() || !mayRead(viewer, *review))
        return false;
    // One that nobody is named for is the owner's, and its review's rater's.
    return note.audience == NoteAudience::Shared || viewer.id == note.author ||
           (note.author.isNull() && viewer.id == review->rater);
}

bool ReviewRound::mayReadAgreed(const Viewer& viewer) const {
    if (viewer.id.isNull())
        return true;
    if (calibration)
        return hasSealed(viewer.id) || (viewer.roles.contains(Role::Coordinator) && !rates(viewer.id));
    if (viewer.id == session.mentee)
        return std::ranges::any_of(reviews, [&](const Review& review) {
            return review.rater != session.mentee && review.state == ReviewState::Opened;
        });
    return allSealed();
}

bool ReviewRound::mayOpen(const Viewer& viewer, const Review& review) const {
    if (review.state != ReviewState::Sealed || calibration)
        return false;
    if (viewer.id.isNull() || viewer.roles.contains(Role::Coordinator))
        return true;
    return !coordinated && rates(viewer.id) && hasSealed(viewer.id);
}

bool ReviewRound::mayAgree() const {
    return raters.size() >= 2 && allSealed();
}

bool ReviewRound::mayAgree(const Viewer& viewer) const {
    if (viewer.id.isNull())
        return true;
    if (calibration && coordinated)
        return viewer.roles.contains(Role::Coordinator);
    return viewer.id != session.mentee;
}

} // namespace mockingbird::catalog
