// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/commitment_closing_store.h"
#include "review/compare/change_certainty.h"
#include "review/compare/comparison.h"
#include "review/compare/delivery.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// One attempt along time, at whichever kit.
struct ProgressAttempt {
    catalog::Session session;
    int rubricVersion = 1;
    std::optional<double> percent; ///< the total, where every criterion has a level
    bool hasDrafts = false;        ///< one of its levels at least is of a review still in draft
    std::optional<int> confidenceBefore;
    std::optional<int> confidenceAfter;
    Delivery delivery;
};

/// What changed since an earlier attempt.
struct ChangeSince {
    std::size_t attempt = 0; ///< the earlier one's place in the group
    Change change;
};

/// One criterion over the attempts of a group. Attempts that nobody but the mentee rated are compared with
/// each other alone.
struct CriterionProgress {
    catalog::Criterion criterion;
    std::vector<ComparisonCell> cells;                  ///< one an attempt of the group, in its order
    std::vector<std::optional<ChangeSince>> sinceFirst; ///< the same; nullopt where there is none to compare
    std::vector<std::optional<ChangeSince>> sincePrevious;
    std::optional<RaterSpread> spread;
    bool spreadOfOthers = false; ///< too few of this mentee's attempts were rated by two; others' too then

    /// The last attempt that has a level.
    [[nodiscard]] std::optional<std::size_t> lastLevel() const;
};

/// Attempts that can be compared: of one kit, by one version of its rubric. Nothing is ever reckoned
/// across groups.
struct ProgressGroup {
    catalog::Kit kit;                  ///< the newest version held
    std::vector<std::size_t> attempts; ///< into PersonProgress::attempts, rising
    std::vector<CriterionProgress> criteria;
};

/// What became of a commitment.
enum class CommitmentFate {
    NoAttemptSince, ///< nothing could show yet
    Open,           ///< there was an attempt since, and nobody said that it closed it
    Closed,
};

/// `no-attempt-since`, `open`, `kept`.
[[nodiscard]] std::string_view name(CommitmentFate fate);

struct CommitmentProgress {
    catalog::TakenAlong taken;
    CommitmentFate fate = CommitmentFate::NoAttemptSince;
};

/// A person's attempts along time, each kit and version of a rubric apart.
struct PersonProgress {
    catalog::Person mentee;
    std::vector<ProgressAttempt> attempts;       ///< by time
    std::vector<ProgressGroup> groups;           ///< that of the newest attempt first
    std::vector<CommitmentProgress> commitments; ///< newest attempt first

    /// Nullptr where the session is none of them.
    [[nodiscard]] const ProgressAttempt* attempt(catalog::SessionId session) const;
};

/// NotFound for an unknown person. Only what the acting person may read counts (see attempt_levels.h); their
/// confidence where they share it. Delivery is left to measureDelivery(): it reads files.
[[nodiscard]] Result<PersonProgress> progressOf(catalog::Catalog& catalog, catalog::PersonId mentee);
/// What changed in a criterion from one attempt to another, and what that is worth; nullopt where one of them
/// has no level, or they are of different groups.
[[nodiscard]] std::optional<Change> changeBetween(const PersonProgress& progress, catalog::SessionId then,
                                                  catalog::SessionId now, catalog::CriterionId criterion);
/// Fills in the delivery of the attempts at a kit, the newest so many of each group; what can't be read stays
/// not known.
inline constexpr std::size_t kMostMeasured = 24;
void measureDelivery(catalog::Catalog& catalog, PersonProgress& progress, catalog::KitId kit);

} // namespace mockingbird::review
