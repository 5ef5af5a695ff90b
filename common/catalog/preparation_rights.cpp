// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation_rights.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/pair_store.h"
#include "common/catalog/people_store.h"

namespace mockingbird::catalog {

namespace {

enum class Beside { Mentor, MentorOrLiaison };

Result<bool> isBeside(Database& database, PersonId mentee, Beside wanted) {
    return database.guard([&]() -> Result<bool> {
        const PairStore pairs(database);
        return pairs.mentors(database.actor(), mentee) ||
               (wanted == Beside::MentorOrLiaison && pairs.liaises(database.actor(), mentee));
    });
}

} // namespace

Result<void> checkOwn(Database& database, PersonId person, const char* what) {
    const Person owner = TRY(PeopleStore(database).byId(person));
    if (database.actor() == person)
        return {};
    return Error{ErrorCode::Denied, owner.name + "'s " + what + " are their own", 0};
}

Result<bool> mentors(Database& database, PersonId mentee) {
    if (database.actor().isNull())
        return false;
    return isBeside(database, mentee, Beside::Mentor);
}

Result<bool> accompanies(Database& database, PersonId mentee) {
    if (database.actor().isNull())
        return false;
    return isBeside(database, mentee, Beside::MentorOrLiaison);
}

Result<void> checkArranges(Database& database, PersonId mentee) {
    TRY(PeopleStore(database).byId(
        mentee)); // whom nobody knows nobody may anything about: NotFound says more
    return AccessStore(database).require(Action::Make, Thing::Appointment, mentee);
}

Result<bool> seesAppointments(Database& database, PersonId mentee) {
    return AccessStore(database).may(Action::See, Thing::Appointment, mentee);
}

} // namespace mockingbird::catalog
