// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/report/report_content.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mockingbird::review {

/// What every report of a rehearsal bears.
inline constexpr std::string_view kPracticeTitle = "Practice record, not an examination record.";
inline constexpr std::string_view kPracticeText =
    "This is feedback on a rehearsal, and it belongs to the mentee.";

/// The report's title, `Maya Okafor, attempt 2: Library Assistant`.
[[nodiscard]] std::string reportTitle(const ReportContent& content);
/// What the head of a report tells: names and values.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> reportFacts(const ReportContent& content);
/// Why the copy is not to be handed on; empty for the mentee's.
[[nodiscard]] std::string ownCopyText(const ReportContent& content);
/// That more is to come; empty where nothing is.
[[nodiscard]] std::string incompleteText(const ReportContent& content);
/// `Ann`, and for the mentee's own review `Maya, own view`.
[[nodiscard]] std::string raterText(const ReportContent& content, const catalog::Review& review);
/// What is drawn, in words: `an arrow and 2 ellipses`.
[[nodiscard]] std::string drawingText(const catalog::Drawing& drawing);
/// The notes with the tag as points for the top of a report, at most so many as stand out there; how many
/// more there are comes second.
[[nodiscard]] std::pair<std::vector<const catalog::Note*>, std::size_t>
pointsTagged(const ReportContent& content, std::string_view tag);
/// What the picture at the note's moment shows, for who can't see it.
[[nodiscard]] std::string pictureText(const ReportContent& content, const catalog::Note& note);
/// The beginning of a text, at most so many characters, cut at a word where it can be.
[[nodiscard]] std::string beginning(std::string_view text, std::size_t most);

} // namespace mockingbird::review
