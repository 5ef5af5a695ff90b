// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/exchange/text_decoding.h"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Tables as RFC 4180 has them: read from what people bring, and written so that a spreadsheet runs none of
// it.
//
//     const CsvDocument document = TRY(readCsvFile(file));
//     const CsvHeading heading(document.heading());
//     const auto name = heading.column({"name", "full name"});     // std::nullopt where there is none
//     for (const CsvRow& row : document.records())                 // without the heading, without blank
//     lines
//         use(row.cell(name), row.line);                           // "" where the row has no such cell
//
// Where something is wrong with a row's content, name the line as this reader does: `"line " + row.line`.
namespace mockingbird::exchange {

/// From where on a table is refused, each with a sentence of its own.
struct CsvLimits {
    std::size_t bytes = 32U << 20U; ///< of the file
    std::size_t rows = 200'000;
    std::size_t columns = 1'000;
    std::size_t cells = 1'000'000;     ///< of all rows
    std::size_t cellBytes = 1U << 20U; ///< of one cell, as UTF-8
};

struct CsvRow {
    std::size_t line = 1; ///< of the file, from 1: where the row begins; a quoted cell may go over several
    std::vector<std::string> cells; ///< valid UTF-8, as many as the row has

    /// The cell of that column; empty where the row is shorter, or there is no such column.
    [[nodiscard]] const std::string& cell(std::optional<std::size_t> column) const;
};

/// A table that was read. It has a row at least, and the first is its heading.
struct CsvDocument {
    TextEncoding encoding = TextEncoding::Utf8; ///< anything but Utf8 is worth a word to whoever brought it
    char delimiter = ',';
    std::vector<CsvRow> rows;

    [[nodiscard]] const CsvRow& heading() const { return rows.front(); }
    struct Records {
        const CsvRow* first;
        const CsvRow* last;
        [[nodiscard]] const CsvRow* begin() const { return first; }
        [[nodiscard]] const CsvRow* end() const { return last; }
        [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last - first); }
    };
    [[nodiscard]] Records records() const { return {rows.data() + 1, rows.data() + rows.size()}; }
};

/// Reads a table: in UTF-8, UTF-16 with its mark, or Windows-1252; with CRLF, LF or CR between rows; with
/// comma, semicolon or tab between cells, whichever the heading has most of (or a spreadsheet's first line
/// `sep=;` names). Rows may be of different lengths; blank lines are left out; a quote within an unquoted
/// cell is a letter. What CsvWriter did to a formula is undone. InvalidArgument, with line and column, for a
/// quote that is never closed, text behind a closing quote, damaged text, and what exceeds a limit; and for a
/// table without any row.
[[nodiscard]] Result<CsvDocument> readCsv(std::string_view bytes, const CsvLimits& limits = {});
/// The same of a file. NotFound, Denied, Io besides.
[[nodiscard]] Result<CsvDocument> readCsvFile(const std::filesystem::path& file,
                                              const CsvLimits& limits = {});

/// A heading as it is compared: small letters and digits alone, so that `E-mail address` is `emailaddress`.
/// Letters beyond ASCII stay as they are.
[[nodiscard]] std::string headingKey(std::string_view text);

/// Finds columns by what their heading says, whatever its case, blanks and punctuation.
class CsvHeading {
public:
    explicit CsvHeading(const CsvRow& heading);

    /// The first column under any of these names, names that stand earlier before those that stand later.
    [[nodiscard]] std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    /// All columns under any of these names, also numbered ones: `Probe 1`, `Probe 2`. In the file's order.
    [[nodiscard]] std::vector<std::size_t> columns(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] const std::vector<std::string>& keys() const { return m_keys; }

private:
    std::vector<std::string> m_keys;
};

/// Writes a table in UTF-8, with CRLF behind every row; with a byte order mark spreadsheets read names as
/// they are written. What it writes readCsv() reads as it was, but for NUL and what was no UTF-8, which
/// become U+FFFD.
class CsvWriter {
public:
    enum class ByteOrderMark { Without, With };
    explicit CsvWriter(ByteOrderMark mark = ByteOrderMark::With);

    void add(const std::vector<std::string>& row);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// Whether a spreadsheet may run it: see csvCell().
[[nodiscard]] bool beginsAFormula(std::string_view cell);

/// One cell, quoted where it has to be. What a spreadsheet would run as a formula (it begins with = + - @, a
/// tab or a return, also behind blanks or in wide forms, and is no number) gets an apostrophe before it, and
/// so does what a reader would else take for such.
[[nodiscard]] std::string csvCell(std::string_view text);

} // namespace mockingbird::exchange
