// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/text_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <utility>

namespace mockingbird::studio {

TextTable::TextTable(std::vector<std::string> heading) {
    m_rows.push_back(std::move(heading));
}

void TextTable::add(std::vector<std::string> row) {
    m_rows.push_back(std::move(row));
}

std::string TextTable::toString() const {
    std::vector<std::size_t> widths(m_rows.front().size(), 0);
    for (const auto& row : m_rows)
        for (std::size_t column = 0; column < row.size() && column < widths.size(); ++column)
            widths[column] = std::max(widths[column], width(row[column]));
    std::string text;
    const auto append = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t column = 0; column < row.size() && column < widths.size(); ++column) {
            line += row[column];
            line.append(widths[column] - width(row[column]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    };
    append(m_rows.front());
    std::vector<std::string> rule;
    for (const std::size_t dashes : widths)
        rule.emplace_back(dashes, '-');
    append(rule);
    for (std::size_t row = 1; row < m_rows.size(); ++row)
        append(m_rows[row]);
    return text;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string readableBytes(std::int64_t bytes) {
    constexpr std::array kUnits{"bytes", "kB", "MB", "GB", "TB"};
    double amount = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (amount >= 1000 && unit + 1 < kUnits.size()) {
        amount /= 1000;
        ++unit;
    }
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", amount, kUnits[unit]);
    return text.data();
}

std::string localMinute(std::int64_t unixMilliseconds) {
    const std::time_t time = static_cast<std::time_t>(unixMilliseconds / 1000);
    std::tm local{};
    localtime_r(&time, &local);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local);
    return text.data();
}

std::string shortId(const std::string& id) {
    return id.size() > 8 ? id.substr(id.size() - 8) : id;
}

} // namespace mockingbird::studio
