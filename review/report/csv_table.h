// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// A table as RFC 4180 has it, in UTF-8 with a byte order mark, so that spreadsheets read names as they are
/// written.
class CsvTable {
public:
    explicit CsvTable(const std::vector<std::string>& heading);

    void add(const std::vector<std::string>& row);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// One cell, quoted where it has to be. What a spreadsheet would run as a formula (it begins with = + - @, a
/// tab or a return, and is no number) gets an apostrophe before it.
[[nodiscard]] std::string csvCell(std::string_view text);

} // namespace mockingbird::review
