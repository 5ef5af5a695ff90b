// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/field_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"

#include <algorithm>
#include <set>

namespace mockingbird::catalog {

namespace {

using FieldId = Id<struct FieldTag>;

/// The stream of what is changed about the built-in fields: they have no id of their own.
constexpr std::string_view kBuiltInStream = "00000000-0000-7000-8000-000000000001";

Uuid7 streamOf(const PersonField& field) {
    return Uuid7::parse(field.builtIn ? kBuiltInStream : std::string_view(field.key)).value();
}

nlohmann::json payloadOf(const PersonField& field) {
    return {{"field", field.key},
            {"name", field.name},
            {"kind", name(field.kind)},
            {"audience", name(field.audience)}};
}

void applyFieldKept(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO person_field (field, name, kind, audience) VALUES (?1, ?2, ?3, ?4) "
                 "ON CONFLICT (field) DO UPDATE SET name = excluded.name, audience = excluded.audience")
        .bind(p.at("field").get<std::string>(), p.at("name").get<std::string>(),
              p.at("kind").get<std::string>(), p.at("audience").get<std::string>())
        .run();
}

void applyFieldRemoved(Database& database, const Event& event) {
    database.prepare("UPDATE person_field SET removed = 1 WHERE field = ?1")
        .bind(event.payload.at("field").get<std::string>())
        .run();
}

void applyFieldRestored(Database& database, const Event& event) {
    database.prepare("UPDATE person_field SET removed = 0 WHERE field = ?1")
        .bind(event.payload.at("field").get<std::string>())
        .run();
}

void applyPersonDescribed(Database& database, const Event& event) {
    const auto person = idAt<PersonId>(event.payload, "person");
    for (const auto& [field, value] : event.payload.at("values").items()) {
        const auto text = value.get<std::string>();
        if (text.empty())
            database.prepare("DELETE FROM person_value WHERE person = ?1 AND field = ?2")
                .bind(person, field)
                .run();
        else
            database
                .prepare("INSERT INTO person_value (person, field, value) VALUES (?1, ?2, ?3) "
                         "ON CONFLICT (person, field) DO UPDATE SET value = excluded.value")
                .bind(person, field, text)
                .run();
    }
}

/// Who acts, as far as it doesn't depend on whom they look at.
struct Reader {
    PersonId id;
    bool owner = false; ///< or the studio itself
    bool coordinator = false;
    std::set<PersonId> accompanied;

    [[nodiscard]] FieldReader of(PersonId person) const {
        return {!id.isNull() && id == person, accompanied.contains(person), coordinator, owner};
    }
};

/// Throws.
Reader readerNow(Database& database) {
    Reader reader;
    reader.id = database.actor();
    if (reader.id.isNull()) {
        // Nobody, where people sign in.
        reader.owner = AccessStore(database).may(Action::Change, Thing::PersonDetails).valueOr(false);
        return reader;
    }
    reader.coordinator =
        database.prepare("SELECT 1 FROM person_role WHERE person = ?1 AND role = 'coordinator'")
            .bind(reader.id)
            .next();
    Statement rows = database.prepare(
        "SELECT p.mentee FROM pair p JOIN cohort c ON c.id = p.cohort WHERE p.removed = 0 AND "
        "p.ended_on = '' AND c.ended_on = '' AND ?1 IN (p.mentor, p.liaison)");
    rows.bind(reader.id);
    while (rows.next())
        reader.accompanied.insert(rows.id<PersonId>(0));
    return reader;
}

Result<void> mayArrange(Database& database) {
    const Reader reader = readerNow(database);
    if (reader.coordinator || reader.owner)
        return {};
    return Error{ErrorCode::Denied, "which fields there are and who sees them is a coordinator's to say", 0};
}

} // namespace

Projection fieldProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"person_field", "DELETE FROM person_field",
         "SELECT field, name, kind, audience, removed FROM person_field ORDER BY field"},
        {"person_value", "DELETE FROM person_value",
         "SELECT person, field, value FROM person_value ORDER BY person, field"},
    };
    static constexpr Applier kAppliers[] = {
        {"field.added", applyFieldKept},
        {"field.changed", applyFieldKept},
        {"field.removed", applyFieldRemoved},
        {"field.restored", applyFieldRestored},
        {"person.described", applyPersonDescribed},
    };
    return {kTables, kAppliers};
}

FieldStore::FieldStore(Database& database) : m_database(database) {}

Result<std::vector<PersonField>> FieldStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<PersonField>> {
        std::vector<PersonField> fields(builtInFields().begin(), builtInFields().end());
        Statement rows = m_database.prepare(
            "SELECT field, name, kind, audience FROM person_field WHERE removed = 0 ORDER BY field");
        while (rows.next()) {
            PersonField field{rows.text(0), rows.text(1), TRY(parseFieldKind(rows.text(2))),
                              TRY(parseFieldAudience(rows.text(3)))};
            const auto known = std::find_if(fields.begin(), fields.end(),
                                            [&](const PersonField& one) { return one.key == field.key; });
            field.builtIn = known != fields.end();
            if (known != fields.end())
                *known = std::move(field);
            else
                fields.push_back(std::move(field));
        }
        return fields;
    });
}

Result<PersonField> FieldStore::find(std::string_view keyOrName) const {
    const std::string wanted = foldCase(trimmed(keyOrName));
    for (PersonField& field : TRY(all()))
        if (field.key == wanted || foldCase(field.name) == wanted)
            return std::move(field);
    return Error{ErrorCode::NotFound, "there is no field \"" + std::string(keyOrName) + "\"", 0};
}

Result<PersonField> FieldStore::add(const std::string& fieldName, FieldKind kind, FieldAudience audience) {
    return m_database.transact([&]() -> Result<PersonField> {
        TRY(mayArrange(m_database));
        const PersonField field{FieldId::make().toString(), trimmed(fieldName), kind, audience};
        if (field.name.empty())
            return Error{ErrorCode::InvalidArgument, "a field needs a name", 0};
        if (kind == FieldKind::Employment)
            return Error{ErrorCode::InvalidArgument, "there is a field for the employment already", 0};
        if (find(field.name).ok())
            return Error{ErrorCode::InvalidArgument, "there is a field \"" + field.name + "\" already", 0};
        TRY(m_database.append(streamOf(field), "field.added", payloadOf(field)));
        return field;
    });
}

Result<PersonField> FieldStore::change(const PersonField& wanted) {
    return m_database.transact([&]() -> Result<PersonField> {
        TRY(mayArrange(m_database));
        PersonField field = TRY(find(wanted.key));
        const std::string before = field.name;
        const FieldAudience audienceBefore = field.audience;
        field.name = trimmed(wanted.name);
        field.audience = wanted.audience;
        if (field.name.empty())
            return Error{ErrorCode::InvalidArgument, "a field needs a name", 0};
        if (const auto other = find(field.name); other.ok() && other->key != field.key)
            return Error{ErrorCode::InvalidArgument, "there is a field \"" + field.name + "\" already", 0};
        if (field.name != before || field.audience != audienceBefore)
            TRY(m_database.append(streamOf(field), "field.changed", payloadOf(field)));
        return field;
    });
}

Result<void> FieldStore::remove(const std::string& key) {
    return m_database.transact([&]() -> Result<void> {
        TRY(mayArrange(m_database));
        const PersonField field = TRY(find(key));
        if (field.builtIn)
            return Error{ErrorCode::InvalidArgument, "\"" + field.name + "\" is a built-in field", 0};
        return m_database.append(streamOf(field), "field.removed", {{"field", field.key}});
    });
}

Result<void> FieldStore::restore(const std::string& key) {
    return m_database.transact([&]() -> Result<void> {
        TRY(mayArrange(m_database));
        Statement row = m_database.prepare("SELECT name FROM person_field WHERE field = ?1 AND removed = 1");
        if (!row.bind(key).next())
            return Error{ErrorCode::NotFound, "there is no removed field " + key, 0};
        if (find(row.text(0)).ok())
            return Error{ErrorCode::InvalidArgument, "there is another field of that name by now", 0};
        return m_database.append(TRY(Uuid7::parse(key)), "field.restored", {{"field", key}});
    });
}

Result<PersonValues> FieldStore::valuesOf(PersonId person) const {
    return m_database.guard([&]() -> Result<PersonValues> {
        const FieldReader reader = readerNow(m_database).of(person);
        PersonValues values;
        for (const PersonField& field : TRY(all())) {
            if (!maySee(field.audience, reader))
                continue;
            Statement value =
                m_database.prepare("SELECT value FROM person_value WHERE person = ?1 AND field = ?2");
            if (value.bind(person, field.key).next())
                values.emplace(field.key, value.text(0));
        }
        return values;
    });
}

Result<std::map<PersonId, PersonValues>> FieldStore::values() const {
    return m_database.guard([&]() -> Result<std::map<PersonId, PersonValues>> {
        std::map<std::string, FieldAudience> audiences;
        for (const PersonField& field : TRY(all()))
            audiences.emplace(field.key, field.audience);
        const Reader reader = readerNow(m_database);
        std::map<PersonId, PersonValues> values;
        Statement rows = m_database.prepare("SELECT person, field, value FROM person_value ORDER BY person");
        while (rows.next()) {
            const auto person = rows.id<PersonId>(0);
            const auto audience = audiences.find(rows.text(1));
            if (audience != audiences.end() && maySee(audience->second, reader.of(person)))
                values[person].emplace(rows.text(1), rows.text(2));
        }
        return values;
    });
}

Result<void> FieldStore::describe(PersonId person, const PersonValues& wanted) {
    return m_database.transact([&]() -> Result<void> {
        TRY(PeopleStore(m_database).byId(person));
        const auto fields = TRY(all());
        const FieldReader reader = readerNow(m_database).of(person);
        const PersonValues before = TRY(valuesOf(person));
        nlohmann::json changed = nlohmann::json::object();
        for (const auto& [key, text] : wanted) {
            const auto field = std::find_if(fields.begin(), fields.end(),
                                            [&](const PersonField& one) { return one.key == key; });
            if (field == fields.end())
                return Error{ErrorCode::NotFound, "there is no field \"" + key + "\"", 0};
            if (!mayChange(field->audience, reader))
                return Error{ErrorCode::Denied, "\"" + field->name + "\" isn't yours to fill in", 0};
            const std::string value = TRY(checkedValue(*field, text));
            const auto known = before.find(key);
            if (value != (known == before.end() ? std::string() : known->second))
                changed[key] = value;
        }
        if (changed.empty())
            return {};
        return m_database.append(person.uuid(), "person.described",
                                 {{"person", jsonOf(person)}, {"values", std::move(changed)}});
    });
}

Result<FieldReader> FieldStore::readerOf(PersonId person) const {
    return m_database.guard([&]() -> Result<FieldReader> { return readerNow(m_database).of(person); });
}

} // namespace mockingbird::catalog
