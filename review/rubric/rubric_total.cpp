// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/rubric_total.h"

#include <vector>

namespace mockingbird::review {

RubricTotal totalOf(const catalog::Kit& kit,
                    const std::function<std::optional<int>(catalog::CriterionId,
                                                           std::optional<catalog::QuestionId>)>& levelOf) {
    std::vector<std::optional<catalog::QuestionId>> questions;
    if (kit.profile.scoring == catalog::ScoringScope::Session)
        questions.emplace_back(std::nullopt);
    else
        for (const catalog::Question& question : kit.questions)
            questions.emplace_back(question.id);

    RubricTotal total;
    double reached = 0;
    double possible = 0;
    for (const catalog::Criterion& criterion : kit.rubric.criteria) {
        double sum = 0;
        std::size_t given = 0;
        for (const auto& question : questions) {
            ++total.wanted;
            if (const auto level = levelOf(criterion.id, question)) {
                sum += *level;
                ++given;
            }
        }
        total.scored += given;
        if (given == 0 || criterion.levels.empty())
            continue;
        ++total.criteriaScored;
        reached += criterion.weight * sum / static_cast<double>(given);
        possible += criterion.weight * criterion.levels.back().level;
    }
    if (possible > 0)
        total.percent = 100 * reached / possible;
    return total;
}

} // namespace mockingbird::review
