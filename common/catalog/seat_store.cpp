// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/seat_store.h"

#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"

namespace mockingbird::catalog {

namespace {

void applySessionJoined(Database& database, const Event& event) {
    const auto& p = event.payload;
    SeatStore(database).insert(idAt<SessionId>(p, "id"), idAt<PersonId>(p, "person"),
                               p.at("seat").get<std::string>());
    refreshRound(database, idAt<SessionId>(p, "id"));
}

/// A row's seat and person, from column 0 on.
void sit(Session& session, const Statement& row) {
    auto& people = row.text(0) == name(Seat::Panel) ? session.panel : session.observers;
    people.push_back(row.id<PersonId>(1));
}

} // namespace

Projection seatProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"session_seat", "DELETE FROM session_seat",
         "SELECT session, position, person, seat FROM session_seat ORDER BY session, position"},
    };
    static constexpr Applier kAppliers[] = {{"session.joined", applySessionJoined}};
    return {kTables, kAppliers};
}

std::string_view name(Seat seat) {
    return seat == Seat::Panel ? "panel" : "observer";
}

void SeatStore::insert(SessionId session, PersonId person, std::string_view seat) {
    m_database
        .prepare("INSERT INTO session_seat (session, position, person, seat) "
                 "SELECT ?1, (SELECT coalesce(max(position), 0) + 1 FROM session_seat WHERE session = ?1), "
                 "?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM session_seat WHERE session = ?1 AND person = ?2 AND "
                 "seat = ?3)")
        .bind(session, person, seat)
        .run();
}

void SeatStore::fill(Session& session) const {
    Statement rows =
        m_database.prepare("SELECT seat, person FROM session_seat WHERE session = ?1 ORDER BY position");
    rows.bind(session.id);
    while (rows.next())
        sit(session, rows);
}

} // namespace mockingbird::catalog
