// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consensus_store.h"
#include "common/catalog/review_store.h"

#include <QObject>
#include <optional>
#include <string>

namespace mockingbird::review {

class ReviewModel;

/// What the acting person does with levels: their own with its evidence, and those that the raters agree on.
/// Each is a step of the model's that can be undone, and false where it failed, after the model said why.
class ScoreSteps : public QObject {
    Q_OBJECT

public:
    using Question = std::optional<catalog::QuestionId>;

    explicit ScoreSteps(ReviewModel& model, QObject* parent = nullptr);

    bool setLevel(catalog::CriterionId criterion, const Question& question, int level);
    bool clear(catalog::CriterionId criterion, const Question& question);
    bool addEvidence(catalog::CriterionId criterion, const Question& question,
                     const catalog::Evidence& evidence);
    bool removeEvidence(catalog::CriterionId criterion, const Question& question,
                        const catalog::Evidence& evidence);

    bool agree(catalog::CriterionId criterion, const Question& question, int level,
               const std::string& reason);
    bool withdraw(catalog::AgreedScoreId id);

private:
    [[nodiscard]] Result<catalog::Score> scoreNow(catalog::CriterionId criterion,
                                                  const Question& question) const;
    Result<void> restore(const catalog::Score& score);
    Result<void> writeAgreed(const catalog::AgreedScore& agreed);
    Result<void> withdrawNow(catalog::CriterionId criterion, const Question& question);

    ReviewModel& m_model;
};

} // namespace mockingbird::review
