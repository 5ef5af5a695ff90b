// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/report/report_content.h"

#include <string>

namespace mockingbird::review {

/// The report's scores as HTML: a row for each criterion, a column for each rater, and before them one for
/// what they agreed on, where they did. With a heading.
[[nodiscard]] std::string scoreTable(const ReportContent& content);

/// A mark for a review that isn't sealed, or isn't opened to the mentee, as HTML; empty for an opened one.
[[nodiscard]] std::string draftChip(const catalog::Review& review);

} // namespace mockingbird::review
