// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/access.h"
#include "common/catalog/ids.h"

#include <optional>

namespace mockingbird::catalog {

class Database;

/// What the acting person may see and do in the catalog as it stands now: the table (access.h) with how they
/// stand to the thing. The other stores ask it before they answer.
///
/// Nobody acting is the machine's owner, who may everything that isn't anybody's alone, while nobody signs
/// in; once people do, it is nobody, who may nothing. The studio's own work (Catalog::actAsStudio) may
/// everything.
class AccessStore {
public:
    explicit AccessStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<bool> peopleSignIn() const;

    /// Denied, with a sentence that says whose it is, where the acting person may not.
    Result<void> require(Action action, Thing thing) const; ///< about nobody: one's roles decide
    Result<void> require(Action action, Thing thing, PersonId subject) const;
    Result<void> require(Action action, Thing thing, SessionId session) const;
    [[nodiscard]] Result<bool> may(Action action, Thing thing) const;
    [[nodiscard]] Result<bool> may(Action action, Thing thing, PersonId subject) const;
    [[nodiscard]] Result<bool> may(Action action, Thing thing, SessionId session) const;

    /// Whom lists of sessions are made for: those in the view session_standing with this person are in sight.
    /// None where all are. Denied where it is nobody.
    [[nodiscard]] Result<std::optional<PersonId>> sight() const;

    [[nodiscard]] Result<Standings> standings() const;
    [[nodiscard]] Result<Standings> standings(PersonId subject) const;
    [[nodiscard]] Result<Standings> standings(SessionId session) const;

private:
    /// Who acts, as one row says it.
    struct Acting {
        PersonId id;
        bool peopleSignIn = false;
        bool unbounded = false;      ///< the studio, or the owner
        bool accompaniesAll = false; ///< no pair says yet who accompanies whom, and nobody signs in
        bool mentor = false;
        bool liaison = false;
        bool coordinator = false;
    };
    [[nodiscard]] Acting acting() const;
    [[nodiscard]] Standings towards(const Acting& acting, PersonId subject) const;
    [[nodiscard]] Standings at(const Acting& acting, SessionId session) const;
    [[nodiscard]] static Result<void> decide(const Acting& acting, Action action, Thing thing,
                                             const Standings& standings);

    Database& m_database;
};

} // namespace mockingbird::catalog
