// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/progress.h"

#include <QString>

namespace mockingbird::review {

/// A change in a few words: `up 1.5 since attempt 1: more than raters differ by (0.9)`. `ownAlone` where the
/// mentee's own levels are all there is.
[[nodiscard]] QString changeText(const ChangeSince& since, int attemptNumber, bool ownAlone);
/// All of a criterion's last attempt in sentences, since the first and since the one before; empty where
/// there is nothing to compare. `numbers` are those of the group's attempts.
[[nodiscard]] QString changesText(const CriterionProgress& progress, const std::vector<int>& numbers);
/// What the group's last attempt says over its criteria, since the first: how many went up or down by more
/// than raters differ by, and how many may be unchanged. Never a total of them.
[[nodiscard]] QString summaryText(const ProgressGroup& group, const std::vector<int>& numbers);
/// How a change is told from what raters differ by, in plain words.
[[nodiscard]] QString methodText(const ProgressGroup& group);

} // namespace mockingbird::review
