// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/reading_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kMostOfLabel = 200;

ReadingPlace placeAt(const nlohmann::json& p) {
    return {p.at("page").get<int>(), p.at("offset").get<std::int64_t>()};
}

/// How far somebody came counts anew in a newer version.
void applyMoved(Database& database, const Event& event) {
    const auto& p = event.payload;
    const ReadingPlace place = placeAt(p);
    database
        .prepare("INSERT INTO reading (material, person, version, page, place, percent, at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (material, person) DO UPDATE SET "
                 "percent = CASE WHEN reading.version = excluded.version AND reading.percent > "
                 "excluded.percent THEN reading.percent ELSE excluded.percent END, "
                 "version = excluded.version, page = excluded.page, place = excluded.place, "
                 "at_ms = excluded.at_ms")
        .bind(idAt<MaterialId>(p, "material"), idAt<PersonId>(p, "person"), p.at("version").get<int>(),
              place.page, place.offset, p.at("percent").get<int>(), event.at)
        .run();
}

void applyFinished(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO reading (material, person, version, page, place, percent, at_ms, read_at_ms) "
                 "VALUES (?1, ?2, ?3, 1, 0, 100, ?4, ?4) ON CONFLICT (material, person) DO UPDATE SET "
                 "version = excluded.version, at_ms = excluded.at_ms, read_at_ms = excluded.read_at_ms")
        .bind(idAt<MaterialId>(p, "material"), idAt<PersonId>(p, "person"), p.at("version").get<int>(),
              event.at)
        .run();
}

void applyReopened(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("UPDATE reading SET read_at_ms = NULL, percent = CASE WHEN percent > 99 THEN 99 ELSE "
                 "percent END, at_ms = ?3 WHERE material = ?1 AND person = ?2")
        .bind(idAt<MaterialId>(p, "material"), idAt<PersonId>(p, "person"), event.at)
        .run();
}

void applyBookmarkAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const ReadingPlace place = placeAt(p);
    database
        .prepare("INSERT INTO material_bookmark (id, material, person, page, place, label) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(idAt<ReadingBookmarkId>(p, "id"), idAt<MaterialId>(p, "material"), idAt<PersonId>(p, "person"),
              place.page, place.offset, p.at("label").get<std::string>())
        .run();
}

void applyBookmarkRenamed(Database& database, const Event& event) {
    database.prepare("UPDATE material_bookmark SET label = ?2 WHERE id = ?1")
        .bind(idAt<ReadingBookmarkId>(event.payload, "id"), event.payload.at("label").get<std::string>())
        .run();
}

void setBookmarkRemoved(Database& database, const Event& event, int removed) {
    database.prepare("UPDATE material_bookmark SET removed = ?2 WHERE id = ?1")
        .bind(idAt<ReadingBookmarkId>(event.payload, "id"), removed)
        .run();
}

void applyBookmarkRemoved(Database& database, const Event& event) {
    setBookmarkRemoved(database, event, 1);
}

void applyBookmarkRestored(Database& database, const Event& event) {
    setBookmarkRemoved(database, event, 0);
}

Reading readingFrom(const Statement& row, int first) {
    Reading reading;
    reading.material = row.id<MaterialId>(first);
    reading.person = row.id<PersonId>(first + 1);
    reading.version = row.number(first + 2);
    reading.place = {row.number(first + 3), row.integer(first + 4)};
    reading.percent = row.number(first + 5);
    reading.at = row.wallTime(first + 6);
    if (!row.isNull(first + 7))
        reading.readAt = row.wallTime(first + 7);
    return reading;
}

Material materialFrom(const Statement& row) {
    Material material;
    material.id = row.id<MaterialId>(0);
    material.title = row.text(1);
    material.kind = parseMaterialKind(row.text(2)).valueOr(MaterialKind::Markdown);
    material.url = row.text(3);
    material.version = row.number(4);
    material.author = row.id<PersonId>(5);
    material.addedAt = row.wallTime(6);
    if (!row.isNull(7))
        material.file = MaterialFile{row.text(7), row.integer(8), row.text(9)};
    return material;
}

MaterialToRead toReadFrom(const Statement& row) {
    MaterialToRead toRead;
    toRead.material = materialFrom(row);
    if (!row.isNull(10))
        toRead.reading = readingFrom(row, 10);
    using enum Attachment::To;
    const std::string to = row.text(18);
    for (const Attachment::To each : {Everyone, Kit, Question, Cohort, Person})
        if (name(each) == to)
            toRead.reason.to = each;
    toRead.reason.target = Uuid7::parse(row.text(19)).valueOr({});
    return toRead;
}

/// Whether the acting person, or the machine's owner, may speak for that person.
bool isTheirs(const Database& database, PersonId person) {
    return database.isStudio() || database.actor().isNull() || database.actor() == person;
}

ReadingBookmark bookmarkFrom(const Statement& row) {
    return {row.id<ReadingBookmarkId>(0),
            row.id<MaterialId>(1),
            row.id<PersonId>(2),
            {row.number(3), row.integer(4)},
            row.text(5)};
}

} // namespace

Projection readingProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"material_bookmark", "DELETE FROM material_bookmark",
         "SELECT id, material, person, page, place, label, removed FROM material_bookmark ORDER BY id"},
        {"reading", "DELETE FROM reading",
         "SELECT material, person, version, page, place, percent, at_ms, read_at_ms FROM reading "
         "ORDER BY material, person"},
    };
    static constexpr Applier kAppliers[] = {
        {"reading.moved", applyMoved},
        {"reading.finished", applyFinished},
        {"reading.reopened", applyReopened},
        {"reading_bookmark.added", applyBookmarkAdded},
        {"reading_bookmark.renamed", applyBookmarkRenamed},
        {"reading_bookmark.removed", applyBookmarkRemoved},
        {"reading_bookmark.restored", applyBookmarkRestored},
    };
    return {kTables, kAppliers};
}

ReadingStore::ReadingStore(Database& database) : m_database(database) {}

Result<void> ReadingStore::move(PersonId person, MaterialId id, const ReadingPlace& place, int percent) {
    if (place.page < 1 || place.offset < 0 || percent < 0 || percent > 100)
        return Error{ErrorCode::OutOfRange, "a place lies within its material", 0};
    return m_database.transact([&]() -> Result<void> {
        TRY(checkReader(person, id));
        const Material material = TRY(MaterialStore(m_database).byId(id));
        const auto before = TRY(of(person, id));
        const bool known = before && before->version == material.version && before->place == place &&
                           before->percent >= percent;
        if (!known)
            TRY(m_database.append(person.uuid(), "reading.moved",
                                  {{"person", jsonOf(person)},
                                   {"material", jsonOf(id)},
                                   {"version", material.version},
                                   {"page", place.page},
                                   {"offset", place.offset},
                                   {"percent", percent}}));
        const bool readBefore = before && before->readAt && before->version == material.version;
        return percent == 100 && !readBefore ? setRead(person, id, true) : Result<void>();
    });
}

Result<void> ReadingStore::setRead(PersonId person, MaterialId id, bool read) {
    return m_database.transact([&]() -> Result<void> {
        TRY(checkReader(person, id));
        const Material material = TRY(MaterialStore(m_database).byId(id));
        const auto before = TRY(of(person, id));
        const bool isRead = before && before->readAt;
        // Reading a newer version is reading it again.
        if (read ? isRead && before->version == material.version && before->at == *before->readAt : !isRead)
            return {};
        nlohmann::json payload = {{"person", jsonOf(person)}, {"material", jsonOf(id)}};
        if (read)
            payload["version"] = material.version;
        return m_database.append(person.uuid(), read ? "reading.finished" : "reading.reopened",
                                 std::move(payload));
    });
}

Result<std::optional<Reading>> ReadingStore::of(PersonId person, MaterialId material) const {
    return m_database.guard([&]() -> Result<std::optional<Reading>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::PersonMaterial, person));
        Statement row =
            m_database.prepare("SELECT material, person, version, page, place, percent, at_ms, read_at_ms "
                               "FROM reading WHERE material = ?1 AND person = ?2");
        if (!row.bind(material, person).next())
            return std::optional<Reading>();
        return std::optional(readingFrom(row, 0));
    });
}

Result<std::vector<Reading>> ReadingStore::ofPerson(PersonId person) const {
    return m_database.guard([&]() -> Result<std::vector<Reading>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::PersonMaterial, person));
        std::vector<Reading> readings;
        Statement rows =
            m_database.prepare("SELECT material, person, version, page, place, percent, at_ms, read_at_ms "
                               "FROM reading WHERE person = ?1 ORDER BY at_ms DESC, material");
        rows.bind(person);
        while (rows.next())
            readings.push_back(readingFrom(rows, 0));
        return readings;
    });
}

Result<std::vector<MaterialToRead>> ReadingStore::readBy(PersonId person) const {
    return m_database.guard([&]() -> Result<std::vector<MaterialToRead>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::PersonMaterial, person));
        std::vector<MaterialToRead> found;
        const auto seenBy = TRY(AccessStore(m_database).sight());
        Statement rows = m_database.prepare(
            "SELECT n.id, n.title, n.kind, n.url, n.version, n.author, n.added_at_ms, n.hash, n.bytes, "
            "n.file_name, g.material, g.person, g.version, g.page, g.place, g.percent, g.at_ms, "
            "g.read_at_ms, 'person', g.person FROM reading g JOIN material_now n ON n.id = g.material "
            "WHERE g.person = ?1 AND g.read_at_ms IS NOT NULL AND n.removed = 0 AND (?2 IS NULL OR "
            "EXISTS (SELECT 1 FROM material_reader r WHERE r.material = n.id AND r.person = ?2)) "
            "ORDER BY g.read_at_ms DESC, n.id");
        rows.bind(person, seenBy);
        while (rows.next())
            found.push_back(toReadFrom(rows));
        return found;
    });
}

Result<std::vector<MaterialToRead>> ReadingStore::recommendedTo(PersonId person,
                                                                const std::vector<KitId>& kits) const {
    nlohmann::json kitList = nlohmann::json::array();
    for (const KitId kit : kits)
        kitList.push_back(kit.toString());
    return m_database.guard([&]() -> Result<std::vector<MaterialToRead>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::PersonMaterial, person));
        std::vector<MaterialToRead> found;
        // Of several reasons the nearest to the person counts.
        Statement rows = m_database.prepare(
            "WITH wanted AS (SELECT value AS kit FROM json_each(?2)), "
            "reason AS (SELECT a.material AS material, a.kind AS kind, a.target AS target, CASE a.kind "
            "WHEN 'person' THEN 1 WHEN 'cohort' THEN 2 WHEN 'kit' THEN 3 WHEN 'question' THEN 4 ELSE 5 END "
            "AS distance FROM material_attachment a WHERE a.kind = 'everyone' "
            "OR (a.kind = 'person' AND a.target = ?1) "
            "OR (a.kind = 'cohort' AND EXISTS (SELECT 1 FROM running_pair p WHERE p.cohort = a.target AND "
            "p.mentee = ?1)) "
            "OR (a.kind = 'kit' AND a.target IN (SELECT kit FROM wanted)) "
            "OR (a.kind = 'question' AND EXISTS (SELECT 1 FROM question q WHERE q.question = a.target AND "
            "q.kit IN (SELECT kit FROM wanted)))), "
            "nearest AS (SELECT material, kind, target, distance, row_number() OVER (PARTITION BY material "
            "ORDER BY distance, target) AS place FROM reason) "
            "SELECT n.id, n.title, n.kind, n.url, n.version, n.author, n.added_at_ms, n.hash, n.bytes, "
            "n.file_name, g.material, g.person, g.version, g.page, g.place, g.percent, g.at_ms, "
            "g.read_at_ms, s.kind, s.target FROM nearest s JOIN material_now n ON n.id = s.material "
            "LEFT JOIN reading g ON g.material = n.id AND g.person = ?1 "
            "WHERE s.place = 1 AND n.removed = 0 ORDER BY s.distance, n.id");
        rows.bind(person, kitList.dump());
        while (rows.next())
            found.push_back(toReadFrom(rows));
        return found;
    });
}

Result<ReadingBookmark> ReadingStore::addBookmark(PersonId person, MaterialId material,
                                                  const ReadingPlace& place, const std::string& wanted) {
    const std::string label = trimmed(wanted);
    if (place.page < 1 || place.offset < 0)
        return Error{ErrorCode::OutOfRange, "a place lies within its material", 0};
    if (label.size() > kMostOfLabel)
        return Error{ErrorCode::OutOfRange, "a bookmark's label may have 200 characters at most", 0};
    return m_database.transact([&]() -> Result<ReadingBookmark> {
        TRY(checkReader(person, material));
        ReadingBookmark bookmark{ReadingBookmarkId::make(), material, person, place, label};
        TRY(m_database.append(person.uuid(), "reading_bookmark.added",
                              {{"id", jsonOf(bookmark.id)},
                               {"person", jsonOf(person)},
                               {"material", jsonOf(material)},
                               {"page", place.page},
                               {"offset", place.offset},
                               {"label", label}}));
        return bookmark;
    });
}

Result<void> ReadingStore::renameBookmark(ReadingBookmarkId id, const std::string& wanted) {
    const std::string label = trimmed(wanted);
    if (label.size() > kMostOfLabel)
        return Error{ErrorCode::OutOfRange, "a bookmark's label may have 200 characters at most", 0};
    return m_database.transact([&]() -> Result<void> {
        const ReadingBookmark bookmark = TRY(ownBookmark(id));
        if (bookmark.label == label)
            return {};
        return m_database.append(bookmark.person.uuid(), "reading_bookmark.renamed",
                                 {{"id", jsonOf(id)}, {"label", label}});
    });
}

Result<void> ReadingStore::removeBookmark(ReadingBookmarkId id) {
    return m_database.transact([&]() -> Result<void> {
        const ReadingBookmark bookmark = TRY(ownBookmark(id));
        return m_database.append(bookmark.person.uuid(), "reading_bookmark.removed", {{"id", jsonOf(id)}});
    });
}

Result<void> ReadingStore::restoreBookmark(ReadingBookmarkId id) {
    return m_database.transact([&]() -> Result<void> {
        const ReadingBookmark bookmark = TRY(ownBookmark(id));
        return m_database.append(bookmark.person.uuid(), "reading_bookmark.restored", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<ReadingBookmark>> ReadingStore::bookmarks(PersonId person, MaterialId material) const {
    return m_database.guard([&]() -> Result<std::vector<ReadingBookmark>> {
        if (!isTheirs(m_database, person))
            return Error{ErrorCode::Denied, "another person's bookmarks", 0};
        std::vector<ReadingBookmark> found;
        Statement rows = m_database.prepare("SELECT id, material, person, page, place, label FROM "
                                            "material_bookmark WHERE person = ?1 AND material = ?2 AND "
                                            "removed = 0 ORDER BY page, place, id");
        rows.bind(person, material);
        while (rows.next())
            found.push_back(bookmarkFrom(rows));
        return found;
    });
}

Result<void> ReadingStore::checkReader(PersonId person, MaterialId material) const {
    if (!isTheirs(m_database, person))
        return Error{ErrorCode::Denied, "what somebody has read is theirs to say", 0};
    TRY(PeopleStore(m_database).byId(person));
    const MaterialStore materials(m_database);
    const Material known = TRY(materials.byId(material));
    if (known.removed)
        return Error{ErrorCode::NotFound, "the material \"" + known.title + "\" was removed", 0};
    if (!TRY(materials.mayRead(material)))
        return Error{ErrorCode::Denied, "this material is not meant for you", 0};
    return {};
}

Result<ReadingBookmark> ReadingStore::ownBookmark(ReadingBookmarkId id) const {
    return m_database.guard([&]() -> Result<ReadingBookmark> {
        Statement row = m_database.prepare(
            "SELECT id, material, person, page, place, label FROM material_bookmark WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no bookmark " + id.toString(), 0};
        ReadingBookmark bookmark = bookmarkFrom(row);
        if (!isTheirs(m_database, bookmark.person))
            return Error{ErrorCode::Denied, "another person's bookmark", 0};
        return bookmark;
    });
}

} // namespace mockingbird::catalog
