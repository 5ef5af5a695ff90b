// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

namespace mockingbird::catalog {

/// The scores of reviews with their evidence, for the ReviewStore, whose public functions these implement.
class ScoreStore {
public:
    explicit ScoreStore(Database& database);

    [[nodiscard]] Result<Score> set(const Review& review, CriterionId criterion, int level,
                                    std::optional<QuestionId> question);
    Result<void> clear(const Score& score);
    [[nodiscard]] Result<Score> addEvidence(const Score& score, const Evidence& evidence);
    [[nodiscard]] Result<Score> removeEvidence(const Score& score, const Evidence& evidence);
    [[nodiscard]] Result<Score> byId(ScoreId id) const;
    [[nodiscard]] Result<std::vector<Score>> ofSession(SessionId session) const;

private:
    Database& m_database;
};

/// OutOfRange, naming the levels there are, for one that the session's rubric doesn't have; NotFound for a
/// criterion or question that its kit doesn't have.
Result<void> checkLevel(Database& database, SessionId session, CriterionId criterion,
                        std::optional<QuestionId> question, int level);

} // namespace mockingbird::catalog
