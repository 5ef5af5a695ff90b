// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// What one rater gave for one criterion of one attempt.
struct RaterScore {
    catalog::PersonId rater;
    std::string raterName;
    double level = 0; ///< the session's level; where only questions were scored, their mean
    bool fromQuestions = false;
    catalog::ReviewState state = catalog::ReviewState::Draft;
    bool ofMentee = false; ///< how the mentee saw it: beside the raters' levels, in no mean of theirs
};

/// One criterion in one attempt. All that is optional is absent rather than 0 where nothing carries it.
struct ComparisonCell {
    bool inRubric = true; ///< false where the attempt's version of the rubric doesn't have the criterion
    std::vector<RaterScore> scores; ///< by the rater's name
    /// What the raters agreed on after they compared; where questions are scored, over all of them.
    std::optional<double> agreed;
    std::optional<double> mean;   ///< the agreed level where there is one, else over the raters
    std::optional<double> lowest; ///< of the raters' own levels
    std::optional<double> highest;
    std::optional<double> sinceFirst;    ///< change of the mean since the first comparable attempt
    std::optional<double> sincePrevious; ///< change of the mean since the comparable attempt before it
};

/// The weighted mean of an attempt's criteria, in percent of the highest levels.
struct ComparisonTotal {
    double percent = 0;
    std::optional<double> sinceFirst; ///< in percentage points
    std::optional<double> sincePrevious;
};

struct Attempt {
    catalog::SessionId session;
    int number = 1;
    WallTime heldAt;
    int kitVersion = 1;
    int rubricVersion = 1;
    /// Held with another version of the rubric than the kit's newest. Such an attempt takes no part in
    /// changes between attempts of the newest version: the levels may mean something else.
    bool rubricDiffers = false;
    /// Held with another version of the kit than the newest, but with its rubric: other questions or times,
    /// so the levels are compared and the attempt is marked.
    bool kitDiffers = false;
    std::optional<ComparisonTotal> total; ///< only where every criterion of the attempt's rubric has a score
    bool hasDrafts = false;               ///< at least one of its scores is of a review still in draft
};

struct ComparedCriterion {
    catalog::Criterion criterion;
    std::vector<ComparisonCell> cells; ///< one an attempt, in the attempts' order
};

/// One mentee's attempts at one kit, criterion by attempt.
struct Comparison {
    catalog::Person mentee;
    catalog::Kit kit;                        ///< its newest version
    std::vector<Attempt> attempts;           ///< by number
    std::vector<ComparedCriterion> criteria; ///< of the newest version's rubric, in its order
    /// Whether the attempts are of more than one version of the rubric.
    [[nodiscard]] bool mixesRubrics() const;
    /// Whether attempts that are measured against each other are of more than one version of the kit.
    [[nodiscard]] bool mixesKits() const;
};

/// NotFound for an unknown mentee or kit; a mentee without an attempt has a comparison without attempts.
/// Attempts are comparable with each other where they were held with the same version of the rubric; no mean
/// and no change ever crosses versions. Only what the acting person may read counts (ReviewRound::mayRead);
/// without somebody acting, as in a script, everything does.
[[nodiscard]] Result<Comparison> compareAttempts(catalog::Catalog& catalog, catalog::PersonId mentee,
                                                 catalog::KitId kit);

/// The kits that the mentee has attempts at, their newest versions, by name.
[[nodiscard]] Result<std::vector<catalog::Kit>> kitsOf(catalog::Catalog& catalog, catalog::PersonId mentee);

} // namespace mockingbird::review
