// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// How far raters of one and the same attempt lie apart on a criterion: the mean square within attempts of a
/// one-way analysis of variance (Bland & Altman 1996, "Measurement error", BMJ 313:744), and its degrees of
/// freedom. It holds the raters' strictness too, so where the same raters rated both attempts it says less
/// than could be known, never more.
struct RaterSpread {
    double variance = 0;      ///< in levels, squared
    int degrees = 0;          ///< ratings less attempts, over the attempts that two raters or more rated
    std::size_t attempts = 0; ///< that two raters or more rated
};

/// Of the levels that raters gave: one list an attempt. Attempts of one rater tell nothing and don't count;
/// nullopt where no other is left.
[[nodiscard]] std::optional<RaterSpread> raterSpread(const std::vector<std::vector<double>>& attempts);

/// From fewer degrees of freedom on, the attempts of others are asked too (see progress.h).
inline constexpr int kFewDegrees = 5;
/// The least variance that is reckoned with, however well raters agree: a level is a whole step, and what is
/// rounded to whole steps is off by 1/12 (Sheppard's correction).
inline constexpr double kLeastVariance = 1.0 / 12.0;

/// The standard error of the mean of so many raters' levels, one at least, in levels.
[[nodiscard]] double errorOfMean(const RaterSpread& spread, std::size_t raters);
/// The standard error of the change between two such means: the root of s²/k1 + s²/k2 (the standard error of
/// difference of Jacobson & Truax 1991, "Clinical significance", J. Consult. Clin. Psychol. 59:12).
[[nodiscard]] double errorOfChange(const RaterSpread& spread, std::size_t ratersThen, std::size_t ratersNow);

enum class ChangeVerdict {
    NotKnown,     ///< no attempt was rated by two, or one of the two by nobody but the mentee
    WithinRaters, ///< raters of the same attempt differ as much: it may be nothing
    BeyondRaters, ///< more than raters of the same attempt differ, 19 times out of 20
};

/// `not-known`, `within-raters`, `beyond-raters`.
[[nodiscard]] std::string_view name(ChangeVerdict verdict);

/// The change of a mean from one attempt to another, and what it is worth.
struct Change {
    double by = 0; ///< in levels
    ChangeVerdict verdict = ChangeVerdict::NotKnown;
    std::optional<double> margin; ///< half of the 95 % interval (Student's t), in levels; absent if NotKnown
};

/// Nullopt as spread, or no rater at one of the two: NotKnown.
[[nodiscard]] Change changeOf(double then, std::size_t ratersThen, double now, std::size_t ratersNow,
                              const std::optional<RaterSpread>& spread);

/// The value that Student's t with so many degrees of freedom (1 at least) doesn't exceed with `probability`,
/// between 0 and 1, both left out: the distribution's finite series (Abramowitz & Stegun 26.7.3 and 26.7.4),
/// solved by halving. To nine digits from 0.0005 to 0.9995.
[[nodiscard]] double studentQuantile(double probability, int degrees);

} // namespace mockingbird::review
