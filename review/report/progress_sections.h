// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/progress.h"
#include "review/report/report_sheet.h"

#include <string>
#include <vector>

namespace mockingbird::review {

/// `+1.5 since attempt 1, give or take 0.9: more than raters of one attempt differ.`
[[nodiscard]] std::string certaintyText(const Change& change, int sinceAttempt);

/// What the attempts at a kit have come to beside their levels, a section each where there is something to
/// say: the changes since the first attempt and the one before, with what raters differ by; delivery, as far
/// as it was measured; confidence; and what became of what the mentee took along from any attempt.
[[nodiscard]] std::vector<SheetSection> progressSections(const PersonProgress& progress, catalog::KitId kit);

} // namespace mockingbird::review
