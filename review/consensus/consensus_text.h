// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/agreement/agreement.h"
#include "review/consensus/calibration_figures.h"
#include "review/consensus/consensus_content.h"

#include <QString>

namespace mockingbird::review {

/// A figure or more, and what they mean in plain words.
struct FigureText {
    QString figures;
    QString meaning;
};

/// Percent agreement and a coefficient with their n: weighted kappa for two raters, Krippendorff's alpha for
/// more. The words are careful: few scores are called few.
[[nodiscard]] FigureText agreementText(const ConsensusContent& content);
/// How the rater lies to the agreed levels, said to them.
[[nodiscard]] FigureText calibrationText(const RaterCalibration& rater);
/// `one level higher`, `the same`, `two levels lower`.
[[nodiscard]] QString differenceText(int levels);
/// `4 Strong`, or `4` where the kit knows no label.
[[nodiscard]] QString levelText(const catalog::Kit& kit, catalog::CriterionId criterion, int level);
[[nodiscard]] QString anchorText(const catalog::Kit& kit, catalog::CriterionId criterion, int level);
/// `Service`, or `Question 2 · Service`, as the unit is scored.
[[nodiscard]] QString unitName(const catalog::Kit& kit, catalog::CriterionId criterion,
                               const std::optional<catalog::QuestionId>& question);

} // namespace mockingbird::review
