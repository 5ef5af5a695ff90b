// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/statement.h"

#include <limits>

namespace mockingbird::catalog {

Statement::Statement(std::unique_ptr<SQLite::Statement> statement, Shelf& shelf)
    : m_statement(std::move(statement)), m_shelf(&shelf) {}

Statement::~Statement() {
    if (!m_statement)
        return;
    m_statement->tryReset(); // repeats the error of the last step, which has been told already
    try {
        m_statement->clearBindings();
        m_shelf->push_back(std::move(m_statement));
    } catch (const std::exception&) {
        m_statement.reset(); // no statement is kept that might carry somebody's values
    }
}

int Statement::run() {
    return m_statement->exec();
}

bool Statement::isNull(int column) const {
    return m_statement->isColumnNull(column);
}

std::string Statement::text(int column) const {
    return m_statement->getColumn(column).getString();
}

std::int64_t Statement::integer(int column) const {
    return m_statement->getColumn(column).getInt64();
}

int Statement::number(int column) const {
    const std::int64_t value = integer(column);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        throw Failure{{ErrorCode::Corrupt, "a number in the catalog is out of bounds", 0}};
    return static_cast<int>(value);
}

double Statement::real(int column) const {
    return m_statement->getColumn(column).getDouble();
}

MediaTime Statement::mediaTime(int column) const {
    return MediaTime::fromMicroseconds(integer(column));
}

std::optional<MediaTime> Statement::optionalMediaTime(int column) const {
    if (isNull(column))
        return std::nullopt;
    return mediaTime(column);
}

WallTime Statement::wallTime(int column) const {
    return WallTime{integer(column)};
}

std::vector<std::string> Statement::textArray(int column) const {
    const std::string list = text(column);
    if (list == "[]")
        return {};
    return nlohmann::json::parse(list).get<std::vector<std::string>>();
}

SQLite::Column Statement::column(int column) const {
    return m_statement->getColumn(column);
}

int Statement::columnCount() const {
    return m_statement->getColumnCount();
}

Uuid7 Statement::uuid(int column) const {
    // Without a copy: a long list reads half a dozen ids a row.
    const SQLite::Column cell = m_statement->getColumn(column);
    const char* start = cell.getText();
    const std::string_view value(start, static_cast<std::size_t>(cell.getBytes()));
    const auto id = Uuid7::parse(value);
    if (!id)
        throw Failure{
            {ErrorCode::Corrupt, "an id in the catalog is damaged: \"" + std::string(value) + "\"", 0}};
    return *id;
}

void Statement::bindOne(int index, std::nullptr_t) {
    m_statement->bind(index);
}

void Statement::bindOne(int index, int value) {
    m_statement->bind(index, value);
}

void Statement::bindOne(int index, std::int64_t value) {
    m_statement->bind(index, value);
}

void Statement::bindOne(int index, double value) {
    m_statement->bind(index, value);
}

void Statement::bindOne(int index, std::string_view value) {
    m_statement->bind(index, std::string(value));
}

} // namespace mockingbird::catalog
