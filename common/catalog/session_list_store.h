// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/session_store.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// Reads sessions, alone and in lists with the newest first. What the acting person doesn't
/// see is in none of them. Serves SessionStore; throws. Each way to choose
/// has an index that gives its order, so that a page costs what it holds and not what the catalog does.
class SessionListStore {
public:
    explicit SessionListStore(Database& database) : m_database(database) {}

    /// At most `limit`; all where that is negative.
    [[nodiscard]] Result<std::vector<Session>>
    page(const SessionFilter& filter, int limit,
         const std::optional<SessionPlace>& after = std::nullopt) const;
    /// NotFound for one that isn't there or is removed.
    [[nodiscard]] Result<Session> one(SessionId id) const;
    [[nodiscard]] Result<std::vector<MenteeHead>> mentees() const;
    [[nodiscard]] Result<std::int64_t> count(const SessionFilter& filter) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
