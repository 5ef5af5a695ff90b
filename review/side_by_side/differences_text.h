// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/question_attempts.h"

#include <QString>
#include <vector>

namespace mockingbird::review {

/// What changed between the attempts, by criterion, in a sentence or two: `Structure 2 → 4 (▲ +2)`. Says so
/// where nothing can be compared.
[[nodiscard]] QString differencesText(const std::vector<QuestionAttempt>& attempts);

} // namespace mockingbird::review
