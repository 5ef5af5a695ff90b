// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/cohort_year.h"
#include "review/plot/plot_content.h"

#include <vector>

namespace mockingbird::review {

/// What the plots of a cohort's year show: attempts, participation, levels by criterion, hardest questions,
/// outcomes. What is withheld is said in words where its bar would be.
[[nodiscard]] std::vector<PlotContent> cohortPlots(const CohortYear& year);

} // namespace mockingbird::review
