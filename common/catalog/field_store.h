// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "common/catalog/person_field.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// What a person's fields say, by the field's key; a field without a value isn't there.
using PersonValues = std::map<std::string, std::string>;

/// Which fields there are, and what they say of people, to the acting person: nobody is told of a field that
/// person_field.h's maySee keeps from them.
class FieldStore {
public:
    explicit FieldStore(Database& database);

    [[nodiscard]] Result<std::vector<PersonField>> all() const; ///< the built-in ones, then the added ones
    /// By key, or by name in either case. NotFound.
    [[nodiscard]] Result<PersonField> find(std::string_view keyOrName) const;
    /// InvalidArgument for an empty name or one that is taken, or a kind that only a built-in field has.
    [[nodiscard]] Result<PersonField> add(const std::string& name, FieldKind kind, FieldAudience audience);
    /// Its name and who sees it. Denied unless a coordinator or the machine's owner acts.
    [[nodiscard]] Result<PersonField> change(const PersonField& field);
    /// An added one: it isn't shown any more; what it says is kept, and back with restore().
    Result<void> remove(const std::string& key);
    Result<void> restore(const std::string& key);

    [[nodiscard]] Result<PersonValues> valuesOf(PersonId person) const;
    /// Of everybody of whom there is something to see.
    [[nodiscard]] Result<std::map<PersonId, PersonValues>> values() const;
    /// Sets those named; an empty text takes one back. NotFound for a field there isn't, InvalidArgument for
    /// a value of another kind, Denied where the acting person may not. All or none.
    Result<void> describe(PersonId person, const PersonValues& values);
    [[nodiscard]] Result<FieldReader> readerOf(PersonId person) const; ///< what the acting one is to them

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
