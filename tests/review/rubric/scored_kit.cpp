// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/rubric/scored_kit.h"

namespace mockingbird::test {

ScoredKit::ScoredKit(catalog::ScoringScope scope)
    : ann(catalog::PersonId::make()), ben(catalog::PersonId::make()) {
    kit.id = catalog::KitId::make();
    kit.profile.scoring = scope;
    kit.profile.passLinePercent = 70;
    for (const char* text : {"Tell us about a time you helped someone.", "You are alone at the desk."}) {
        catalog::Question question;
        question.id = catalog::QuestionId::make();
        question.text = text;
        kit.questions.push_back(question);
    }
    for (const char* name : {"Structure", "Service", "Result"}) {
        catalog::Criterion criterion;
        criterion.id = catalog::CriterionId::make();
        criterion.name = name;
        criterion.weight = kit.rubric.criteria.size() == 1 ? 2.0 : 1.0;
        criterion.levels = {{1, "Not yet", "Nothing of it can be made out."},
                            {2, "Beginning", "Some of it is there."},
                            {3, "Sound", "It is there, one part thin."},
                            {4, "Strong", "It is there in full."},
                            {5, "Outstanding", "It is there in full and to the point."}};
        kit.rubric.criteria.push_back(criterion);
    }
}

catalog::CriterionId ScoredKit::criterion(std::size_t index) const {
    return kit.rubric.criteria.at(index).id;
}

catalog::QuestionId ScoredKit::question(std::size_t index) const {
    return kit.questions.at(index).id;
}

catalog::Score ScoredKit::score(catalog::PersonId rater, std::size_t criterionIndex,
                                std::optional<std::size_t> questionIndex, int level,
                                std::size_t moments) const {
    catalog::Score score;
    score.id = catalog::ScoreId::make();
    score.rater = rater;
    score.raterName = rater == ann ? "Ann Okafor" : "Ben Ruiz";
    score.criterion = criterion(criterionIndex);
    if (questionIndex)
        score.question = question(*questionIndex);
    score.level = level;
    for (std::size_t i = 0; i < moments; ++i) {
        catalog::Evidence evidence;
        evidence.at = MediaTime::fromSeconds(23.0 + 30.0 * static_cast<double>(i));
        score.evidence.push_back(evidence);
    }
    return score;
}

catalog::AgreedScore ScoredKit::agreed(std::size_t criterionIndex, std::optional<std::size_t> questionIndex,
                                       int level, const std::string& reason) const {
    catalog::AgreedScore agreed;
    agreed.id = catalog::AgreedScoreId::make();
    agreed.criterion = criterion(criterionIndex);
    if (questionIndex)
        agreed.question = question(*questionIndex);
    agreed.level = level;
    agreed.reason = reason;
    agreed.authorName = "Ben Ruiz";
    return agreed;
}

} // namespace mockingbird::test
