// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <QString>

namespace mockingbird::review {

/// A level or a mean: `3`, `2.5`, `3.33`.
[[nodiscard]] QString levelText(double level);
/// A change with its sign and an arrow, such as `▲ +1.5`; `= 0` where nothing changed.
[[nodiscard]] QString changeText(double change);
/// The same in words: `up 1.5`, `down 1`, `unchanged`.
[[nodiscard]] QString spokenChange(double change);
/// Each rater's level: `Ann 3 · Ben 4 (draft)`.
[[nodiscard]] QString ratersText(const ComparisonCell& cell);
/// Everything a cell holds, in a sentence.
[[nodiscard]] QString cellSentence(const ComparisonCell& cell);

} // namespace mockingbird::review
