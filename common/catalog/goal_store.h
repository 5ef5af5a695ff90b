// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>

namespace mockingbird::catalog {

class Database;

/// What a mentee wants to do better, in one sentence.
struct Goal {
    PersonId person;
    std::string text;
    WallTime setAt;
};

class GoalStore {
public:
    explicit GoalStore(Database& database);

    /// An empty text takes it back.
    Result<void> set(PersonId person, const std::string& text);
    /// The one that held at that time: the last set before it.
    [[nodiscard]] Result<std::optional<Goal>> of(PersonId person, WallTime at) const;

private:
    friend class Preparation; // whose stores share its connection
    friend class Programme;   // the same
    Database& m_database;
};

} // namespace mockingbird::catalog
