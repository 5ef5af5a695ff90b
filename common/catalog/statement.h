// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/strong_id.h"
#include "common/base/wall_time.h"
#include "common/catalog/payload.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// A prepared statement on loan from the Database, which gets it back, reset, when this goes. Two loans of
/// the same SQL at a time are two statements. Knows our types; throws SQLite::Exception and Failure.
class Statement {
public:
    using Shelf = std::vector<std::unique_ptr<SQLite::Statement>>;

    Statement(std::unique_ptr<SQLite::Statement> statement, Shelf& shelf);
    ~Statement();
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds all values, the first to ?1. A null id and an empty optional are NULL.
    template <class... Values>
    Statement& bind(const Values&... values) {
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    /// Whether there is a (further) row.
    [[nodiscard]] bool next() { return m_statement->executeStep(); }
    /// Runs it to its end; for statements without rows. Returns the number of rows changed.
    int run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] int number(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] MediaTime mediaTime(int column) const;
    [[nodiscard]] std::optional<MediaTime> optionalMediaTime(int column) const;
    [[nodiscard]] WallTime wallTime(int column) const;
    [[nodiscard]] std::vector<std::string> textArray(int column) const; ///< from a JSON array of strings
    /// Null where the column is NULL.
    template <class IdType>
    [[nodiscard]] IdType id(int column) const {
        return isNull(column) ? IdType{} : IdType(uuid(column));
    }
    [[nodiscard]] SQLite::Column column(int column) const;
    [[nodiscard]] int columnCount() const;

private:
    [[nodiscard]] Uuid7 uuid(int column) const;
    void bindOne(int index, std::nullptr_t);
    void bindOne(int index, int value);
    void bindOne(int index, std::int64_t value);
    void bindOne(int index, double value);
    void bindOne(int index, std::string_view value);
    void bindOne(int index, MediaTime value) { bindOne(index, value.microseconds()); }
    void bindOne(int index, WallTime value) { bindOne(index, value.milliseconds); }
    template <class Tag>
    void bindOne(int index, const Id<Tag>& id) {
        if (id.isNull())
            bindOne(index, nullptr);
        else
            bindOne(index, std::string_view(id.toString()));
    }
    template <class T>
    void bindOne(int index, const std::optional<T>& value) {
        if (value)
            bindOne(index, *value);
        else
            bindOne(index, nullptr);
    }

    std::unique_ptr<SQLite::Statement> m_statement;
    Shelf* m_shelf;
};

} // namespace mockingbird::catalog
