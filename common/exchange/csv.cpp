// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/csv.h"

#include "common/base/whole_file.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mockingbird::exchange {

namespace {

constexpr std::string_view kDelimiters = ",;\t";

std::string counted(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

bool isNumber(std::string_view text) {
    if (!text.empty() && (text.front() == '+' || text.front() == '-'))
        text.remove_prefix(1);
    std::size_t digits = 0;
    std::size_t points = 0;
    for (const char letter : text) {
        digits += letter >= '0' && letter <= '9' ? 1 : 0;
        points += letter == '.' ? 1 : 0;
    }
    return digits > 0 && points <= 1 && digits + points == text.size();
}

/// Takes away whichever of `prefixes` the text begins with, as often as it does.
template <std::size_t Count>
std::string_view without(std::string_view text, const std::array<std::string_view, Count>& prefixes) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view one : prefixes)
            if (text.starts_with(one)) {
                text.remove_prefix(one.size());
                more = true;
            }
    }
    return text;
}

/// Reads one table, letter by letter. A row's cells are kept as it goes.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter, const CsvLimits& limits)
        : m_text(text), m_delimiter(delimiter), m_limits(limits) {}

    /// The next row, or none at the end.
    Result<std::optional<CsvRow>> row() {
        if (m_at == m_text.size())
            return std::optional<CsvRow>{};
        CsvRow row{m_position.line, {}};
        for (;;) {
            if (row.cells.size() == m_limits.columns)
                return fail(m_position, "a row has more than " + counted(m_limits.columns) + " cells");
            row.cells.push_back(TRY(cell()));
            if (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
                pass();
                continue;
            }
            passLineEnd();
            return std::optional<CsvRow>(std::move(row));
        }
    }
    /// Whether the last cell was written within quotes.
    [[nodiscard]] bool quoted() const { return m_quoted; }

private:
    Result<std::string> cell() {
        m_quoted = m_at < m_text.size() && m_text[m_at] == '"';
        std::string value = m_quoted ? TRY(quotedCell()) : TRY(bareCell());
        if (value.starts_with('\'') && beginsAFormula(value))
            value.erase(0, 1);
        return value;
    }

    Result<std::string> bareCell() {
        const std::size_t begun = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && !atLineEnd()) {
            if (m_at - begun == m_limits.cellBytes)
                return tooLong(m_position);
            pass();
        }
        return std::string(m_text.substr(begun, m_at - begun));
    }

    Result<std::string> quotedCell() {
        const TextPosition opened = m_position;
        std::string value;
        pass();
        for (;;) {
            if (m_at == m_text.size())
                return fail(opened, "a quote opens here and is never closed");
            if (value.size() > m_limits.cellBytes)
                return tooLong(opened);
            if (m_text[m_at] != '"') {
                value += m_text[m_at];
                pass();
                continue;
            }
            pass();
            if (m_at == m_text.size() || m_text[m_at] != '"')
                break;
            value += '"';
            pass();
        }
        if (m_at < m_text.size() && m_text[m_at] != m_delimiter && !atLineEnd())
            return fail(m_position,
                        "text stands behind a closing quote; a quote inside a cell is written twice");
        return value;
    }

    [[nodiscard]] Error tooLong(TextPosition position) const {
        return fail(position, "a cell has more than " + counted(m_limits.cellBytes) + " bytes");
    }
    [[nodiscard]] static Error fail(TextPosition position, const std::string& what) {
        return {ErrorCode::InvalidArgument, toString(position) + ": " + what, 0};
    }
    [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    void passLineEnd() {
        if (m_at == m_text.size())
            return;
        const bool two = m_text.substr(m_at).starts_with("\r\n");
        pass();
        if (two)
            pass();
    }
    void pass() {
        m_position.pass(m_text[m_at], m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0');
        ++m_at;
    }

    std::string_view m_text;
    char m_delimiter;
    const CsvLimits& m_limits;
    std::size_t m_at = 0;
    TextPosition m_position;
    bool m_quoted = false;
};

/// The delimiter that stands most often outside of quotes in the first line that isn't blank; the comma where
/// none does.
char detectDelimiter(std::string_view text) {
    std::array<std::size_t, kDelimiters.size()> counts{};
    bool inQuotes = false;
    bool blank = true;
    for (const char letter : text) {
        if (letter == '"')
            inQuotes = !inQuotes;
        if (!inQuotes && (letter == '\n' || letter == '\r')) {
            if (!blank)
                break;
            continue;
        }
        blank = false;
        if (const auto kind = kDelimiters.find(letter); !inQuotes && kind != std::string_view::npos)
            ++counts[kind];
    }
    return kDelimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool beginsAHint(std::string_view text) {
    return text.size() > 3 && headingKey(text.substr(0, 3)) == "sep" && text[3] == '=';
}

/// A spreadsheet's own hint in the first line, as in `sep=;`.
std::optional<char> namedDelimiter(std::string_view text) {
    if (text.size() < 6 || !beginsAHint(text) || kDelimiters.find(text[4]) == std::string_view::npos ||
        (text[5] != '\r' && text[5] != '\n'))
        return std::nullopt;
    return text[4];
}

} // namespace

// It doesn't change with apostrophes before the text, which is what lets a reader take one away again.
bool beginsAFormula(std::string_view cell) {
    static constexpr std::array<std::string_view, 1> kApostrophe{"'"};
    // Not only at the very start: spreadsheets skip blanks before a formula.
    static constexpr std::array<std::string_view, 10> kSkipped{"'",  " ",  "\t",     "\r",     "\n",
                                                               "\v", "\f", "\u00A0", "\u3000", "\uFEFF"};
    // Wide forms too: with an East Asian language set they are taken for the narrow ones.
    static constexpr std::array<std::string_view, 8> kBeginnings{"=",      "+",      "-",      "@",
                                                                 "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const std::string_view bare = without(cell, kApostrophe);
    if (bare.starts_with('\t') || bare.starts_with('\r'))
        return true;
    if (isNumber(bare))
        return false;
    const std::string_view begun = without(cell, kSkipped);
    return std::ranges::any_of(kBeginnings, [&](std::string_view one) { return begun.starts_with(one); });
}

const std::string& CsvRow::cell(std::optional<std::size_t> column) const {
    static const std::string kNone;
    return column && *column < cells.size() ? cells[*column] : kNone;
}

Result<CsvDocument> readCsv(std::string_view bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes)
        return Error{ErrorCode::InvalidArgument,
                     "the table has more than " + counted(limits.bytes) + " bytes", 0};
    const DecodedText decoded = TRY(decodeText(bytes));
    CsvDocument document;
    document.encoding = decoded.encoding;
    const auto named = namedDelimiter(decoded.text);
    document.delimiter = named ? *named : detectDelimiter(decoded.text);
    CsvReader reader(decoded.text, document.delimiter, limits);
    if (named)
        (void)TRY(reader.row());
    std::size_t cells = 0;
    while (auto row = TRY(reader.row())) {
        if (row->cells.size() == 1 && row->cells.front().empty() && !reader.quoted())
            continue;
        const auto refuse = [&](const std::string& what) {
            return Error{ErrorCode::InvalidArgument, "line " + std::to_string(row->line) + ": " + what, 0};
        };
        cells += row->cells.size();
        if (document.rows.size() == limits.rows)
            return refuse("the table has more than " + counted(limits.rows) + " rows");
        if (cells > limits.cells)
            return refuse("the table has more than " + counted(limits.cells) + " cells");
        document.rows.push_back(*std::move(row));
    }
    if (document.rows.empty())
        return Error{ErrorCode::InvalidArgument, "the table is empty", 0};
    return document;
}

Result<CsvDocument> readCsvFile(const std::filesystem::path& file, const CsvLimits& limits) {
    const std::string bytes = TRY(readWholeFile(file, limits.bytes));
    auto document = readCsv(bytes, limits);
    if (!document.ok())
        return Error{document.error().code,
                     "\"" + file.filename().string() + "\", " + document.error().detail,
                     document.error().native};
    return document;
}

std::string headingKey(std::string_view text) {
    std::string key;
    for (const char letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            key += static_cast<char>(letter - 'A' + 'a');
        else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                 (static_cast<unsigned char>(letter) & 0x80U) != 0)
            key += letter;
    }
    return key;
}

CsvHeading::CsvHeading(const CsvRow& heading) {
    for (const std::string& cell : heading.cells)
        m_keys.push_back(headingKey(cell));
}

std::optional<std::size_t> CsvHeading::column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(m_keys, headingKey(name));
        if (found != m_keys.end())
            return static_cast<std::size_t>(found - m_keys.begin());
    }
    return std::nullopt;
}

std::vector<std::size_t> CsvHeading::columns(std::initializer_list<std::string_view> names) const {
    std::vector<std::string> wanted;
    for (const std::string_view name : names)
        wanted.push_back(headingKey(name));
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < m_keys.size(); ++column) {
        std::string_view key = m_keys[column];
        while (!key.empty() && key.back() >= '0' && key.back() <= '9')
            key.remove_suffix(1);
        if (std::ranges::find(wanted, key) != wanted.end())
            found.push_back(column);
    }
    return found;
}

CsvWriter::CsvWriter(ByteOrderMark mark) {
    if (mark == ByteOrderMark::With)
        m_text = "\xEF\xBB\xBF";
}

void CsvWriter::add(const std::vector<std::string>& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (column > 0)
            m_text += ',';
        m_text += csvCell(row[column]);
    }
    // Else it would be a blank line, which readers leave out.
    if (row.empty() || (row.size() == 1 && row.front().empty()))
        m_text += "\"\"";
    m_text += "\r\n";
}

std::string csvCell(std::string_view text) {
    std::string cell = validUtf8(text);
    if (beginsAFormula(cell))
        cell.insert(0, 1, '\'');
    // All delimiters, not the comma alone: so a reader that counts them isn't misled by a heading.
    if (cell.find_first_of(",;\t\"\r\n") == std::string::npos && !cell.starts_with("\uFEFF") &&
        !beginsAHint(cell) && (cell.empty() || (cell.front() != ' ' && cell.back() != ' ')))
        return cell;
    std::string quoted = "\"";
    for (const char letter : cell)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

} // namespace mockingbird::exchange
