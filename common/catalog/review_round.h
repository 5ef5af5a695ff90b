// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <set>
#include <vector>

namespace mockingbird::catalog {

class Catalog;

/// Who asks to see something. A null id is the machine's owner, where it isn't said who is acting: they read
/// everything but named people's private notes.
struct Viewer {
    PersonId id;
    std::set<Role> roles;
};
/// The acting person.
[[nodiscard]] Result<Viewer> viewerOf(Database& database);
[[nodiscard]] Result<Viewer> viewerOf(Catalog& catalog);

/// All reviews of one session as they stand, and the one place that says who may read which of them. A draft
/// is its rater's alone, a private note its author's alone, for ever.
struct ReviewRound {
    Session session;
    std::vector<Review> reviews;
    /// Who rates: the panel, and whoever else began a review; without the mentee.
    std::vector<PersonId> raters;
    bool selfReviewFirst = false; ///< the kit wants the mentee's own review before they read the others'
    bool calibration = false;     ///< the session is rated for practice: its reviews never open to each other
    bool coordinated = false;     ///< somebody in the catalog is a coordinator

    [[nodiscard]] bool allSealed() const;                ///< every rater's, and there is one
    [[nodiscard]] std::vector<PersonId> awaited() const; ///< raters whose review isn't sealed yet
    [[nodiscard]] bool selfReviewAwaited() const;        ///< it is wanted first and isn't sealed yet
    /// Sealed reviews that all may read as things stand now: all raters' and the mentee's own once every
    /// rater has sealed and no self-review is awaited. None in a calibration.
    [[nodiscard]] std::vector<ReviewId> opensNow() const;

    /// Opened: everybody. Sealed: a rater once every rater has sealed (the mentee's own: once that rater
    /// has), and a liaison or coordinator who doesn't rate here; in a calibration a coordinator alone.
    [[nodiscard]] bool mayRead(const Viewer& viewer, const Review& review) const;
    /// mayRead of its review, and not another's private note.
    [[nodiscard]] bool mayRead(const Viewer& viewer, const Note& note) const;
    /// The agreed scores: in a calibration who has sealed a review and coordinators who don't rate here; the
    /// mentee once a rater's review is opened; everybody else once every rater has sealed.
    [[nodiscard]] bool mayReadAgreed(const Viewer& viewer) const;
    /// A sealed review: by a coordinator or the owner; where the catalog has no coordinator, by a rater who
    /// has sealed. None in a calibration.
    [[nodiscard]] bool mayOpen(const Viewer& viewer, const Review& review) const;
    /// Whether the consensus round can begin: two raters or more, all sealed.
    [[nodiscard]] bool mayAgree() const;
    /// Whether they may write down what was agreed on: anybody but the mentee; in a calibration a
    /// coordinator alone, where the catalog has one.
    [[nodiscard]] bool mayAgree(const Viewer& viewer) const;

private:
    [[nodiscard]] bool rates(PersonId person) const;
    [[nodiscard]] bool hasSealed(PersonId person) const;
};

} // namespace mockingbird::catalog
