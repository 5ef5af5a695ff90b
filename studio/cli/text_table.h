// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

/// A table for a terminal: columns as wide as their widest cell, two spaces between, a heading underlined.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> heading);

    void add(std::vector<std::string> row);
    [[nodiscard]] bool empty() const { return m_rows.size() <= 1; }
    [[nodiscard]] std::string toString() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// Characters, which in UTF-8 are not bytes. Wide and combining ones count as one all the same.
[[nodiscard]] std::size_t width(std::string_view text);
/// `8.2 MB`.
[[nodiscard]] std::string readableBytes(std::int64_t bytes);
/// The day and the minute in the time of this place, `2026-03-01 09:30`.
[[nodiscard]] std::string localMinute(std::int64_t unixMilliseconds);
/// What tells ids apart in a list, and finds the session again: the last eight characters.
[[nodiscard]] std::string shortId(const std::string& id);

} // namespace mockingbird::studio
