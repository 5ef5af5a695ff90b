// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/progress.h"
#include "review/compare/question_attempts.h"

#include <QString>
#include <vector>

namespace mockingbird::review {

/// What changed between the attempts, by criterion, in a sentence or two: `Structure 2 → 4 (▲ +2, more than
/// raters differ)`. Says so where nothing can be compared. What a change is worth is known of whole
/// interviews alone.
[[nodiscard]] QString differencesText(const std::vector<QuestionAttempt>& attempts,
                                      const PersonProgress& progress);

} // namespace mockingbird::review
