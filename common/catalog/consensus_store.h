// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// The level that raters agreed on after they compared their own, which stay beside it as they were. In a
/// calibration: the level that the coordinator says is right.
struct AgreedScore {
    AgreedScoreId id;
    SessionId session;
    CriterionId criterion;
    std::optional<QuestionId> question;
    int level = 0;
    std::string reason; ///< in a sentence; may be empty
    PersonId author;    ///< who wrote it down
    std::string authorName;
    WallTime madeAt;
};

class ConsensusStore {
public:
    explicit ConsensusStore(Database& database);

    /// Sets or replaces it. InvalidArgument while a rater hasn't sealed yet, unless the session is a
    /// calibration; OutOfRange, naming the levels there are; NotFound for a criterion or question that the
    /// kit doesn't have.
    [[nodiscard]] Result<AgreedScore> agree(SessionId session, CriterionId criterion,
                                            std::optional<QuestionId> question, int level,
                                            const std::string& reason);
    Result<void> withdraw(AgreedScoreId id);
    [[nodiscard]] Result<std::vector<AgreedScore>> ofSession(SessionId session) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
