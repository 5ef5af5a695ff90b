// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_figures.h"

#include <algorithm>
#include <cstdlib>

namespace mockingbird::review {

std::vector<RaterCalibration> calibrationOf(const std::vector<ScoredUnit>& units,
                                            const std::vector<catalog::AgreedScore>& agreed) {
    std::vector<RaterCalibration> raters;
    for (const ScoredUnit& unit : units) {
        const auto right = std::ranges::find_if(agreed, [&](const catalog::AgreedScore& score) {
            return score.criterion == unit.criterion && score.question == unit.question;
        });
        if (right == agreed.end())
            continue;
        for (const catalog::Score& score : unit.scores) {
            auto rater = std::ranges::find(raters, score.rater, &RaterCalibration::rater);
            if (rater == raters.end()) {
                RaterCalibration added;
                added.rater = score.rater;
                added.name = score.raterName;
                rater = raters.insert(raters.end(), added);
            }
            const int difference = score.level - right->level;
            ++rater->n;
            rater->exact += difference == 0 ? 1 : 0;
            rater->withinOne += std::abs(difference) <= 1 ? 1 : 0;
            rater->meanDifference += difference;
            rater->meanSizeDifference += std::abs(difference);
        }
    }
    for (RaterCalibration& rater : raters) {
        rater.meanDifference /= static_cast<double>(rater.n);
        rater.meanSizeDifference /= static_cast<double>(rater.n);
    }
    return raters;
}

std::vector<ScoredUnit> everyUnit(const catalog::Kit& kit, const std::vector<ScoredUnit>& scored) {
    std::vector<std::optional<catalog::QuestionId>> questions;
    if (kit.profile.scoring == catalog::ScoringScope::Session)
        questions.emplace_back(std::nullopt);
    else
        for (const catalog::Question& question : kit.questions)
            questions.emplace_back(question.id);
    std::vector<ScoredUnit> units;
    for (const auto& question : questions)
        for (const catalog::Criterion& criterion : kit.rubric.criteria) {
            const auto found = std::ranges::find_if(scored, [&](const ScoredUnit& unit) {
                return unit.criterion == criterion.id && unit.question == question;
            });
            if (found != scored.end()) {
                units.push_back(*found);
                continue;
            }
            ScoredUnit unit;
            unit.criterion = criterion.id;
            unit.question = question;
            units.push_back(std::move(unit));
        }
    return units;
}

} // namespace mockingbird::review
