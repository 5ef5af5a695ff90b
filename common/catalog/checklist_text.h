// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/wall_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// One point of a task list in a Markdown text.
struct ChecklistLine {
    std::string heading; ///< the nearest above it; empty where there is none
    std::string text;    ///< without its marks; lines that go on are joined
};

/// The points `- [ ]` (also `*`, `+`, `1.`, and ticked ones) of a Markdown text, in its order. Those in code
/// blocks are none.
[[nodiscard]] std::vector<ChecklistLine> checklistLines(std::string_view markdown);

/// How many days before an interview a heading such as "Two weeks before" means: 14. 0 for the day itself
/// ("Ten minutes before", "In the panel"), -1 for afterwards, none where it says no time.
[[nodiscard]] std::optional<int> daysBefore(std::string_view heading);

/// The day so many days before a moment, in the machine's time zone, as ISO date: what is due a week before a
/// Monday at eight is due on a Monday, whatever the clocks do between.
[[nodiscard]] std::string dayBefore(WallTime moment, int days);
[[nodiscard]] bool isIsoDate(std::string_view text);

} // namespace mockingbird::catalog
