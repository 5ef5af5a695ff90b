// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/score_steps.h"

#include "common/catalog/catalog.h"
#include "review/review_page/review_model.h"

#include <algorithm>

namespace mockingbird::review {

ScoreSteps::ScoreSteps(ReviewModel& model, QObject* parent) : QObject(parent), m_model(model) {}

Result<catalog::Score> ScoreSteps::scoreNow(catalog::CriterionId criterion, const Question& question) const {
    // A cleared and set again score has another id: steps find it by what it is for.
    const auto score = m_model.ownScore(criterion, question);
    if (!score)
        return Error{ErrorCode::NotFound, "a score for this criterion", 0};
    return *score;
}

Result<void> ScoreSteps::restore(const catalog::Score& score) {
    const catalog::ReviewId review = TRY(m_model.begin());
    const auto set =
        TRY(m_model.catalog().reviews().setScore(review, score.criterion, score.level, score.question));
    for (const catalog::Evidence& evidence : score.evidence)
        TRY(m_model.catalog().reviews().addEvidence(set.id, evidence));
    return {};
}

bool ScoreSteps::setLevel(catalog::CriterionId criterion, const Question& question, int level) {
    const auto before = m_model.ownScore(criterion, question);
    if (before && before->level == level)
        return true;
    const auto set = [this, criterion, question](int to) -> Result<void> {
        const catalog::ReviewId review = TRY(m_model.begin());
        TRY(m_model.catalog().reviews().setScore(review, criterion, to, question));
        return {};
    };
    return m_model.push(
        tr("score"), [set, level] { return set(level); },
        [this, set, before, criterion, question]() -> Result<void> {
            if (before)
                return set(before->level);
            return m_model.catalog().reviews().clearScore(TRY(scoreNow(criterion, question)).id);
        },
        ReviewModel::Touched::Scores);
}

bool ScoreSteps::clear(catalog::CriterionId criterion, const Question& question) {
    const auto before = m_model.ownScore(criterion, question);
    if (!before)
        return true;
    return m_model.push(
        tr("clearing of a score"),
        [this, criterion, question]() -> Result<void> {
            return m_model.catalog().reviews().clearScore(TRY(scoreNow(criterion, question)).id);
        },
        [this, before = *before] { return m_model.catalog().atomically([&] { return restore(before); }); },
        ReviewModel::Touched::Scores);
}

bool ScoreSteps::addEvidence(catalog::CriterionId criterion, const Question& question,
                             const catalog::Evidence& evidence) {
    return m_model.push(
        tr("evidence"),
        [this, criterion, question, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion, question));
            TRY(m_model.catalog().reviews().addEvidence(score.id, evidence));
            return {};
        },
        [this, criterion, question, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion, question));
            TRY(m_model.catalog().reviews().removeEvidence(score.id, evidence));
            return {};
        },
        ReviewModel::Touched::Scores);
}

bool ScoreSteps::removeEvidence(catalog::CriterionId criterion, const Question& question,
                                const catalog::Evidence& evidence) {
    return m_model.push(
        tr("removal of evidence"),
        [this, criterion, question, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion, question));
            TRY(m_model.catalog().reviews().removeEvidence(score.id, evidence));
            return {};
        },
        [this, criterion, question, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion, question));
            TRY(m_model.catalog().reviews().addEvidence(score.id, evidence));
            return {};
        },
        ReviewModel::Touched::Scores);
}

Result<void> ScoreSteps::writeAgreed(const catalog::AgreedScore& agreed) {
    TRY(m_model.catalog().consensus().agree(m_model.now().session.id, agreed.criterion, agreed.question,
                                            agreed.level, agreed.reason));
    return {};
}

Result<void> ScoreSteps::withdrawNow(catalog::CriterionId criterion, const Question& question) {
    for (const catalog::AgreedScore& agreed : m_model.now().agreed)
        if (agreed.criterion == criterion && agreed.question == question)
            return m_model.catalog().consensus().withdraw(agreed.id);
    return {};
}

bool ScoreSteps::agree(catalog::CriterionId criterion, const Question& question, int level,
                       const std::string& reason) {
    std::optional<catalog::AgreedScore> before;
    for (const catalog::AgreedScore& agreed : m_model.now().agreed)
        if (agreed.criterion == criterion && agreed.question == question)
            before = agreed;
    if (before && before->level == level && before->reason == reason)
        return true;
    catalog::AgreedScore wanted;
    wanted.criterion = criterion;
    wanted.question = question;
    wanted.level = level;
    wanted.reason = reason;
    return m_model.push(
        tr("agreed level"), [this, wanted] { return writeAgreed(wanted); },
        [this, before, criterion, question]() -> Result<void> {
            if (before)
                return writeAgreed(*before);
            return withdrawNow(criterion, question);
        },
        ReviewModel::Touched::Agreed);
}

bool ScoreSteps::withdraw(catalog::AgreedScoreId id) {
    const auto& agreed = m_model.now().agreed;
    const auto found = std::ranges::find(agreed, id, &catalog::AgreedScore::id);
    if (found == agreed.end())
        return true;
    return m_model.push(
        tr("withdrawal of an agreed level"),
        [this, criterion = found->criterion, question = found->question] {
            return withdrawNow(criterion, question);
        },
        [this, before = *found] { return writeAgreed(before); }, ReviewModel::Touched::Agreed);
}

} // namespace mockingbird::review
