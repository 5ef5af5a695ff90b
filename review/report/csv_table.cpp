// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/csv_table.h"

#include "review/report/html_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mockingbird::review {

namespace {

bool isNumber(const std::string& text) {
    char* end = nullptr;
    (void)std::strtod(text.c_str(), &end);
    return end == text.c_str() + text.size() && text.find_first_not_of("+-.0123456789") == std::string::npos;
}

bool beginsAFormula(std::string_view cell) {
    if (cell.starts_with('\t') || cell.starts_with('\r'))
        return true;
    // Not only at the very start: spreadsheets skip spaces before a formula.
    const auto start = cell.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return false;
    cell.remove_prefix(start);
    // Wide forms too: with an East Asian language set they are taken for the narrow ones.
    static constexpr std::array<std::string_view, 8> kBeginnings{"=",      "+",      "-",      "@",
                                                                 "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::ranges::any_of(kBeginnings, [&](std::string_view one) { return cell.starts_with(one); });
}

} // namespace

CsvTable::CsvTable(const std::vector<std::string>& heading) : m_text("\xEF\xBB\xBF") {
    add(heading);
}

void CsvTable::add(const std::vector<std::string>& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (column > 0)
            m_text += ',';
        m_text += csvCell(row[column]);
    }
    m_text += "\r\n";
}

std::string csvCell(std::string_view text) {
    std::string cell = cleanText(text);
    if ((beginsAFormula(text) || beginsAFormula(cell)) && !isNumber(cell))
        cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos &&
        (cell.empty() || (cell.front() != ' ' && cell.back() != ' ')))
        return cell;
    std::string quoted = "\"";
    for (const char letter : cell)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

} // namespace mockingbird::review
