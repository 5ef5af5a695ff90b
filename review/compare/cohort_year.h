// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/outcome_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/progress.h"
#include "common/catalog/quarter.h"
#include "review/agreement/agreement.h"
#include "review/compare/small_groups.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// How many attempts: from `from` to `to`, or more where there is no `to`.
struct AttemptRange {
    int from = 0;
    std::optional<int> to;
};
/// None, one or two, three to five, six and more: the same everywhere, since two ways to cut the same people
/// could be subtracted from each other.
[[nodiscard]] const std::vector<AttemptRange>& attemptRanges();

/// What mentees are grouped by.
enum class Grouping { Classification, Branch, Employment };
inline constexpr std::array kGroupings = {Grouping::Classification, Grouping::Branch, Grouping::Employment};

/// How the groups of one kind took part: rows are groups, columns attemptRanges(). Without groups where none
/// of them can be shown.
struct Participation {
    Grouping grouping = Grouping::Classification;
    std::vector<std::string> groups; ///< by name; an empty one is those of whom it isn't known
    GuardedTable mentees;
};

/// How often which levels were given for one criterion of one version of a rubric.
struct CriterionYear {
    catalog::KitId kit;
    std::string kitName;
    int rubricVersion = 1;
    catalog::CriterionId criterion;
    std::string name;
    int lowestLevel = 1;
    int highestLevel = 5;
    std::vector<LevelRange> given;  ///< by raters, of sealed reviews; empty where too few people carry them
    std::optional<double> mean;     ///< of the ranges' middles, so that it tells no more than they do
    std::vector<LevelRange> agreed; ///< what raters agreed on, kept apart
};

/// A question and how it went, or a criterion where a kit scores none by question.
struct HardItem {
    catalog::KitId kit;
    std::string kitName;
    int rubricVersion = 1;
    bool isQuestion = true;
    std::string text;   ///< the question's words, or the criterion's name
    double percent = 0; ///< mean of the levels given (as CriterionYear's), from 0 to 100 (the highest)
    int scores = 0;     ///< what the mean rests on; of five mentees at least
};

/// How well the raters of one version of a rubric agreed.
struct RatersYear {
    catalog::KitId kit;
    std::string kitName;
    int rubricVersion = 1;
    std::optional<Agreement> alpha; ///< Krippendorff's, ordinal, over all its criteria
    /// The standard deviation of how much the raters' levels lie above or below their co-raters', in levels.
    /// Of no rater by name, in no order, and only where there are five raters or more.
    std::optional<double> severitySpread;
};

/// Outcomes of one kind, and how much had been practised before them. It says nothing of why.
struct OutcomesYear {
    catalog::OutcomeKind kind = catalog::OutcomeKind::Applied;
    std::array<GuardedCount, 4> mentees; ///< by quarter
    GuardedCount total;                  ///< the quarters' sum
    /// The median number of attempts before it; only of five people or more.
    std::optional<double> medianAttemptsBefore;
};

/// One cohort in one calendar year. There is no other filter and no sum over years: two views of overlapping
/// people could be subtracted from each other. A mentee counts in one cohort a year (catalog::
/// CohortYearStore). Everything is guarded by small_groups.h.
struct CohortYear {
    catalog::Cohort cohort;
    int year = 0;
    /// Nullopt where they are one to four: then nothing else is there.
    GuardedCount mentees;
    GuardedList attempts; ///< mentees by attemptRanges()
    std::vector<Participation> participation;
    std::vector<CriterionYear> criteria; ///< by kit, rubric version, place in the rubric
    std::vector<HardItem> hardest;       ///< the lowest percent first, at most ten
    std::vector<RatersYear> raters;      ///< by kit and rubric version
    bool kitsLeftOut = false;            ///< there were kits that too few practised with
    std::vector<OutcomesYear> outcomes;  ///< of each kind
    std::array<GuardedCount, 4> outcomesByQuarter;
};

/// NotFound; Denied unless a liaison or coordinator asks; Cancelled where `progress` says to stop.
[[nodiscard]] Result<CohortYear> readCohortYear(catalog::Catalog& catalog, catalog::CohortId cohort, int year,
                                                const catalog::Progress& progress = {});

} // namespace mockingbird::review
