// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/progress.h"
#include "review/plot/plot_content.h"

#include <optional>
#include <vector>

namespace mockingbird::review {

/// What a plot of a person's progress shows, and whose session each of its categories is.
struct ProgressPlot {
    PlotContent content;
    std::vector<catalog::SessionId> sessions;
};

/// The small multiples of a group: a plot a criterion, its changes below it in words.
[[nodiscard]] std::vector<ProgressPlot> criterionPlots(const PersonProgress& progress,
                                                       const ProgressGroup& group);
/// Confidence before and after over all attempts; nullopt where nothing may be read of it.
[[nodiscard]] std::optional<ProgressPlot> confidencePlot(const PersonProgress& progress);
/// Answer length, talk share, pauses: those that two of the group's attempts have.
[[nodiscard]] std::vector<ProgressPlot> deliveryPlots(const PersonProgress& progress,
                                                      const ProgressGroup& group);
/// The numbers of the group's attempts.
[[nodiscard]] std::vector<int> attemptNumbers(const PersonProgress& progress, const ProgressGroup& group);
/// `Attempt 2, 3 March 2026`.
[[nodiscard]] QString attemptName(const catalog::Session& session);

} // namespace mockingbird::review
