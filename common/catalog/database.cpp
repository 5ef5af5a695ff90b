// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"

#include "common/catalog/catalog_file.h"
#include "common/catalog/projection.h"
#include "common/catalog/word_splitter.h"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <new>
#include <sqlite3.h>

namespace mockingbird::catalog {

namespace {

constexpr int kBusyMilliseconds = 5000;

ErrorCode codeOf(int sqliteCode, int systemError) {
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        return ErrorCode::NoSpace;
    switch (sqliteCode & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::NoSpace;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::Denied;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_IOERR:
        return ErrorCode::Io;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal; // a constraint or an SQL error: ours
    }
}

Event eventFrom(const Statement& row) {
    Event event;
    event.id = row.id<EventId>(0);
    event.stream = row.id<EventId>(1).uuid();
    event.author = row.id<PersonId>(2);
    event.kind = row.text(3);
    event.version = row.number(4);
    event.at = row.wallTime(5);
    event.clock = row.integer(6);
    const SQLite::Column payload = row.column(7); // read in place: a rebuild reads millions
    const char* text = payload.getText();
    event.payload = nlohmann::json::parse(text, text + payload.getBytes());
    return event;
}

} // namespace

Database::Database(const std::filesystem::path& folder, const std::string& file, int flags)
    : m_folder(folder), m_connection(file, flags, kBusyMilliseconds) {}

Database::~Database() = default;

void Database::configure() {
    // Also refuses the delete that hides in an INSERT OR REPLACE: its triggers fire with this alone.
    m_connection.exec("PRAGMA recursive_triggers = ON");
    m_connection.exec("PRAGMA foreign_keys = ON");
    m_connection.exec("PRAGMA synchronous = FULL");
    // 32 MB at most, as they are needed: SQLite's own 2 MB are read again and again by a search, or a
    // rebuild.
    m_connection.exec("PRAGMA cache_size = -32768");
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder, bool create,
                                                 std::span<const Migration> steps, const Progress& progress) {
    const int newest = steps.empty() ? 0 : steps.back().version;
    TRY(prepareFolder(folder, create));
    TRY(refuseUnlessOurs(folder / kCatalogFile, newest));
    // Making and migrating are one program's business at a time; the others wait here and find it done.
    const FolderLock lock(folder);
    try {
        std::unique_ptr<Database> database(new Database(folder, (folder / kCatalogFile).string(),
                                                        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
        return database->guard([&]() -> Result<std::unique_ptr<Database>> {
            if (sqlite3_db_readonly(database->m_connection.getHandle(), "main") == 1)
                return Error{ErrorCode::Denied, "the catalog in " + folder.string() + " can't be written",
                             EROFS};
            database->configure();
            const std::string mode =
                database->m_connection.execAndGet("PRAGMA journal_mode = WAL").getString();
            if (mode != "wal")
                return Error{ErrorCode::Unsupported,
                             folder.string() + " lies on a disk that SQLite can't share", 0};
            migrate(*database, steps, progress);
            TRY(makeMediaFolder(folder)); // it may have been tidied away
            TRY(syncFolder(folder));
            return std::move(database);
        });
    } catch (const SQLite::Exception& exception) {
        return Error{codeOf(exception.getErrorCode(), 0),
                     (folder / kCatalogFile).string() + ": " + exception.getErrorStr(),
                     exception.getExtendedErrorCode()};
    }
}

Result<std::unique_ptr<Database>> Database::openScratch() {
    std::unique_ptr<Database> database(new Database({}, "", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
    return database->guard([&]() -> Result<std::unique_ptr<Database>> {
        database->configure();
        database->m_connection.exec("PRAGMA synchronous = OFF");
        migrate(*database, migrations());
        return std::move(database);
    });
}

Result<void> Database::append(Uuid7 stream, std::string_view kind, nlohmann::json payload) {
    return transact([&]() -> Result<void> {
        Event event;
        event.id = EventId::make();
        event.stream = stream;
        event.author = m_author;
        event.kind = kind;
        event.version = versionOf(kind);
        event.at = WallTime::now();
        event.payload = std::move(payload);
        {
            Statement last = prepare("SELECT coalesce(max(clock), 0) FROM event");
            if (last.next())
                event.clock = last.integer(0) + 1;
        }
        prepare("INSERT INTO event (id, stream, author, kind, version, at_ms, clock, payload) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .bind(event.id, event.stream.toString(), event.author, event.kind, event.version, event.at,
                  event.clock, event.payload.dump())
            .run();
        apply(*this, event);
        return {};
    });
}

Result<void> Database::remake(const std::function<Result<void>()>& work) {
    // SQLite can't be told within a transaction.
    struct Unchecked {
        explicit Unchecked(SQLite::Database& on) : connection(on) {
            connection.exec("PRAGMA foreign_keys = OFF");
        }
        ~Unchecked() { connection.tryExec("PRAGMA foreign_keys = ON"); }
        Unchecked(const Unchecked&) = delete;
        Unchecked& operator=(const Unchecked&) = delete;
        SQLite::Database& connection;
    };
    return guard([&]() -> Result<void> {
        std::optional<Unchecked> unchecked;
        if (m_depth == 0)
            unchecked.emplace(m_connection);
        return transact([&]() -> Result<void> {
            TRY(work());
            Statement broken = prepare("PRAGMA foreign_key_check");
            if (broken.next())
                return Error{ErrorCode::Corrupt,
                             "catalog.db: the log refers to a " + broken.text(2) + " that is not there", 0};
            return {};
        });
    });
}

Statement Database::prepare(std::string_view sql) {
    auto known = m_statements.find(sql);
    if (known == m_statements.end())
        known = m_statements.emplace(std::string(sql), Statement::Shelf()).first;
    Statement::Shelf& shelf = known->second;
    if (shelf.empty())
        return {std::make_unique<SQLite::Statement>(m_connection, std::string(sql)), shelf};
    auto statement = std::move(shelf.back());
    shelf.pop_back();
    return {std::move(statement), shelf};
}

std::vector<Event> Database::events(Uuid7 stream) {
    std::vector<Event> events;
    Statement rows = prepare("SELECT id, stream, author, kind, version, at_ms, clock, payload FROM event "
                             "WHERE stream = ?1 ORDER BY seq");
    rows.bind(stream.toString());
    while (rows.next())
        events.push_back(eventFrom(rows));
    return events;
}

void Database::forEachEvent(const std::function<void(const Event&)>& visit) {
    Statement rows =
        prepare("SELECT id, stream, author, kind, version, at_ms, clock, payload FROM event ORDER BY seq");
    while (rows.next())
        visit(eventFrom(rows));
}

std::int64_t Database::revision() {
    const auto current = guard([&]() -> Result<std::int64_t> {
        Statement last = prepare("SELECT coalesce(max(seq), 0) FROM event");
        return last.next() ? last.integer(0) : 0;
    });
    // A page that asks while the disk fails goes on showing what it has; its next action tells.
    m_revision = current.valueOr(m_revision);
    return m_revision;
}

const WordSplitter& Database::wordSplitter() {
    if (!m_wordSplitter)
        m_wordSplitter = std::make_unique<WordSplitter>(m_connection.getHandle());
    return *m_wordSplitter;
}

void Database::interrupt() {
    sqlite3_interrupt(m_connection.getHandle());
}

void Database::begin(const char* sql) {
    if (m_depth == 0) {
        m_doom.reset();
        m_connection.exec(sql);
    }
    ++m_depth;
}

void Database::rollback() noexcept {
    // SQLite has rolled back by itself after some failures (a full disk, an I/O error).
    if (sqlite3_get_autocommit(m_connection.getHandle()) == 0)
        m_connection.tryExec("ROLLBACK");
}

Database::Transaction::Transaction(Database& database, const char* begin) : m_database(database) {
    m_database.begin(begin);
}

Database::Transaction::~Transaction() {
    if (m_done)
        return;
    if (--m_database.m_depth == 0)
        m_database.rollback();
    else if (!m_database.m_doom)
        m_database.m_doom = Error{ErrorCode::Internal, "an inner transaction was left by an exception", 0};
}

void Database::Transaction::commit() {
    if (m_database.m_depth == 1) {
        if (m_database.m_doom)
            throw Failure{*m_database.m_doom};
        m_database.m_connection.exec("COMMIT");
    }
    --m_database.m_depth;
    m_done = true;
}

void Database::Transaction::fail(const Error& error) {
    if (!m_database.m_doom)
        m_database.m_doom = error;
}

Error Database::errorInFlight() const {
    const int lastErrno = errno; // guard() set it to 0
    try {
        throw;
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode();
        // A quota's or a limit's end comes as a mere I/O error, and sqlite3_system_errno() is 0 where COMMIT
        // met it.
        const bool fromSystem = (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN;
        const int known = fromSystem ? sqlite3_system_errno(m_connection.getHandle()) : 0;
        const int systemError = fromSystem && known == 0 ? lastErrno : known;
        return {codeOf(code, systemError), "catalog.db: " + std::string(exception.getErrorStr()),
                exception.getExtendedErrorCode()};
    } catch (const nlohmann::json::exception& exception) {
        constexpr int kNotUtf8 = 316; // of nlohmann's list: what is written holds bytes that are no text
        if (exception.id == kNotUtf8)
            return {ErrorCode::InvalidArgument, "the text is not valid UTF-8", 0};
        return {ErrorCode::Corrupt, "catalog.db: " + std::string(exception.what()), 0};
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& exception) {
        return {ErrorCode::Internal, exception.what(), 0};
    }
}

} // namespace mockingbird::catalog
