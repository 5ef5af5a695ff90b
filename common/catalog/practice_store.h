// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/preparation_ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class PracticeOutcome { Answered, Again, Skipped };
/// `answered`, `again`, `skipped`.
[[nodiscard]] std::string_view name(PracticeOutcome outcome);
[[nodiscard]] Result<PracticeOutcome> parsePracticeOutcome(std::string_view text);

/// One go at one question, alone.
struct Practice {
    PracticeId id;
    PersonId person;
    KitId kit;
    QuestionId question;
    PracticeOutcome outcome = PracticeOutcome::Answered;
    int seconds = 0;   ///< how long the answer took; 0 where it isn't known
    SessionId session; ///< where it was recorded; else null
    WallTime at;
};

/// What was practised. A mentee's own; Denied for everybody else.
class PracticeStore {
public:
    explicit PracticeStore(Database& database) : m_database(database) {}

    /// NotFound for a question that the kit's newest version doesn't have.
    [[nodiscard]] Result<Practice> add(const Practice& practice);
    Result<void> remove(PracticeId id); ///< undo
    Result<void> restore(PracticeId id);
    /// Of all questions of a kit, or of all kits for a null id; by time, the newest first.
    [[nodiscard]] Result<std::vector<Practice>> of(PersonId person, KitId kit) const;

private:
    Result<void> setRemoved(PracticeId id, bool removed);
    Database& m_database;
};

} // namespace mockingbird::catalog
