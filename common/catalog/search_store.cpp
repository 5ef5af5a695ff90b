// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/search_store.h"

#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

/// Takes the entry out, whether or not it is there. The index wants to be told the texts that it forgets.
void forget(Database& database, std::string_view ref) {
    database
        .prepare("INSERT INTO search_text (search_text, rowid, title, body) "
                 "SELECT 'delete', entry, title, body FROM search_entry WHERE ref = ?1")
        .bind(ref)
        .run();
    database.prepare("DELETE FROM search_entry WHERE ref = ?1").bind(ref).run();
}

void enter(Database& database, std::string_view kind, std::string_view ref, std::string_view title,
           std::string_view body) {
    forget(database, ref);
    database.prepare("INSERT INTO search_entry (kind, ref, title, body) VALUES (?1, ?2, ?3, ?4)")
        .bind(kind, ref, title, body)
        .run();
    database
        .prepare("INSERT INTO search_text (rowid, title, body) "
                 "SELECT entry, title, body FROM search_entry WHERE ref = ?1")
        .bind(ref)
        .run();
}

/// What the person typed as an FTS5 expression: each word quoted, as the beginning of a word, all of them
/// wanted.
std::string matchOf(std::string_view query) {
    const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; };
    // A word of ASCII punctuation alone is nothing to the tokenizer and would be a phrase without words.
    const auto isWordly = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    std::string match;
    for (auto at = query.begin(); at != query.end();) {
        const auto begin = std::find_if_not(at, query.end(), isBlank);
        const auto end = std::find_if(begin, query.end(), isBlank);
        at = end;
        if (std::none_of(begin, end, isWordly))
            continue;
        match += match.empty() ? "\"" : " AND \"";
        for (auto c = begin; c != end; ++c) {
            match += *c;
            if (*c == '"')
                match += '"';
        }
        match += "\"*";
    }
    return match;
}

SearchHit::Kind kindOf(std::string_view text) {
    if (text == "note")
        return SearchHit::Kind::Note;
    return text == "material" ? SearchHit::Kind::Material : SearchHit::Kind::Session;
}

} // namespace

Projection searchProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"search_text", "INSERT INTO search_text (search_text) VALUES ('delete-all')",
         "SELECT term, doc, cnt FROM search_term ORDER BY term"},
        {"search_entry", "DELETE FROM search_entry",
         "SELECT entry, kind, ref, title, body FROM search_entry ORDER BY entry"},
    };
    return {kTables, {}};
}

void indexSession(Database& database, SessionId session) {
    const std::string ref = session.toString();
    Statement row = database.prepare(
        "SELECT p.name, k.name, k.position, k.classification FROM session s JOIN person p ON p.id = s.mentee "
        "JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version WHERE s.id = ?1 AND s.removed = "
        "0");
    if (row.bind(session).next())
        enter(database, "session", ref, row.text(0) + " · " + row.text(1), row.text(2) + "\n" + row.text(3));
    else
        forget(database, ref);
}

void indexNotesOf(Database& database, SessionId session) {
    Statement rows = database.prepare(
        "SELECT n.id FROM review v JOIN note n ON n.review = v.id WHERE v.session = ?1 ORDER BY n.id");
    rows.bind(session);
    while (rows.next())
        indexNote(database, rows.id<NoteId>(0));
}

void indexSessionsOf(Database& database, PersonId person) {
    Statement rows = database.prepare("SELECT id FROM session WHERE mentee = ?1 ORDER BY id");
    rows.bind(person);
    while (rows.next())
        indexSession(database, rows.id<SessionId>(0));
}

void indexNote(Database& database, NoteId note) {
    const std::string ref = note.toString();
    Statement row = database.prepare("SELECT n.text, n.tags FROM note n JOIN review v ON v.id = n.review "
                                     "JOIN session s ON s.id = v.session "
                                     "WHERE n.id = ?1 AND n.removed = 0 AND s.removed = 0");
    if (!row.bind(note).next())
        return forget(database, ref);
    std::string body = row.text(0);
    for (const std::string& tag : row.textArray(1))
        body += "\n" + tag;
    enter(database, "note", ref, "", body);
}

void indexMaterial(Database& database, MaterialId material) {
    Statement row = database.prepare("SELECT title, text FROM material WHERE id = ?1");
    if (row.bind(material).next())
        enter(database, "material", material.toString(), row.text(0), row.text(1));
}

SearchStore::SearchStore(Database& database) : m_database(database) {}

Result<std::vector<SearchHit>> SearchStore::find(std::string_view query, int limit) const {
    const std::string match = matchOf(query);
    if (match.empty() || limit <= 0)
        return std::vector<SearchHit>{};
    return m_database.guard([&]() -> Result<std::vector<SearchHit>> {
        std::vector<SearchHit> hits;
        Statement rows = m_database.prepare(
            "WITH hit AS (SELECT rowid AS entry, rank AS distance, "
            "snippet(search_text, -1, char(2), char(3), '…', 16) AS snippet "
            "FROM search_text WHERE search_text MATCH ?1 ORDER BY rank LIMIT ?2) "
            "SELECT e.kind, e.ref, hit.snippet, s.id, n.at_us, "
            "CASE WHEN m.id IS NOT NULL THEN m.title ELSE p.name || ' · ' || k.name END "
            "FROM hit JOIN search_entry e ON e.entry = hit.entry "
            "LEFT JOIN note n ON e.kind = 'note' AND n.id = e.ref LEFT JOIN review v ON v.id = n.review "
            "LEFT JOIN session s ON s.id = coalesce(v.session, e.ref) LEFT JOIN person p ON p.id = s.mentee "
            "LEFT JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version "
            "LEFT JOIN material m ON e.kind = 'material' AND m.id = e.ref "
            "ORDER BY hit.distance, hit.entry DESC");
        rows.bind(match, limit);
        while (rows.next()) {
            SearchHit hit;
            hit.kind = kindOf(rows.text(0));
            hit.snippet = rows.text(2);
            hit.session = rows.id<SessionId>(3);
            hit.title = rows.text(5);
            if (hit.kind == SearchHit::Kind::Note) {
                hit.note = rows.id<NoteId>(1);
                hit.at = rows.mediaTime(4);
            } else if (hit.kind == SearchHit::Kind::Material) {
                hit.material = rows.id<MaterialId>(1);
            }
            hits.push_back(std::move(hit));
        }
        return hits;
    });
}

} // namespace mockingbird::catalog
