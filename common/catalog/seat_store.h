// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/session_store.h"

#include <string_view>

namespace mockingbird::catalog {

class Database;

/// `panel`, `observer`: the column's and the events' words.
[[nodiscard]] std::string_view name(Seat seat);

/// Who was at a session beside the mentee. Serves SessionStore, within its transactions; throws.
class SeatStore {
public:
    explicit SeatStore(Database& database) : m_database(database) {}

    /// Writes a row, behind those that are there; an applier's. Nothing where the person has that seat.
    void insert(SessionId session, PersonId person, std::string_view seat);
    /// Fills in the panel and the observers of the one session.
    void fill(Session& session) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
