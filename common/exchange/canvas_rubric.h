// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/exchange/csv.h"
#include "common/exchange/remark.h"

namespace mockingbird::exchange {

struct CanvasRubrics {
    std::vector<catalog::Rubric> rubrics; ///< each criterion with its levels rising
    std::vector<Remark> remarks;
};

/// Whether the table's heading is that of rubrics from Canvas.
[[nodiscard]] bool isCanvasTable(const CsvRow& heading);

/// Rubrics as Canvas LMS hands them out and takes them in: a row a criterion, the rows of one rubric by its
/// name, wherever they stand; the ratings as triples of name, description and points.
///
/// Ratings become levels by their points. Where these are a multiple of 1, 2, 3 ... or of 0, 1, 2 ..., the
/// multiple is the criterion's weight and nothing else has to be kept; otherwise the levels are counted from
/// 1, and each keeps its points. What this program's own table says besides holds, where it still fits.
///
/// InvalidArgument, with the line, for a row without a rubric's or a criterion's name, a rating without
/// points, a criterion without ratings or with more than ten, and for more rubrics or criteria than fit.
[[nodiscard]] Result<CanvasRubrics> canvasRubricsFrom(const CsvDocument& table);

/// The table that Canvas takes in: without a byte order mark, which Canvas would take for a part of the first
/// heading; the highest points first. A last column, which Canvas passes over, holds what it has no place
/// for, so that canvasRubricsFrom() reads the rubrics as they were, but for their versions.
[[nodiscard]] Exported canvasTable(const std::vector<catalog::Rubric>& rubrics);

inline constexpr std::size_t kMostRubrics = 100;
inline constexpr std::size_t kMostCriteria = 100; ///< of a rubric
inline constexpr std::size_t kMostRatings = 10;   ///< of a criterion

} // namespace mockingbird::exchange
