// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_import_store.h"

#include "common/catalog/database.h"
#include "common/catalog/projection.h"

namespace mockingbird::catalog {

namespace {

void applyImported(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO people_import (id, file, at_ms, author, steps, event) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(idAt<PeopleImportId>(p, "id"), p.at("file").get<std::string>(), event.at, event.author,
              p.at("steps").dump(), event.id)
        .run();
}

void applyUndone(Database& database, const Event& event) {
    database.prepare("UPDATE people_import SET undone = 1 WHERE id = ?1")
        .bind(idAt<PeopleImportId>(event.payload, "id"))
        .run();
}

PeopleImport importFrom(const Statement& row) {
    return {row.id<PeopleImportId>(0), row.text(1), row.wallTime(2), nlohmann::json::parse(row.text(3)),
            row.number(4) != 0};
}

} // namespace

Projection peopleImportProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"people_import", "DELETE FROM people_import",
         "SELECT id, file, at_ms, author, steps, event, undone FROM people_import ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {{"people.imported", applyImported},
                                            {"people.import_undone", applyUndone}};
    return {kTables, kAppliers};
}

PeopleImportStore::PeopleImportStore(Database& database) : m_database(database) {}

Result<PeopleImport> PeopleImportStore::record(const std::string& file, nlohmann::json steps) {
    return m_database.transact([&]() -> Result<PeopleImport> {
        const auto id = PeopleImportId::make();
        TRY(m_database.append(id.uuid(), "people.imported",
                              {{"id", jsonOf(id)}, {"file", file}, {"steps", std::move(steps)}}));
        return byId(id);
    });
}

Result<void> PeopleImportStore::markUndone(PeopleImportId id) {
    return m_database.transact([&]() -> Result<void> {
        if (TRY(byId(id)).undone)
            return Error{ErrorCode::InvalidArgument, "that import is taken back already", 0};
        return m_database.append(id.uuid(), "people.import_undone", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<PeopleImport>> PeopleImportStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<PeopleImport>> {
        std::vector<PeopleImport> imports;
        Statement rows =
            m_database.prepare("SELECT id, file, at_ms, steps, undone FROM people_import ORDER BY id DESC");
        while (rows.next())
            imports.push_back(importFrom(rows));
        return imports;
    });
}

Result<PeopleImport> PeopleImportStore::byId(PeopleImportId id) const {
    return m_database.guard([&]() -> Result<PeopleImport> {
        Statement row =
            m_database.prepare("SELECT id, file, at_ms, steps, undone FROM people_import WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no import " + id.toString(), 0};
        return importFrom(row);
    });
}

Result<bool> PeopleImportStore::touchedSince(const PeopleImport& import, PersonId person) const {
    return m_database.guard([&]() -> Result<bool> {
        return m_database
            .prepare("SELECT 1 FROM event e JOIN people_import i ON i.id = ?1 JOIN event last ON "
                     "last.id = i.event WHERE e.seq > last.seq AND (e.stream = ?2 OR e.author = ?2) LIMIT 1")
            .bind(import.id, person)
            .next();
    });
}

} // namespace mockingbird::catalog
