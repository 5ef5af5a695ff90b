// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/programme_ids.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// What became of somebody. It stands beside what they practised, and says nothing of why.
enum class OutcomeKind { Applied, Interviewed, Promoted, Conference, Project, Training };
inline constexpr std::array kOutcomeKinds = {OutcomeKind::Applied,  OutcomeKind::Interviewed,
                                             OutcomeKind::Promoted, OutcomeKind::Conference,
                                             OutcomeKind::Project,  OutcomeKind::Training};
/// `applied`, `interviewed`, `promoted`, `conference`, `project`, `training`.
[[nodiscard]] std::string_view name(OutcomeKind kind);
[[nodiscard]] Result<OutcomeKind> parseOutcomeKind(std::string_view text);

struct Outcome {
    OutcomeId id;
    PersonId person;
    OutcomeKind kind = OutcomeKind::Applied;
    std::string on;         ///< ISO date
    std::string text;       ///< such as for what; may be empty
    PersonId author;        ///< who entered it; told by the store, null where nobody acted
    std::string authorName; ///< told by the store
};

/// Outcomes of mentees: entered and changed by themselves, their liaisons and coordinators, seen by their
/// mentors besides.
class OutcomeStore {
public:
    static constexpr std::size_t kLongestText = 500; ///< bytes

    explicit OutcomeStore(Database& database) : m_database(database) {}

    /// Id and author are given; a day that is empty is today. InvalidArgument for what is no day or too long
    /// a text; NotFound for an unknown person; Denied.
    [[nodiscard]] Result<Outcome> add(const Outcome& wanted);
    /// Its kind, day and text.
    [[nodiscard]] Result<Outcome> change(const Outcome& wanted);
    Result<void> remove(OutcomeId id);
    Result<void> restore(OutcomeId id); ///< undo
    /// By day, the newest first. Denied where the acting person may not see them.
    [[nodiscard]] Result<std::vector<Outcome>> ofPerson(PersonId person) const;
    /// NotFound for a removed one.
    [[nodiscard]] Result<Outcome> byId(OutcomeId id) const;
    /// By id, or a beginning or end of it of at least 6 characters that only one has.
    [[nodiscard]] Result<Outcome> find(std::string_view text) const;

private:
    Result<void> setRemoved(OutcomeId id, bool removed);
    Database& m_database;
};

} // namespace mockingbird::catalog
