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

Result<bool> arranges(Database& database, PersonId mentee) {
    const PersonId actor = database.actor();
    if (actor.isNull())
        return !TRY(AccessStore(database).peopleSignIn());
    if (actor == mentee)
        return true;
    const Person person = TRY(PeopleStore(database).byId(actor));
    if (person.roles.contains(Role::Coordinator))
        return true;
    return isBeside(database, mentee, Beside::Mentor);
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
    const Person person = TRY(PeopleStore(database).byId(mentee));
    if (TRY(arranges(database, mentee)))
        return {};
    return Error{ErrorCode::Denied,
                 person.name + "'s appointments are made by themselves, their mentor or a coordinator", 0};
}

Result<bool> seesAppointments(Database& database, PersonId mentee) {
    if (TRY(arranges(database, mentee)))
        return true;
    return accompanies(database, mentee);
}

} // namespace mockingbird::catalog
