// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/access_store.h"

#include "common/catalog/database.h"

namespace mockingbird::catalog {

namespace {

Result<bool> answerOf(const Result<void>& decided) {
    if (decided.ok())
        return true;
    return decided.error().code == ErrorCode::Denied ? Result<bool>(false) : Result<bool>(decided.error());
}

Standings ofRoles(bool mentor, bool liaison, bool coordinator) {
    Standings standings{Standing::Anyone};
    if (mentor)
        standings.add(Standing::Mentor);
    if (liaison)
        standings.add(Standing::Liaison);
    if (coordinator)
        standings.add(Standing::Coordinator);
    return standings;
}

} // namespace

AccessStore::Acting AccessStore::acting() const {
    Acting acting;
    acting.id = m_database.actor();
    // Whether a pair runs is asked of the cohorts that do: the pairs of all that have ended are many.
    Statement row =
        m_database.prepare("SELECT EXISTS (SELECT 1 FROM sign_in), EXISTS (SELECT 1 FROM cohort c CROSS JOIN "
                           "pair p ON p.cohort = c.id WHERE c.ended_on = '' AND p.removed = 0 AND "
                           "p.ended_on = ''), "
                           "EXISTS (SELECT 1 FROM person_role WHERE person = ?1 AND role = 'mentor'), "
                           "EXISTS (SELECT 1 FROM person_role WHERE person = ?1 AND role = 'liaison'), "
                           "EXISTS (SELECT 1 FROM person_role WHERE person = ?1 AND role = 'coordinator')");
    if (!row.bind(acting.id).next())
        return acting;
    acting.peopleSignIn = row.number(0) != 0;
    acting.mentor = row.number(2) != 0;
    acting.liaison = row.number(3) != 0;
    acting.coordinator = row.number(4) != 0;
    acting.unbounded = m_database.isStudio() || (acting.id.isNull() && !acting.peopleSignIn);
    acting.accompaniesAll = !acting.peopleSignIn && row.number(1) == 0;
    return acting;
}

Standings AccessStore::towards(const Acting& acting, PersonId subject) const {
    Standings standings = ofRoles(acting.mentor && acting.accompaniesAll,
                                  acting.liaison && acting.accompaniesAll, acting.coordinator);
    if (acting.id == subject)
        standings.add(Standing::Own);
    Statement row =
        m_database.prepare("SELECT EXISTS (SELECT 1 FROM running_pair WHERE mentee = ?2 AND mentor = ?1), "
                           "EXISTS (SELECT 1 FROM running_pair WHERE mentee = ?2 AND liaison = ?1), "
                           "EXISTS (SELECT 1 FROM session_seat t JOIN session s ON s.id = t.session "
                           "WHERE t.person = ?1 AND s.mentee = ?2 AND s.removed = 0) OR "
                           "EXISTS (SELECT 1 FROM review v JOIN session s ON s.id = v.session "
                           "WHERE v.rater = ?1 AND s.mentee = ?2 AND s.removed = 0)");
    if (row.bind(acting.id, subject).next()) {
        if (row.number(0) != 0)
            standings.add(Standing::Mentor);
        if (row.number(1) != 0)
            standings.add(Standing::Liaison);
        if (row.number(2) != 0)
            standings.add(Standing::Seated);
    }
    return standings;
}

Standings AccessStore::at(const Acting& acting, SessionId session) const {
    Standings standings = ofRoles(acting.mentor && acting.accompaniesAll,
                                  acting.liaison && acting.accompaniesAll, acting.coordinator);
    Statement rows =
        m_database.prepare("SELECT standing FROM session_standing WHERE session = ?1 AND person = ?2");
    rows.bind(session, acting.id);
    while (rows.next()) {
        const std::string standing = rows.text(0);
        for (const Standing each : kStandings)
            if (name(each) == standing)
                standings.add(each);
    }
    return standings;
}

Result<void> AccessStore::decide(const Acting& acting, Action action, Thing thing,
                                 const Standings& standings) {
    if (acting.unbounded)
        return {};
    if (acting.id.isNull())
        return Error{ErrorCode::Denied, "people sign in to this catalog, and nobody has", 0};
    if (!acting.peopleSignIn && !holdsWithoutSigningIn(action, thing))
        return {};
    if (allows(action, thing, standings))
        return {};
    return Error{ErrorCode::Denied, refusal(action, thing), 0};
}

Result<bool> AccessStore::peopleSignIn() const {
    return m_database.guard(
        [&]() -> Result<bool> { return m_database.prepare("SELECT 1 FROM sign_in").next(); });
}

Result<Standings> AccessStore::standings() const {
    return m_database.guard([&]() -> Result<Standings> {
        const Acting now = acting();
        return ofRoles(now.mentor, now.liaison, now.coordinator);
    });
}

Result<Standings> AccessStore::standings(PersonId subject) const {
    return m_database.guard([&]() -> Result<Standings> { return towards(acting(), subject); });
}

Result<Standings> AccessStore::standings(SessionId session) const {
    return m_database.guard([&]() -> Result<Standings> { return at(acting(), session); });
}

Result<void> AccessStore::require(Action action, Thing thing) const {
    return m_database.guard([&]() -> Result<void> {
        const Acting now = acting();
        return decide(now, action, thing, ofRoles(now.mentor, now.liaison, now.coordinator));
    });
}

Result<void> AccessStore::require(Action action, Thing thing, PersonId subject) const {
    return m_database.guard([&]() -> Result<void> {
        const Acting now = acting();
        return decide(now, action, thing, now.unbounded ? Standings{} : towards(now, subject));
    });
}

Result<void> AccessStore::require(Action action, Thing thing, SessionId session) const {
    return m_database.guard([&]() -> Result<void> {
        const Acting now = acting();
        return decide(now, action, thing, now.unbounded ? Standings{} : at(now, session));
    });
}

Result<bool> AccessStore::may(Action action, Thing thing) const {
    return answerOf(require(action, thing));
}

Result<bool> AccessStore::may(Action action, Thing thing, PersonId subject) const {
    return answerOf(require(action, thing, subject));
}

Result<bool> AccessStore::may(Action action, Thing thing, SessionId session) const {
    return answerOf(require(action, thing, session));
}

Result<std::optional<PersonId>> AccessStore::sight() const {
    return m_database.guard([&]() -> Result<std::optional<PersonId>> {
        const Acting now = acting();
        TRY(decide(now, Action::See, Thing::Kit, {})); // that it is somebody
        const bool all =
            now.unbounded || now.coordinator || (now.accompaniesAll && (now.mentor || now.liaison));
        return all ? std::optional<PersonId>() : std::optional(now.id);
    });
}

} // namespace mockingbird::catalog
