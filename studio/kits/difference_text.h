// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_difference.h"

#include <QString>

namespace mockingbird::studio {

/// The one change in words: `Question 2, time to answer: 90 s, now 60 s`. Of prose, what went stands in
/// `[-...]` and what came in `[+...]`, so that nothing hangs on colour.
[[nodiscard]] QString changeLine(const catalog::KitChange& change);
/// All of them as HTML, under headings by part; what came is underlined and what went struck through besides.
[[nodiscard]] QString differenceHtml(const std::vector<catalog::KitChange>& changes);

} // namespace mockingbird::studio
