// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/migration.h"

#include "common/catalog/database.h"
#include "common/catalog/sha256.h"
#include "tests/common/catalog/fixture.h"

#include <array>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace mockingbird::catalog::test {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

int newest() {
    return migrations().back().version;
}

int versionOf(const std::filesystem::path& file) {
    return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet("PRAGMA user_version").getInt();
}

/// Names, contents (as a hash, for readable failures) and times of all files in a folder.
std::map<std::string, std::string> filesIn(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        struct stat status {};
        ::stat(entry.path().c_str(), &status);
        Sha256 hash;
        hash.add(std::string(std::istreambuf_iterator<char>(stream), {}));
        files[entry.path().filename().string()] = std::to_string(status.st_mtim.tv_sec) + "." +
                                                  std::to_string(status.st_mtim.tv_nsec) + " " + hash.hex();
    }
    return files;
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& [name, content] : filesIn(folder))
        names.push_back(name);
    return names;
}

/// All of today's steps and one more.
std::vector<Migration> withOneMore(const char* sql) {
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.push_back({newest() + 1, "one_more", sql});
    return steps;
}

void leaveAPerson(const std::filesystem::path& folder, std::span<const Migration> steps) {
    auto database = must(Database::open(folder, true, steps));
    // As the store wrote it then: today's asks tables that an old catalog doesn't have.
    const auto id = PersonId::make();
    must(database->append(id.uuid(), "person.added",
                          {{"id", id.toString()},
                           {"name", "Ana"},
                           {"roles", {"mentee"}},
                           {"classification", ""},
                           {"branch", ""}}));
}

/// The fingerprint of a review with one note and one score, as version 7 made it.
std::string hashOfVersion7(const Review& review, const Note& note, const Score& score) {
    const nlohmann::json content = {{"id", review.id.toString()},
                                    {"session", review.session.toString()},
                                    {"rater", review.rater.toString()},
                                    {"summary", review.summary},
                                    {"notes",
                                     {{{"id", note.id.toString()},
                                       {"recording", note.recording.toString()},
                                       {"author", note.author.toString()},
                                       {"at_us", note.at.microseconds()},
                                       {"until_us", nullptr},
                                       {"text", note.text},
                                       {"criterion", nullptr},
                                       {"tags", note.tags}}}},
                                    {"scores",
                                     {{{"id", score.id.toString()},
                                       {"criterion", score.criterion.toString()},
                                       {"question", nullptr},
                                       {"level", score.level},
                                       {"evidence", nlohmann::json::array()}}}},
                                    {"commitments", nlohmann::json::array()}};
    Sha256 hash;
    hash.add(content.dump());
    return hash.hex();
}

} // namespace

TEST(Migration, StepsAreNumberedWithoutAGap) {
    int expected = 0;
    for (const Migration& step : migrations())
        EXPECT_EQ(step.version, ++expected) << step.name;
}

TEST(Migration, AFreshCatalogIsOfTheNewestVersionAndNeedsNoCopy) {
    const TemporaryFolder folder;
    must(Catalog::open(folder.path())).reset();
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("catalog.db"));
    EXPECT_EQ(versionOf(folder.path() / "catalog.db"), newest());
}

class OldCatalogTest : public ::testing::TestWithParam<int> {};

TEST_P(OldCatalogTest, IsCopiedAndBroughtUpToDateWithWhatItHeld) {
    const int old = GetParam();
    const TemporaryFolder folder;
    const auto first = migrations().first(static_cast<std::size_t>(old));
    must(Database::open(folder.path(), true, first)).reset();
    if (old >= 2)
        leaveAPerson(folder.path(), first);
    {
        const auto catalog = must(Catalog::open(folder.path()));
        EXPECT_EQ(must(catalog->people().all()).size(), old >= 2 ? 1U : 0U);
        EXPECT_THAT(must(catalog->verify()), IsEmpty());
        must(catalog->people().add("Ben", {Role::Mentor}));
    }
    EXPECT_EQ(versionOf(folder.path() / "catalog.db"), newest());
    const auto copy = folder.path() / ("catalog.db.before-v" + std::to_string(newest()));
    EXPECT_EQ(versionOf(copy), old);
    SQLite::Database copied(copy.string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(copied.execAndGet("SELECT count(*) FROM event").getInt(), old >= 2 ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(Versions, OldCatalogTest, ::testing::Range(1, newest()));

class CatalogOfVersion6Test : public CatalogTest {
protected:
    static constexpr int kVersion = 6;

    /// The same log and tables in another folder, as the program of that version kept them.
    void copyTo(const std::filesystem::path& folder) {
        must(Database::open(folder, true, migrations().first(kVersion))).reset();
        SQLite::Database old((folder / "catalog.db").string(), SQLite::OPEN_READWRITE);
        old.exec("ATTACH '" + (m_folder.path() / "catalog.db").string() + "' AS new");
        // The seats were a table without the column; of the tables of later days there was nothing.
        for (const char* table : {"event", "person", "person_role", "cohort", "pair", "rubric_version",
                                  "kit_version", "session", "recording", "track", "segment", "bookmark",
                                  "review", "note", "score", "evidence", "commitment"}) {
            std::string columns; // later days' are behind those of then
            SQLite::Statement each(old, "SELECT name FROM pragma_table_info('" + std::string(table) +
                                            "', 'main')");
            while (each.executeStep())
                columns += (columns.empty() ? "" : ", ") + each.getColumn(0).getString();
            old.exec("INSERT INTO main." + std::string(table) + " (" + columns + ") SELECT " + columns +
                     " FROM new." + table);
        }
        old.exec("INSERT INTO session_panel SELECT session, position, person FROM new.session_seat");
    }
};

TEST_F(CatalogOfVersion6Test, KeepsAllItHeldAndTakesWhatIsNew) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    must(reviews.addNote(mine.id, noteAt(3, "Good opening")));
    must(reviews.seal(mine.id));
    must(m_catalog->sessions().addBookmark(m_session.id, m_recording.id, seconds(7), "here"));
    const TemporaryFolder folder;
    copyTo(folder.path());
    {
        // The log's own way of changing somebody, in that program's words.
        SQLite::Database old((folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE);
        old.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) VALUES ('" +
                 EventId::make().toString() + "', '" + m_mentor.id.toString() +
                 "', 'person.changed', 1, 1, 999, '{\"id\": \"" + m_mentor.id.toString() +
                 "\", \"name\": \"Ben Okafor-Hall\", \"roles\": [\"mentor\"], \"classification\": \"\", "
                 "\"branch\": \"\"}')");
        must(m_catalog->people().change({m_mentor.id, "Ben Okafor-Hall", {Role::Mentor}, "", "", {}}));
    }
    const auto catalog = must(Catalog::open(folder.path()));
    std::ofstream(catalog->recordings().path(m_recording)) << "media";
    EXPECT_EQ(dumpOf(folder.path()), dumpOf(m_folder.path())) << "as if it had been of today from the start";
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
    EXPECT_EQ(must(catalog->sessions().byId(m_session.id)).panel, std::vector{m_mentor.id});

    Person mentee = must(catalog->people().byId(m_mentee.id));
    mentee.accommodations = {50, false};
    must(catalog->people().change(mentee));
    must(catalog->sessions().join(m_session.id, m_liaison.id, Seat::Observer));
    must(catalog->consents().agree(m_session.id, m_liaison.id, "I agree", WallTime{1}));
    must(catalog->incidents().begin(m_session.id, m_recording.id, "mic:1", "", IncidentKind::Gap, {}));
    const Dump after = dumpOf(folder.path());
    must(catalog->rebuild());
    EXPECT_EQ(dumpOf(folder.path()), after);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
}

/// A catalog as the program before the review table left it: its log, in that program's words, with a review
/// that it sealed. Its tables are made from the log on the way.
TEST_F(CatalogTest, AReviewSealedBeforeTheReviewTableStillVerifies) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    Note note = must(reviews.addNote(mine.id, noteAt(3, "Good opening")));
    note.tags = {"strength"};
    must(reviews.changeNote(note));
    must(reviews.setScore(mine.id, m_kit.rubric.criteria[0].id, 3));
    const Review sealed = must(reviews.seal(mine.id));
    EXPECT_EQ(sealed.hash, hashOfVersion7(sealed, note, must(reviews.scores(m_session.id))[0]))
        << "what is new is in the hash only where it is used";

    const TemporaryFolder folder;
    must(Database::open(folder.path(), true, migrations().first(7))).reset();
    {
        SQLite::Database old((folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE);
        old.exec("ATTACH '" + (m_folder.path() / "catalog.db").string() + "' AS new");
        old.exec("INSERT INTO main.event SELECT seq, id, stream, author, kind, "
                 "CASE WHEN kind = 'person.changed' THEN version ELSE 1 END, at_ms, clock, "
                 "CASE WHEN kind IN ('note.added', 'note.changed') THEN "
                 "json_remove(payload, '$.question', '$.audience', '$.drawing') "
                 "WHEN kind = 'kit.published' THEN "
                 "json_remove(payload, '$.profile.score_by', '$.profile.self_review_first') "
                 "ELSE payload END FROM new.event WHERE kind <> 'review.opened'");
    }
    const auto catalog = must(Catalog::open(folder.path()));
    layFile(*catalog, m_recording);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
    const Review kept = must(catalog->reviews().byId(mine.id));
    EXPECT_EQ(kept.state, ReviewState::Sealed) << "nothing is opened behind anybody's back";
    EXPECT_EQ(must(catalog->reviews().contentHash(kept)), sealed.hash);
    const Note read = must(catalog->reviews().note(note.id));
    EXPECT_EQ(read.audience, NoteAudience::Shared);
    EXPECT_TRUE(read.drawing.empty());
    EXPECT_FALSE(read.question.has_value());
    EXPECT_EQ(must(catalog->kits().byId(m_kit.id)).profile.scoring, ScoringScope::Session);
}

TEST_F(CatalogTest, AnEarlierChangeOfANoteLeavesWhatIsNewAlone) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    Note note = noteAt(3, "Good");
    note.audience = NoteAudience::Private;
    note.drawing = sampleDrawing();
    note = must(reviews.addNote(mine.id, note));
    {
        SQLite::Database log((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        log.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) SELECT '" +
                 EventId::make().toString() +
                 "', stream, 'note.changed', 1, 1, 999, json_remove(json_set(payload, '$.text', 'Better'), "
                 "'$.question', '$.audience', '$.drawing') FROM event WHERE kind = 'note.added'");
    }
    must(m_catalog->rebuild());
    const Note changed = must(reviews.note(note.id));
    EXPECT_EQ(changed.text, "Better");
    EXPECT_EQ(changed.audience, NoteAudience::Private);
    EXPECT_EQ(changed.drawing, sampleDrawing());
}

TEST_F(CatalogTest, AnEarlierChangeOfAPersonLeavesTheAccommodationsAlone) {
    m_mentee.accommodations = {50, true};
    must(m_catalog->people().change(m_mentee));
    {
        SQLite::Database log((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        log.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) SELECT '" +
                 EventId::make().toString() +
                 "', stream, kind, 1, 1, 999, json_remove(json_set(payload, '$.name', 'Ana'), "
                 "'$.extra_time_percent', '$.larger_text') FROM event WHERE kind = 'person.changed'");
    }
    must(m_catalog->rebuild());
    const Person person = must(m_catalog->people().byId(m_mentee.id));
    EXPECT_EQ(person.name, "Ana");
    EXPECT_EQ(person.accommodations, m_mentee.accommodations);
}

TEST_F(CatalogTest, AnEventOfALaterShapeIsRefused) {
    {
        SQLite::Database log((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        log.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) SELECT '" +
                 EventId::make().toString() +
                 "', stream, 'person.changed', 3, 1, 999, payload FROM event WHERE kind = 'person.added' "
                 "LIMIT 1");
    }
    EXPECT_EQ(codeOf(m_catalog->rebuild()), ErrorCode::Corrupt);
}

TEST(Migration, FillsAProjectionThatAStepBrings) {
    const TemporaryFolder folder;
    const auto beforeSearch = migrations().first(5);
    {
        auto database = must(Database::open(folder.path(), true, beforeSearch));
        // By hand, as the older program had it: the log alone.
        const auto id = MaterialId::make().toString();
        database->connection().exec(
            "INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) VALUES ('" +
            EventId::make().toString() + "', '" + id + "', 'material.added', 1, 1, 1, '{\"id\": \"" + id +
            "\", \"kit\": null, \"title\": \"STAR\", \"kind\": \"markdown\", \"text\": \"Situation\"}')");
    }
    const auto catalog = must(Catalog::open(folder.path()));
    EXPECT_EQ(must(catalog->search().find("situ")).size(), 1U);
}

TEST(Migration, ANewerCatalogIsRefusedAndNothingIsWritten) {
    const TemporaryFolder folder;
    const auto steps = withOneMore("CREATE TABLE of_tomorrow (id TEXT)");
    leaveAPerson(folder.path(), steps);
    const auto before = filesIn(folder.path());
    const auto refused = Catalog::open(folder.path());
    EXPECT_EQ(codeOf(refused), ErrorCode::NewerCatalog);
    EXPECT_THAT(refused.error().detail, ::testing::HasSubstr(std::to_string(newest() + 1)));
    EXPECT_EQ(filesIn(folder.path()), before);
    // The control: who knows that version opens it, and that leaves traces.
    leaveAPerson(folder.path(), steps);
    EXPECT_NE(filesIn(folder.path()), before);
}

TEST(Migration, ANewerCatalogIsRefusedWhileItsVersionIsStillInTheLogBesideIt) {
    const TemporaryFolder folder;
    leaveAPerson(folder.path(), migrations());
    const auto steps = withOneMore("CREATE TABLE of_tomorrow (id TEXT)");
    const auto open = must(Database::open(folder.path(), true, steps)); // its WAL isn't in the file yet
    const auto before = filesIn(folder.path());
    EXPECT_EQ(codeOf(Catalog::open(folder.path())), ErrorCode::NewerCatalog);
    auto after = filesIn(folder.path());
    EXPECT_EQ(after["catalog.db"], before.at("catalog.db"));
    EXPECT_EQ(after["catalog.db-wal"], before.at("catalog.db-wal"));
}

TEST(Migration, AFailingStepLeavesTheCatalogAsItWas) {
    const TemporaryFolder folder;
    leaveAPerson(folder.path(), migrations());
    const Dump before = dumpOf(folder.path());
    const auto steps = withOneMore("CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1)");
    EXPECT_FALSE(Database::open(folder.path(), true, steps).ok());
    EXPECT_EQ(versionOf(folder.path() / "catalog.db"), newest());
    EXPECT_EQ(dumpOf(folder.path()), before);
    SQLite::Database look((folder.path() / "catalog.db").string(), SQLite::OPEN_READONLY);
    EXPECT_FALSE(look.tableExists("half"));
    EXPECT_THAT(must(must(Catalog::open(folder.path()))->verify()), IsEmpty());
}

TEST(Migration, AFailingFirstStepLeavesNoCatalogBehindThatWouldBeTakenForOne) {
    const TemporaryFolder folder;
    const std::array<Migration, 1> steps = {{{1, "broken", "CREATE TABLE half (id TEXT); SELECT nonsense"}}};
    EXPECT_FALSE(Database::open(folder.path(), true, steps).ok());
    EXPECT_THAT(must(must(Catalog::open(folder.path()))->verify()), IsEmpty());
}

TEST(Migration, AnotherProgramsDatabaseIsRefusedUntouched) {
    const TemporaryFolder folder;
    {
        SQLite::Database other((folder.path() / "catalog.db").string(),
                               SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("PRAGMA application_id = 42; PRAGMA user_version = 3; CREATE TABLE theirs (id TEXT)");
    }
    const auto before = filesIn(folder.path());
    EXPECT_EQ(codeOf(Catalog::open(folder.path())), ErrorCode::Unsupported);
    EXPECT_EQ(filesIn(folder.path()), before);
}

TEST(Migration, ADatabaseWithoutAnyMarksOfOursButWithTablesIsRefused) {
    const TemporaryFolder folder;
    {
        SQLite::Database other((folder.path() / "catalog.db").string(),
                               SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE theirs (id TEXT)");
    }
    const auto before = filesIn(folder.path());
    EXPECT_EQ(codeOf(Catalog::open(folder.path())), ErrorCode::Unsupported);
    EXPECT_EQ(filesIn(folder.path()), before);
}

TEST(Migration, AFileThatIsNoDatabaseIsRefusedUntouched) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "catalog.db") << std::string(5000, 'x');
    const auto before = filesIn(folder.path());
    EXPECT_EQ(codeOf(Catalog::open(folder.path())), ErrorCode::Corrupt);
    EXPECT_EQ(filesIn(folder.path()), before);
    std::ofstream(folder.path() / "catalog.db") << "short";
    EXPECT_EQ(codeOf(Catalog::open(folder.path())), ErrorCode::Corrupt);
}

TEST(Migration, AnEmptyFileFromAnInterruptedStartIsMadeACatalog) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "catalog.db").close();
    EXPECT_THAT(must(must(Catalog::open(folder.path()))->verify()), IsEmpty());
}

} // namespace mockingbird::catalog::test
