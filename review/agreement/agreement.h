// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// What raters gave: one row a rater, one column a unit (a criterion of a session or question), nullopt where
/// a rater gave none. All rows are of the same length.
using Ratings = std::vector<std::vector<std::optional<int>>>;

/// A coefficient with the number it rests on.
struct Agreement {
    double value = 0;
    std::size_t n = 0; ///< units that two raters or more rated
};

/// The share (0..1) of pairs of ratings of the same unit that differ by at most `margin` levels, each unit
/// weighing alike. Nullopt where no unit has two ratings.
[[nodiscard]] std::optional<Agreement> percentAgreement(const Ratings& ratings, int margin = 0);

/// Cohen's kappa with quadratic weights (Cohen 1968) of two raters over the units that both rated, -1..1.
/// Nullopt without such units, or where chance alone would agree (both gave one and the same level always).
[[nodiscard]] std::optional<Agreement> quadraticWeightedKappa(const std::vector<std::optional<int>>& one,
                                                              const std::vector<std::optional<int>>& other);

/// Krippendorff's alpha for ordinal data, any number of raters, missing ratings allowed (Krippendorff 2011,
/// "Computing Krippendorff's alpha-reliability"). Nullopt where nothing can be paired, or all are alike.
[[nodiscard]] std::optional<Agreement> krippendorffAlphaOrdinal(const Ratings& ratings);

} // namespace mockingbird::review
