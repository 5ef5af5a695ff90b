// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace mockingbird::review {

/// Where the session's reviews stand, as far as the viewer is told.
struct RoundStanding {
    enum class Viewer { Rater, Mentee, Onlooker };
    Viewer viewer = Viewer::Rater;
    std::vector<std::string> awaited; ///< raters but the viewer whose review isn't sealed, by name
    bool ownSealed = false;
    bool opened = false;            ///< the others' reviews may be read by everybody
    bool selfReviewFirst = false;   ///< the kit wants the mentee's own review first
    bool selfReviewAwaited = false; ///< and it isn't sealed yet
    bool calibration = false;
    bool coordinated = false; ///< there is a coordinator, who alone may open reviews earlier
    bool mayOpen = false;     ///< the viewer may
};

/// Who is waited for, and what happens then; empty where there is nothing to say. `mentee` is their name.
[[nodiscard]] QString standingText(const RoundStanding& standing, const QString& mentee);
/// Who can read the viewer's own review once it is sealed.
[[nodiscard]] QString readersText(const RoundStanding& standing, const QString& mentee);
/// `Ann`, `Ann and Ben`, `Ann, Ben and Cem`.
[[nodiscard]] QString listOfNames(const std::vector<std::string>& names);

} // namespace mockingbird::review
