// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/event.h"
#include "common/catalog/migration.h"
#include "common/catalog/progress.h"
#include "common/catalog/statement.h"

#include <SQLiteCpp/Database.h>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace mockingbird::catalog {

class WordSplitter;

/// The connection to one `catalog.db`: statements, transactions, the log. Owned by the Catalog; one thread.
class Database {
public:
    /// Opens the file in `folder`, making or migrating it. As Catalog::open.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const std::filesystem::path& folder, bool create, std::span<const Migration> steps = migrations(),
         const Progress& progress = {});
    /// An empty catalog that lives in a temporary file nobody sees, for comparing.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openScratch();
    ~Database();

    /// Runs `work`, which returns a Result and may throw what SQLite, JSON and this room throw; that becomes
    /// an Error.
    template <class Work>
    auto guard(Work&& work) const -> std::invoke_result_t<Work>;
    /// `guard` within a transaction. Nests; where an inner one fails, the outermost fails too, with that
    /// error.
    template <class Work>
    auto transact(Work&& work) -> std::invoke_result_t<Work>;

    /// `transact` for work that makes the tables anew from the log: what refers to what is checked once at
    /// its end, for all rows, and not row by row meanwhile. Corrupt where something refers to what isn't
    /// there.
    Result<void> remake(const std::function<Result<void>()>& work);

    /// `guard` while what is read stays as it is now, whatever others write.
    template <class Work>
    auto snapshot(Work&& work) -> std::invoke_result_t<Work>;

    /// Logs what happened and applies it to the projections, in one transaction.
    Result<void> append(Uuid7 stream, std::string_view kind, nlohmann::json payload);

    /// Throws SQLite::Exception.
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] std::vector<Event> events(Uuid7 stream);
    /// Calls `visit` with every event of the log, in order. Throws.
    void forEachEvent(const std::function<void(const Event&)>& visit);
    [[nodiscard]] std::int64_t revision();

    /// Whether the full-text index is left alone for now and is made as a whole later (rebuildProjections).
    [[nodiscard]] bool searchIndexWaits() const { return m_searchIndexWaits; }
    void letSearchIndexWait(bool waits) { m_searchIndexWaits = waits; }
    /// Splits as the full-text index does. Throws.
    [[nodiscard]] const WordSplitter& wordSplitter();

    /// As Catalog::interrupt.
    void interrupt();

    void actAs(PersonId author) {
        m_author = author;
        m_isStudio = false;
    }
    [[nodiscard]] PersonId actor() const { return m_author; }
    /// As Catalog::actAsStudio.
    void actAsStudio() {
        m_author = {};
        m_isStudio = true;
    }
    [[nodiscard]] bool isStudio() const { return m_isStudio; }
    /// Reads what the acting person may not, to answer what they may: while one lives, the stores ask for no
    /// one's rights. What is appended bears their name all the same.
    class Unasked {
    public:
        explicit Unasked(Database& database) : m_database(database), m_before(database.m_isStudio) {
            m_database.m_isStudio = true;
        }
        ~Unasked() { m_database.m_isStudio = m_before; }
        Unasked(const Unasked&) = delete;
        Unasked& operator=(const Unasked&) = delete;

    private:
        Database& m_database;
        bool m_before;
    };
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] SQLite::Database& connection() { return m_connection; }

private:
    /// Begins on construction if it is the outermost; rolls back, or dooms the outer one, unless committed.
    class Transaction {
    public:
        Transaction(Database& database, const char* begin);
        ~Transaction();
        void commit();
        void fail(const Error& error);

    private:
        Database& m_database;
        bool m_done = false;
    };

    Database(const std::filesystem::path& folder, const std::string& file, int flags);
    void configure();
    void begin(const char* sql);
    void rollback() noexcept;
    /// The Error for the exception in flight.
    [[nodiscard]] Error errorInFlight() const;

    std::filesystem::path m_folder;
    SQLite::Database m_connection;
    /// Found by a view of the text, without a copy of it.
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Statement::Shelf, TextHash, std::equal_to<>> m_statements;
    PersonId m_author;
    bool m_isStudio = false;
    int m_depth = 0;
    bool m_searchIndexWaits = false;
    std::unique_ptr<WordSplitter> m_wordSplitter; ///< made when it is first asked for
    std::optional<Error> m_doom;                  ///< why an inner transaction failed
    std::int64_t m_revision = 0;                  ///< the last one that could be read
};

template <class Work>
auto Database::guard(Work&& work) const -> std::invoke_result_t<Work> {
    errno = 0;
    try {
        return work();
    } catch (...) {
        return errorInFlight();
    }
}

template <class Work>
auto Database::transact(Work&& work) -> std::invoke_result_t<Work> {
    return guard([&]() -> std::invoke_result_t<Work> {
        Transaction transaction(*this, "BEGIN IMMEDIATE");
        auto result = guard(work);
        if (!result.ok()) {
            transaction.fail(result.error());
            return result;
        }
        transaction.commit();
        return result;
    });
}

template <class Work>
auto Database::snapshot(Work&& work) -> std::invoke_result_t<Work> {
    return guard([&]() -> std::invoke_result_t<Work> {
        Transaction transaction(*this, "BEGIN");
        auto result = guard(work);
        transaction.commit();
        return result;
    });
}

} // namespace mockingbird::catalog
