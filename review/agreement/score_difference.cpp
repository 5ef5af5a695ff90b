// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/score_difference.h"

#include <algorithm>
#include <tuple>

namespace mockingbird::review {

namespace {

/// From this many levels on, two raters saw something different, whatever the kit's margin.
constexpr int kAlwaysTalkedAbout = 2;

} // namespace

int ScoredUnit::spread() const {
    if (scores.size() < 2)
        return 0;
    const auto [lowest, highest] = std::ranges::minmax_element(scores, {}, &catalog::Score::level);
    return highest->level - lowest->level;
}

std::vector<ScoredUnit> scoredUnits(const catalog::Kit& kit, const std::vector<catalog::Score>& scores) {
    // What is for the whole session comes first.
    std::vector<std::optional<catalog::QuestionId>> questions{std::nullopt};
    for (const catalog::Question& question : kit.questions)
        questions.emplace_back(question.id);
    std::vector<ScoredUnit> units;
    for (const auto& question : questions) {
        for (const catalog::Criterion& criterion : kit.rubric.criteria) {
            ScoredUnit unit{criterion.id, question, {}};
            for (const catalog::Score& score : scores)
                if (score.criterion == criterion.id && score.question == question)
                    unit.scores.push_back(score);
            std::ranges::stable_sort(unit.scores, {}, [](const catalog::Score& score) {
                return std::tie(score.raterName, score.rater);
            });
            if (!unit.scores.empty())
                units.push_back(std::move(unit));
        }
    }
    return units;
}

std::vector<ScoredUnit> differingUnits(const catalog::Kit& kit, const std::vector<catalog::Score>& scores) {
    std::vector<ScoredUnit> units = scoredUnits(kit, scores);
    std::erase_if(units, [&](const ScoredUnit& unit) {
        return unit.spread() < kAlwaysTalkedAbout && unit.spread() <= kit.profile.agreementMargin;
    });
    return units;
}

Ratings ratingsOf(const std::vector<ScoredUnit>& units) {
    std::vector<catalog::PersonId> raters;
    for (const ScoredUnit& unit : units)
        for (const catalog::Score& score : unit.scores)
            if (std::ranges::find(raters, score.rater) == raters.end())
                raters.push_back(score.rater);
    Ratings ratings(raters.size(), std::vector<std::optional<int>>(units.size()));
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        for (const catalog::Score& score : units[unit].scores) {
            const auto rater = std::ranges::find(raters, score.rater) - raters.begin();
            ratings[static_cast<std::size_t>(rater)][unit] = score.level;
        }
    }
    return ratings;
}

} // namespace mockingbird::review
