// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/search_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"
#include "common/catalog/word_splitter.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <tuple>
#include <unordered_set>

namespace mockingbird::catalog {

namespace {

constexpr std::int64_t kEntriesAtOnce = 10000; ///< indexed between two words of progress
constexpr int kMostMarks = 200;  ///< who sees more mentees than that searches all, and each hit is asked
constexpr int kPartOfTitles = 4; ///< of what is shown, at most a quarter is there for its title alone
constexpr std::size_t kIndexedBeginning = 3; ///< beginnings of up to so many bytes have an index
constexpr int kMostForms = 128;              ///< a beginning that can go on in more ways is left to FTS5

/// Takes the entry out, whether or not it is there. The index wants to be told the texts that it forgets.
void forget(Database& database, std::string_view ref) {
    if (!database.searchIndexWaits()) {
        database
            .prepare("INSERT INTO search_text (search_text, rowid, title, body, marks) "
                     "SELECT 'delete', entry, title, body, marks FROM search_entry WHERE ref = ?1")
            .bind(ref)
            .run();
        database
            .prepare("INSERT INTO search_title (search_title, rowid, title, marks) "
                     "SELECT 'delete', entry, title, marks FROM search_entry WHERE ref = ?1 AND title <> ''")
            .bind(ref)
            .run();
    }
    database.prepare("DELETE FROM search_entry WHERE ref = ?1").bind(ref).run();
}

struct Entry {
    std::string_view kind;
    std::string_view ref;
    std::string_view session; ///< empty for what belongs to none
    std::string_view title;
    std::string_view body;
    std::string_view marks;
};

void keepWords(Database& database, std::string_view text) {
    for (const std::string& word : database.wordSplitter().words(text))
        if (word.size() > kIndexedBeginning)
            database.prepare("INSERT INTO search_word (word) VALUES (?1) ON CONFLICT DO NOTHING")
                .bind(word)
                .run();
}

void enter(Database& database, const Entry& entry) {
    forget(database, entry.ref);
    database
        .prepare("INSERT INTO search_entry (kind, ref, session, title, body, marks) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(entry.kind, entry.ref, entry.session.empty() ? std::nullopt : std::optional(entry.session),
              entry.title, entry.body, entry.marks)
        .run();
    if (database.searchIndexWaits())
        return;
    database
        .prepare("INSERT INTO search_text (rowid, title, body, marks) "
                 "SELECT entry, title, body, marks FROM search_entry WHERE ref = ?1")
        .bind(entry.ref)
        .run();
    keepWords(database, entry.title);
    keepWords(database, entry.body);
    if (!entry.title.empty())
        database
            .prepare("INSERT INTO search_title (rowid, title, marks) "
                     "SELECT entry, title, marks FROM search_entry WHERE ref = ?1")
            .bind(entry.ref)
            .run();
}

// A mark is a word that nobody types.
constexpr std::string_view kMaterialMark = "0material";

/// Of what belongs to a session: whose it is.
std::string markOf(std::string_view mentee) {
    std::string mark = "0m";
    std::copy_if(mentee.begin(), mentee.end(), std::back_inserter(mark), [](char c) { return c != '-'; });
    return mark;
}

/// A cue has no id of its own; it is found by that of its captions and its place.
std::string cueRef(CaptionsId captions, int position) {
    return captions.toString() + "/" + std::to_string(position);
}

/// The first page goes by its material alone.
std::string pageRef(MaterialId material, int page) {
    return page == 1 ? material.toString() : material.toString() + "/" + std::to_string(page);
}

/// A word that was typed, as the index keeps it.
struct Typed {
    std::string word;
    bool isBeginning = true; ///< of "don't" the first is whole
};

std::vector<Typed> typedIn(const WordSplitter& splitter, std::string_view query) {
    const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; };
    std::vector<Typed> all;
    for (auto at = query.begin(); at != query.end();) {
        const auto begin = std::find_if_not(at, query.end(), isBlank);
        at = std::find_if(begin, query.end(), isBlank);
        const auto words = splitter.words(std::string_view(begin, at));
        for (std::size_t i = 0; i < words.size(); ++i)
            all.push_back({words[i], i + 1 == words.size()});
    }
    return all;
}

std::string inQuotes(std::string_view text) {
    std::string all = "\"";
    for (const char c : text)
        all += c == '"' ? std::string("\"\"") : std::string(1, c);
    return all + '"';
}

/// How a beginning goes on, as an FTS5 expression of whole words, for FTS5 reads a beginning that has no
/// index of its own from its first place to its last, and words only as far as it has to. Nullopt where it
/// goes on in very many ways; empty where in none.
std::optional<std::string> formsOf(Database& database, const std::string& beginning) {
    Statement rows = database.prepare("SELECT word FROM search_word WHERE word >= ?1 AND word < ?1 || "
                                      "char(1114111) ORDER BY word LIMIT ?2");
    rows.bind(beginning, kMostForms + 1);
    std::string forms;
    for (int number = 0; rows.next(); ++number) {
        if (number == kMostForms)
            return std::nullopt;
        forms += (forms.empty() ? "" : " OR ") + inQuotes(rows.text(0));
    }
    return forms;
}

/// What was typed as an FTS5 expression: each word as the beginning of a word, all of them wanted. Empty
/// where nothing can fit.
std::string matchOf(Database& database, const std::vector<Typed>& typed) {
    std::string match;
    for (const Typed& one : typed) {
        std::string beginning = inQuotes(one.word) + (one.isBeginning ? "*" : "");
        if (one.isBeginning && one.word.size() > kIndexedBeginning)
            if (const auto forms = formsOf(database, one.word))
                beginning = forms->empty() ? std::string() : '(' + *forms + ')';
        if (beginning.empty())
            return {};
        match += (match.empty() ? "" : " AND ") + beginning;
    }
    return match;
}

/// What of the catalog the acting person searches, as an FTS5 expression over the marks; empty for all of it.
/// It lets too much in where somebody sees one session of a mentee and not another: that is asked of each
/// hit.
std::string scopeOf(Database& database, const std::optional<PersonId>& seenBy) {
    if (!seenBy)
        return {};
    std::string marks = '"' + std::string(kMaterialMark) + '"';
    Statement mentees = database.prepare("SELECT DISTINCT s.mentee FROM session_standing t "
                                         "JOIN session s ON s.id = t.session WHERE t.person = ?1 LIMIT ?2");
    mentees.bind(*seenBy, kMostMarks + 1);
    for (int number = 0; mentees.next(); ++number) {
        if (number == kMostMarks)
            return {};
        marks += " OR \"" + markOf(mentees.text(0)) + '"';
    }
    return " AND marks : (" + marks + ")";
}

std::pair<MaterialId, int> pageOf(const std::string& ref) {
    constexpr std::size_t kId = 36;
    const int page = ref.size() > kId + 1 ? std::atoi(ref.c_str() + kId + 1) : 1;
    return {MaterialId::parse(ref.substr(0, kId)).valueOr({}), page};
}

SearchHit::Kind kindOf(std::string_view text) {
    using enum SearchHit::Kind;
    for (const SearchHit::Kind kind : {Note, Reply, Caption, Material})
        if (name(kind) == text)
            return kind;
    return Session;
}

} // namespace

std::string_view name(SearchHit::Kind kind) {
    switch (kind) {
    case SearchHit::Kind::Session:
        return "session";
    case SearchHit::Kind::Note:
        return "note";
    case SearchHit::Kind::Material:
        return "material";
    case SearchHit::Kind::Reply:
        return "reply";
    case SearchHit::Kind::Caption:
        return "caption";
    }
    return "session";
}

Projection searchProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"search_text", "INSERT INTO search_text (search_text) VALUES ('delete-all')",
         "SELECT term, doc, cnt FROM search_term ORDER BY term"},
        {"search_title", "INSERT INTO search_title (search_title) VALUES ('delete-all')",
         "SELECT term, doc, cnt FROM search_title_term ORDER BY term"},
        // It may hold words besides, of what was taken out since.
        {"search_word", "DELETE FROM search_word",
         "SELECT word FROM search_word WHERE word IN (SELECT term FROM search_term) ORDER BY word"},
        {"search_entry", "DELETE FROM search_entry",
         "SELECT entry, kind, ref, session, title, body, marks FROM search_entry ORDER BY entry"},
    };
    return {kTables, {}};
}

void indexSession(Database& database, SessionId session) {
    const std::string ref = session.toString();
    Statement row = database.prepare(
        "SELECT p.name, k.name, k.position, k.classification, p.id FROM session s JOIN person p ON p.id = "
        "s.mentee "
        "JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version WHERE s.id = ?1 AND s.removed = "
        "0");
    if (row.bind(session).next())
        enter(database, {"session", ref, ref, row.text(0) + " · " + row.text(1),
                         row.text(2) + "\n" + row.text(3), markOf(row.text(4))});
    else
        forget(database, ref);
}

void indexContentOf(Database& database, SessionId session) {
    Statement notes = database.prepare(
        "SELECT n.id FROM review v JOIN note n ON n.review = v.id WHERE v.session = ?1 ORDER BY n.id");
    notes.bind(session);
    while (notes.next())
        indexNote(database, notes.id<NoteId>(0));
    Statement captions =
        database.prepare("SELECT c.id FROM recording r JOIN captions c ON c.recording = r.id "
                         "WHERE r.session = ?1 ORDER BY c.id");
    captions.bind(session);
    while (captions.next())
        indexCaptions(database, captions.id<CaptionsId>(0));
}

void indexSessionsOf(Database& database, PersonId person) {
    Statement rows = database.prepare("SELECT id FROM session WHERE mentee = ?1 AND removed = 0 ORDER BY id");
    rows.bind(person);
    while (rows.next())
        indexSession(database, rows.id<SessionId>(0));
}

void indexNote(Database& database, NoteId note) {
    const std::string ref = note.toString();
    Statement row =
        database.prepare("SELECT n.text, n.tags, s.id, s.mentee FROM note n JOIN review v ON v.id = n.review "
                         "JOIN session s ON s.id = v.session "
                         "WHERE n.id = ?1 AND n.removed = 0 AND s.removed = 0");
    if (row.bind(note).next()) {
        std::string body = row.text(0);
        for (const std::string& tag : row.textArray(1))
            body += "\n" + tag;
        const std::string session = row.text(2);
        enter(database, {"note", ref, session, "", body, markOf(row.text(3))});
    } else {
        forget(database, ref);
    }
    Statement replies = database.prepare("SELECT id FROM reply WHERE note = ?1 ORDER BY id");
    replies.bind(note);
    while (replies.next())
        indexReply(database, replies.id<ReplyId>(0));
}

void indexReply(Database& database, ReplyId reply) {
    const std::string ref = reply.toString();
    Statement row = database.prepare("SELECT y.text, s.id, s.mentee FROM reply y JOIN note n ON n.id = "
                                     "y.note JOIN review v ON v.id = n.review "
                                     "JOIN session s ON s.id = v.session "
                                     "WHERE y.id = ?1 AND y.removed = 0 AND n.removed = 0 AND s.removed = 0");
    if (row.bind(reply).next()) {
        const std::string session = row.text(1);
        enter(database, {"reply", ref, session, "", row.text(0), markOf(row.text(2))});
    } else {
        forget(database, ref);
    }
}

void indexCaptions(Database& database, CaptionsId captions) {
    Statement rows =
        database.prepare("SELECT q.position, q.text, s.removed, s.id, s.mentee FROM cue q JOIN captions c ON "
                         "c.id = q.captions "
                         "JOIN recording r ON r.id = c.recording JOIN session s ON s.id = r.session "
                         "WHERE c.id = ?1 ORDER BY q.position");
    rows.bind(captions);
    while (rows.next()) {
        const std::string ref = cueRef(captions, rows.number(0));
        const std::string session = rows.text(3);
        if (rows.number(2) == 0)
            enter(database, {"caption", ref, session, "", rows.text(1), markOf(rows.text(4))});
        else
            forget(database, ref);
    }
}

void forgetCaptions(Database& database, CaptionsId captions) {
    Statement rows = database.prepare("SELECT position FROM cue WHERE captions = ?1 ORDER BY position");
    rows.bind(captions);
    while (rows.next())
        forget(database, cueRef(captions, rows.number(0)));
}

void indexMaterial(Database& database, MaterialId material) {
    Statement row = database.prepare("SELECT title, text, removed FROM material WHERE id = ?1");
    if (!row.bind(material).next())
        return;
    if (row.number(2) != 0) {
        forgetMaterial(database, material);
        return;
    }
    // The title is found once, with the text or the first page.
    const std::string title = row.text(0);
    Statement pages =
        database.prepare("SELECT page, text FROM material_page WHERE material = ?1 ORDER BY page");
    pages.bind(material);
    bool any = false;
    while (pages.next()) {
        enter(database, {"material",
                         pageRef(material, pages.number(0)),
                         {},
                         any ? std::string() : title,
                         pages.text(1),
                         kMaterialMark});
        any = true;
    }
    if (!any)
        enter(database, {"material", pageRef(material, 1), {}, title, row.text(1), kMaterialMark});
}

void forgetMaterial(Database& database, MaterialId material) {
    forget(database, pageRef(material, 1));
    Statement pages =
        database.prepare("SELECT page FROM material_page WHERE material = ?1 AND page > 1 ORDER BY page");
    pages.bind(material);
    while (pages.next())
        forget(database, pageRef(material, pages.number(0)));
}

void fillSearchIndex(Database& database, const Progress& progress) {
    Statement last = database.prepare("SELECT coalesce(max(entry), 0) FROM search_entry");
    const std::int64_t all = last.next() ? last.integer(0) : 0;
    for (std::int64_t from = 0; from < all; from += kEntriesAtOnce) {
        database
            .prepare("INSERT INTO search_text (rowid, title, body, marks) "
                     "SELECT entry, title, body, marks FROM search_entry WHERE entry > ?1 AND entry <= ?2 "
                     "ORDER BY entry")
            .bind(from, from + kEntriesAtOnce)
            .run();
        database
            .prepare("INSERT INTO search_title (rowid, title, marks) SELECT entry, title, marks "
                     "FROM search_entry WHERE entry > ?1 AND entry <= ?2 AND title <> '' ORDER BY entry")
            .bind(from, from + kEntriesAtOnce)
            .run();
        tell(progress, static_cast<double>(from) / static_cast<double>(all));
    }
    database
        .prepare("INSERT INTO search_word (word) "
                 "SELECT term FROM search_term WHERE length(CAST(term AS BLOB)) > 3 AND term NOT GLOB '0m*'")
        .run();
}

SearchStore::SearchStore(Database& database) : m_database(database) {}

const std::string& SearchStore::scopeNow(const std::optional<PersonId>& seenBy) const {
    const std::int64_t revision = m_database.revision();
    if (!m_scope || m_scope->seenBy != seenBy || m_scope->revision != revision)
        m_scope = Scope{seenBy, revision, scopeOf(m_database, seenBy)};
    return m_scope->match;
}

Result<std::vector<SearchHit>> SearchStore::find(std::string_view query, int limit) const {
    if (limit <= 0)
        return std::vector<SearchHit>{};
    return m_database.guard([&]() -> Result<std::vector<SearchHit>> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        std::vector<SearchHit> hits;
        const std::string match = matchOf(m_database, typedIn(m_database.wordSplitter(), query));
        if (match.empty())
            return hits;
        const std::string& scope = scopeNow(seenBy);
        const std::string inTitle = "title : (" + match + ")" + scope;
        const std::string inMaterial =
            "{title body} : (" + match + ") AND marks : \"" + std::string(kMaterialMark) + "\"";
        const std::string anywhere = "{title body} : (" + match + ")" + scope;
        // Whose notes are found: one's own; of others' what is shared, in a review that is opened. The rules
        // of a round (ReviewRound) allow some people more; finding less than one may read is no harm. The
        // owner (nobody is acting: ?2 is NULL) finds all but the private notes of named people.
        // Each part is read in the order of its entries and ended when it has enough: what a search costs
        // depends on what it shows and not on how often the words occur. bm25() would count all of them.
        // The snippet is made along the way: asked for by its entry, each would go through the index again.
        Statement rows = m_database.prepare(
            "WITH found (part, entry, kind, ref, session, snippet, note, note_us, recording) AS ("
            "SELECT * FROM (SELECT 1, e.entry, e.kind, e.ref, e.session, "
            "substr(e.body, 1, 120) || CASE WHEN length(e.body) > 120 THEN '…' ELSE '' END, NULL, NULL, NULL "
            "FROM search_title t JOIN search_entry e ON e.entry = t.rowid "
            "WHERE search_title MATCH ?3 AND (?7 IS NULL OR e.session IS NULL OR EXISTS "
            "(SELECT 1 FROM session_standing d WHERE d.session = e.session AND d.person = ?7)) "
            "AND (e.kind <> 'material' OR ?7 IS NULL OR EXISTS (SELECT 1 FROM material_reader w "
            "WHERE w.material = substr(e.ref, 1, 36) AND w.person = ?7)) "
            "ORDER BY t.rowid DESC LIMIT ?6) "
            "UNION ALL SELECT * FROM (SELECT 2, e.entry, e.kind, e.ref, e.session, "
            "snippet(search_text, 1, char(2), char(3), '…', 16), NULL, NULL, NULL "
            "FROM search_text t JOIN search_entry e ON e.entry = t.rowid "
            "WHERE search_text MATCH ?4 AND (?7 IS NULL OR EXISTS (SELECT 1 FROM material_reader w "
            "WHERE w.material = substr(e.ref, 1, 36) AND w.person = ?7)) "
            "ORDER BY t.rowid DESC LIMIT ?6 + ?6) "
            "UNION ALL SELECT * FROM (SELECT 3, e.entry, e.kind, e.ref, e.session, "
            "snippet(search_text, 1, char(2), char(3), '…', 16), n.id, n.at_us, n.recording "
            "FROM search_text t JOIN search_entry e ON e.entry = t.rowid "
            "LEFT JOIN reply y ON e.kind = 'reply' AND y.id = e.ref "
            "LEFT JOIN note n ON n.id = CASE e.kind WHEN 'note' THEN e.ref WHEN 'reply' THEN y.note END "
            "LEFT JOIN review v ON v.id = n.review "
            "WHERE search_text MATCH ?5 AND (n.id IS NULL OR coalesce(n.author, v.rater) = ?2 "
            "OR (n.audience = 'shared' AND (v.state = 'opened' OR ?2 IS NULL)) "
            "OR (n.author IS NULL AND ?2 IS NULL)) "
            "AND (?7 IS NULL OR e.session IS NULL OR EXISTS "
            "(SELECT 1 FROM session_standing d WHERE d.session = e.session AND d.person = ?7)) "
            "AND (e.kind <> 'material' OR ?7 IS NULL OR EXISTS (SELECT 1 FROM material_reader w "
            "WHERE w.material = substr(e.ref, 1, 36) AND w.person = ?7)) "
            "ORDER BY t.rowid DESC LIMIT ?1)) "
            "SELECT found.kind, found.ref, found.snippet, found.session, found.note, "
            "coalesce(found.note_us, q.start_us), coalesce(found.recording, c.recording), "
            "CASE WHEN m.id IS NOT NULL THEN m.title ELSE p.name || ' · ' || k.name END "
            "FROM found LEFT JOIN session s ON s.id = found.session LEFT JOIN person p ON p.id = s.mentee "
            "LEFT JOIN kit_version k ON k.kit = s.kit AND k.version = s.kit_version "
            "LEFT JOIN material m ON found.kind = 'material' AND m.id = substr(found.ref, 1, 36) "
            "LEFT JOIN cue q ON found.kind = 'caption' AND q.captions = substr(found.ref, 1, 36) "
            "AND q.position = CAST(substr(found.ref, 38) AS INTEGER) LEFT JOIN captions c ON c.id = "
            "q.captions "
            "ORDER BY found.part, found.entry DESC");
        rows.bind(limit, m_database.actor(), inTitle, inMaterial, anywhere,
                  std::max(1, limit / kPartOfTitles), seenBy);
        std::unordered_set<std::string> shown; // what fits by its title comes again among all
        while (rows.next() && hits.size() < static_cast<std::size_t>(limit)) {
            if (!shown.insert(rows.text(1)).second)
                continue;
            SearchHit hit;
            hit.kind = kindOf(rows.text(0));
            hit.snippet = rows.text(2);
            hit.session = rows.id<SessionId>(3);
            hit.note = rows.id<NoteId>(4);
            hit.at = rows.optionalMediaTime(5).value_or(MediaTime{});
            hit.recording = rows.id<RecordingId>(6);
            hit.title = rows.text(7);
            if (hit.kind == SearchHit::Kind::Material)
                std::tie(hit.material, hit.page) = pageOf(rows.text(1));
            hits.push_back(std::move(hit));
        }
        return hits;
    });
}

} // namespace mockingbird::catalog
