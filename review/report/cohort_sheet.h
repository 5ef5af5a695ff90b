// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/cohort_year.h"
#include "review/report/report_sheet.h"

#include <string>

namespace mockingbird::review {

// The words of a cohort's year: the page says what the report says.

inline constexpr std::string_view kWithheld = "not shown";
inline constexpr std::string_view kWithheldNote =
    "\u201CNot shown\u201D stands for a group of fewer than five people, and for one that would give such a "
    "group away: what is shown can\u2019t be subtracted to find it.";
inline constexpr std::string_view kNoGroupText =
    "Not shown: these groups are too small to show any of them, or it isn\u2019t known who belongs to which.";
inline constexpr std::string_view kNoCauseNote =
    "What was practised before stands beside it. It doesn\u2019t say that one led to the other.";

[[nodiscard]] std::string countText(const GuardedCount& count);
/// `none`, `1`, `3 to 5`, `6 or more`.
[[nodiscard]] std::string rangeText(const AttemptRange& range);
/// `3`, `1 to 2`: words and no dash, which a spreadsheet would read as a day.
[[nodiscard]] std::string rangeText(const LevelRange& range);
/// `Classification`, `Branch`, `Full-time or part-time`.
[[nodiscard]] std::string groupingText(Grouping grouping);
[[nodiscard]] std::string groupText(const std::string& group); ///< `not known` for an empty one
/// `Library Assistant`, and where its rubric has several versions, `Library Assistant, rubric version 2`.
[[nodiscard]] std::string kitText(const CohortYear& year, catalog::KitId kit, const std::string& name,
                                  int rubricVersion);
/// What an alpha means, in words that Krippendorff (2004, "Content Analysis", 11.4) gives it.
[[nodiscard]] std::string alphaText(const std::optional<Agreement>& alpha);
[[nodiscard]] std::string severityText(const std::optional<double>& spread);
/// Why there is nothing else to see; empty where there is.
[[nodiscard]] std::string tooFewText(const CohortYear& year);

/// A cohort's year on a few pages. It names nobody.
[[nodiscard]] ReportSheet cohortSheet(const CohortYear& year);

} // namespace mockingbird::review
